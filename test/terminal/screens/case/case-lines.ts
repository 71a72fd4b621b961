/* oxlint-disable no-control-regex -- escape sequences are the matter of this file */
import test from 'ava';
import {openCase as openFolder, personOf} from '../../../../source/investigation/case/open-case.ts';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {caseLines} from '../../../../source/terminal/screens/case/case-lines.ts';
import {textWidth} from '../../../../source/terminal/text/fit-text.ts';
import {makeCase, openCase} from '../../effects/_case-world.ts';

test('whoever acted, however they are called, hides neither what was done nor that it was not reviewed', async t => {
	const {dir} = await makeCase(t);
	const hostile = `\u001B]0;owned\u0007\u202E${'山田👩‍👩‍👧'.repeat(400)}`;
	const writer = openFolder(dir, {by: personOf(hostile), now: () => new Date(Date.UTC(2020, 9, 24))});
	writer.append({act: 'note', payload: {text: `seen ${'漢字'.repeat(3000)}`}});
	writer.append({act: 'selection-added', payload: {filter: 'employee:E0042', reason: hostile, sources: [], matched: {events: 5, customers: 4, accesses: 5, hash: '0'}, beyondScope: false}});
	await writer.close();
	const app = await openCase(t, dir);
	const lines = caseLines(app.state(), 76).map(line => lineText(line).trimEnd());
	t.regex(lines.find(line => line.startsWith('by '))!, /NOT REVIEWED$/);
	t.regex(lines.find(line => line.startsWith('  2  5 events · 4 customers'))!, /… ?, 2020-10-24$/);
	const journal = lines.slice(lines.indexOf('Journal, newest first'));
	t.regex(journal.find(line => line.includes(' note '))!, /note {2}␛\]0;owned.*… {2}seen.*…$/);
	t.true(journal.every(line => textWidth(line) <= 76));
	t.notRegex(lines.join(''), /[\u001B\u202E]/);
	t.is(caseLines(app.state(), 76), caseLines({...app.state(), message: 'another frame'}, 76));
});
