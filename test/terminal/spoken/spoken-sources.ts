import test from 'ava';
import {spokenLines} from '../../../source/terminal/spoken/spoken-lines.ts';
import {sourcesRows} from '../../../source/terminal/screens/sources/sources-lines.ts';
import {lineText} from '../../../source/terminal/drawing/line.ts';
import {driveApp} from '../../helpers/app-driver.ts';

test('a row of sources is not said again when coverage arrives', async t => {
	const app = driveApp({spoken: true});
	await app.answered();
	app.press('5');
	const rowIn = (): string | undefined => spokenLines(app.state()).find(line => line.startsWith('Row '));
	const before = rowIn();
	t.is(app.state().sources.coverage, undefined);
	await app.until(({sources}) => sources.coverage !== undefined);
	t.is(rowIn(), before);
	await app.end();
});

test('nothing is broken for the ear on a narrow terminal, and coverage is said in one sentence a system', async t => {
	const app = driveApp({columns: 40, rows: 20, spoken: true});
	await app.answered();
	app.press('5');
	await app.until(({sources}) => sources.coverage !== undefined);
	const texts = sourcesRows(app.state(), 38).map(({line}) => lineText(line));
	t.true(texts.some(text => /^mapping +time=when .*=/.test(text)));
	t.true(texts.some(text => /^helpdesk: (?:a record on every day|no record on \d+ days?: )/.test(text)));
	t.false(texts.some(text => /[░▇█]/.test(text)));
	await app.end();
});
