import test from 'ava';
import {openCase as openFolder, personOf} from '../../../../source/investigation/case/open-case.ts';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {caseLines} from '../../../../source/terminal/screens/case/case-lines.ts';
import {timeLeft} from '../../../../source/terminal/screens/case/clock-lines.ts';
import {headerLine} from '../../../../source/terminal/screens/explore/header-line.ts';
import {spokenLines} from '../../../../source/terminal/spoken/spoken-lines.ts';
import {makeCase, openCase} from '../../effects/_case-world.ts';

test('a case says in the header that it is a draft and which deadline is the nearest, and on its screen which clocks run and until when', async t => {
	const {dir} = await makeCase(t);
	const before = await openCase(t, dir);
	t.regex(lineText(headerLine(before.state())), /^┌ whosaw  leak   draft   J\. Rivera   UTC   1 file/);
	t.true(caseLines(before.state(), 200).some(line => lineText(line).startsWith('None run yet: nobody stated who answers for the data')));
	await before.end();
	const writer = openFolder(dir, {by: personOf('J. Rivera'), now: () => new Date(Date.UTC(2020, 9, 24))});
	writer.append({act: 'facts', payload: {facts: {controllers: [{name: 'Example Retail plc', country: 'GB', awareAt: '2020-10-23T11:00:00+02:00'}]}}});
	await writer.close();

	const app = await openCase(t, dir);
	t.regex(lineText(headerLine(app.state())), /^┌ whosaw  leak   draft · \w\w by 2020-10-26 09:00   J\. Rivera   UTC /);
	const narrow = lineText(headerLine({...app.state(), size: {columns: 80, rows: 24}}));
	t.regex(narrow, /draft · \w\w by 2020-10-26 09:00 .*1 rejected/);
	t.is(narrow.length, 80);
	t.true(spokenLines(app.state()).some(line => /^The case is draft, nearest deadline: \w\w, by 2020-10-26 09:00$/.test(line)));
	const shown = caseLines(app.state(), 200).map(line => lineText(line)).join('\n');
	t.regex(shown, /Clocks\n {2}DE {2}Example Retail plc\n {7}initial {5}ends 2020-10-26 09:00 UTC, \d+ d \d+ h left\n[^]*check with counsel; rule as of \d{4}-/);
	t.regex(shown, / {2}GB {2}Example Retail plc\n/);

	t.true(caseLines(app.state(), 76).every(line => lineText(line).length <= 76 || !lineText(line).includes('initial')));
	t.regex(caseLines(app.state(), 76).map(line => lineText(line).trim()).join(' '), /individuals +[^(]*\(Art\. 34\(1\)\)/);

	const late = {...app.state(), opened: {...app.state().opened!, at: new Date(Date.UTC(2021, 0, 1))}};
	t.regex(lineText(headerLine(late)), /draft · \w\w ended 2020-10-26 09:00/);
	t.regex(caseLines(late, 200).map(line => lineText(line)).join('\n'), /initial {5}ended 2020-10-26 09:00 UTC/);
});

test('what is left is told in days and hours, then hours, then minutes, rounded down', t => {
	const hour = 3_600_000;
	t.deepEqual([51 * hour + 1, 47.9 * hour, hour, hour - 1].map(left => timeLeft(left)), ['2 d 3 h', '47 h', '1 h', '59 min']);
});
