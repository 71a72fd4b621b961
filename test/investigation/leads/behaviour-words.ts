import test, {type ExecutionContext} from 'ava';
import type {LeadsAsk} from '../../../source/investigation/leads/leads.ts';
import {csv, load} from '../../helpers/loading.ts';
import {temporaryFile} from '../../helpers/temporary-files.ts';

const staff = csv('id,name,team,left', 'E0042,Jane Rivera,Support,2026-03-31', 'E0117,Kim Osei,Support,', 'E0200,Sam Lee,Support,');

const dayOf = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);

/** Three customers a day for each from January to April; then 40 others in two days of March, and three in the night behind the 31st. */
const log = csv('time,employee,customer,data_type,outcome', ...Array.from({length: 90}, (_, day) => dayOf(day)).flatMap(day => ['E0042', 'E0117', 'E0200'].flatMap(employee => [1, 2, 3].map(customer => `${day}T12:00:00Z,${employee},C100${customer},email,`))),
	...Array.from({length: 40}, (_, at) => `2026-03-${at < 20 ? 10 : 11}T12:00:00Z,E0042,C${2000 + at},email,`), '2026-04-01T01:00:00Z,E0042,C1001,email,', '2026-04-01T02:00:00Z,E0042,C1002,email,', '2026-04-01T02:30:00Z,E0042,C1003,email,denied',
);

const jane = async (t: ExecutionContext, ask: LeadsAsk) => {
	const investigation = await load(t, {'log.csv': log}, {employees: [temporaryFile(t, 'staff.csv', staff)]});
	return investigation.leads(ask);
};

test('the last 30 days before leaving and the days behind it are told with their numbers, by the days of the display zone', async t => {
	const {behaviour: [found, ...others]} = await jane(t, {});
	t.deepEqual(others, []);
	t.deepEqual(found!.why.filter(why => why.includes('leaving')), [
		'43 customers in the 30 days up to leaving on 31 Mar 2026; usual 3 in 30 days, team 3',
		'3 events after leaving on 31 Mar 2026, the last on 1 Apr 2026; 2 customers reached, 1 event denied',
	]);
	t.is(found!.why.at(-1), 'the exports log no reasons');
	// In New York that night is still the 31st.
	const {behaviour: [there]} = await jane(t, {displayTimezone: 'America/New_York'});
	t.deepEqual(there!.why.filter(why => why.includes('leaving')), ['43 customers in the 30 days up to leaving on 31 Mar 2026; usual 3 in 30 days, team 3']);
});

test('where the exports end before the day of leaving it is said how many of the days they hold', async t => {
	const {behaviour: [found]} = await jane(t, {surfaced: Date.UTC(2026, 2, 21) * 1000});
	t.true(found!.why.includes('43 customers in the 30 days up to leaving on 31 Mar 2026 (of which the exports hold 19); usual 3 in 30 days, team 3'));
});

test('the days of what stands out most are those of its evidence', async t => {
	const only = log.split('\n').filter(row => !row.includes('C20')).join('\n');
	const investigation = await load(t, {'log.csv': only}, {employees: [temporaryFile(t, 'staff.csv', staff)]});
	const {behaviour: [found]} = await investigation.leads({});
	t.is(found!.day, '2026-04-01..2026-04-01');
});

test('blind, no sentence and no caveat names who left', async t => {
	const answer = await jane(t, {called: account => `E-${account.length}`});
	t.regex(JSON.stringify(answer), /events after leaving on 31 Mar 2026/);
	t.notRegex(JSON.stringify(answer), /E0042|E0117|Jane|Rivera/);
});

test('ids that follow one another are found in numbers of any length', async t => {
	const usual = Array.from({length: 30}, (_, day) => dayOf(day)).flatMap((day, at) => ['E1', 'E2', 'E3'].map((employee, place) => `${day}T12:00:00Z,${employee},${1 + at * 41 + place * 7}`));
	// Somebody reached everybody once, so that all ids between exist.
	const all = Array.from({length: 1300}, (_, at) => `${dayOf(at % 30)}T09:00:00Z,batch,${1 + at}`);
	const run = Array.from({length: 12}, (_, at) => `2026-01-20T15:00:00Z,E2,${95 + at}`);
	const investigation = await load(t, {'log.csv': csv('time,employee,customer', ...usual, ...all, ...run)});
	const {behaviour} = await investigation.leads({});
	t.true(behaviour.find(({employee}) => employee === 'E2')!.why.includes('12 customers whose ids follow one another on 20 Jan 2026; usual 1, team 1'));
});
