import test from 'ava';
import {openCase as openFolder, personOf} from '../../../../source/investigation/case/open-case.ts';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {sourcesRows} from '../../../../source/terminal/screens/sources/sources-lines.ts';
import {driveApp, type AppDriver} from '../../../helpers/app-driver.ts';
import {makeCase, openCase} from '../../effects/_case-world.ts';

const text = (app: AppDriver): string => sourcesRows(app.state(), 150).map(({line}) => lineText(line).trimEnd()).join('\n');

test('in a case the sources say how they were acquired, and what of that nobody said', async t => {
	const {dir} = await makeCase(t);
	const writer = openFolder(dir, {by: personOf('J. Rivera'), now: () => new Date(0)});
	const {sha256} = writer.state.sources[0]!;
	writer.append({act: 'source-described', payload: {sha256, acquisition: {exportedBy: 'M. Chen', selection: 'all of October', hashTaken: 'on receipt'}}});
	await writer.close();
	const app = await openCase(t, dir);
	t.regex(text(app), /\nexported by +M\. Chen\nholds +all of October\nhash taken +on receipt\nnot said +from which system, with which query, when, how it was delivered \(whosaw case sources describe/);
});

test('without a case nothing is said of it', async t => {
	const app = driveApp();
	await app.answered();
	t.notRegex(text(app), /not said|exported by/);
	await app.end();
});
