import test from 'ava';
import {printFilter} from '../../../source/filter/print.ts';
import {parseFilter} from '../../../source/filter/parse.ts';
import {formatNumber} from '../../../source/document/format-number.ts';
import {fakeInvestigation} from '../../helpers/fake-investigation.ts';
import {explored, startJourney} from '../../helpers/journey.ts';

test('from the load to a typed filter and the right number of customers', async t => {
	const pty = startJourney(t, {loading: 3000});
	await explored(pty);
	// It may have come and gone between two looks.
	t.regex(pty.output(), /partial · loading \d+ %/);
	await pty.press('f');
	pty.type('employee:E0042 data:email');
	await pty.press('enter');
	await pty.waitFor('WHO E0042 ✕ │ WHAT email ✕');
	const filter = parseFilter('employee:E0042 data:email', {displayTimezone: 'UTC'});
	const {totals} = await fakeInvestigation().totals({filter});
	await pty.waitFor(`${formatNumber(totals.events)} events · at least ${formatNumber(totals.customers)},`);
	t.is(printFilter(filter), 'employee:E0042 data:email');
});

test('a mistake is told while it is typed, with its place and what was meant', async t => {
	const pty = startJourney(t);
	await explored(pty);
	await pty.press('f');
	pty.type('emploee:E0042');
	await pty.waitFor(/✕ column 1: no field "emploee"; did you mean employee\?/);
	await pty.press('escape');
	await pty.waitFor('Everything; f filters');
	t.pass();
});

test('values are completed with Tab', async t => {
	const pty = startJourney(t);
	await explored(pty);
	await pty.press('f');
	pty.type('employee:E004');
	await pty.waitFor('▸ E0042');
	await pty.press('tab', 'enter');
	await pty.waitFor('WHO E0042 ✕');
	t.pass();
});
