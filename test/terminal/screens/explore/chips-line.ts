import test from 'ava';
import {affectedWords, chipsLine} from '../../../../source/terminal/screens/explore/chips-line.ts';
import {lineText, lineWidth} from '../../../../source/terminal/drawing/line.ts';
import {driveApp} from '../../../helpers/app-driver.ts';

test('the range of affected customers is honest', t => {
	t.is(affectedWords({atLeast: 571, atMost: 571, unknownEvents: 0}), '571 customers');
	t.is(affectedWords({atLeast: 571, atMost: 5571, unknownEvents: 0}), 'at least 571, at most 5,571 customers');
	t.is(affectedWords({atLeast: 1, unknownEvents: 2}), 'at least 1 customer');
});

test('chips say who, what and when, and the counts stand at the right end', async t => {
	const app = driveApp({filterText: 'employee:E0042 data:email time:2020-10-01..2020-10-24'});
	await app.answered();
	const text = lineText(chipsLine(app.state(), 140));
	t.regex(text, /^WHO E0042 ✕ │ WHAT email ✕ │ WHEN 2020-10-01\.\.24 ✕ {2,}[\d,]+ events · /);
	app.end();
});

test('the line has its width on any screen, and chips that do not fit are counted', async t => {
	const app = driveApp({filterText: 'employee:E0042 data:email time:2020-10-01..2020-10-24 activity:export'});
	await app.answered();
	for (const width of [36, 60, 76, 116, 196]) {
		t.is(lineWidth(chipsLine(app.state(), width)), width);
	}

	t.regex(lineText(chipsLine(app.state(), 60)), /│ \+\d/);
	app.end();
});

test('an address in a chip is masked like everywhere else', async t => {
	const app = driveApp({filterText: 'customer:jane@example.com'});
	await app.answered();
	t.regex(lineText(chipsLine(app.state(), 120)), /j•••@example\.com/);
	app.press('m');
	t.regex(lineText(chipsLine(app.state(), 120)), /jane@example\.com/);
	app.end();
});

test('what was denied is said where there is no room for of how many events', async t => {
	const app = driveApp({filterText: 'employee:E0042'});
	await app.answered();
	const {totals} = app.state().answers;
	const denied = {...app.state(), answers: {...app.state().answers, totals: {...totals!, value: {...totals!.value, totals: {...totals!.value.totals, denied: 39}}}}};
	t.regex(lineText(chipsLine(denied, 140)), /39 denied \(of /);
	t.regex(lineText(chipsLine(denied, 85)), /customers · 39 denied$/);
	app.end();
});
