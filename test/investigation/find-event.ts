import test from 'ava';
import {exactly} from '../../source/filter/conjuncts.ts';
import {csv, everything, load} from '../helpers/loading.ts';
import type {EventSearch} from '../../source/investigation/investigation.ts';

const header = 'timestamp,employee,customer,action,reason';
const rows = [
	'2020-10-01T23:30:00Z,E1,C1;C7,view,Ticket 4711', '2020-10-02T08:00:00Z,E2,C2,export,', '2020-10-02T09:00:00Z,E1,C3,view,refund',
	'2020-10-03T10:00:00Z,E3,C4,view,ticket 4712', '2020-10-03T11:00:00Z,E2,C5,view,',
];

const search = (text: string, change: Partial<EventSearch> = {}): EventSearch => ({text, after: -1, by: 1, ...change});

test('the next event that shows a text is found in the order of the list, going around its end', async t => {
	const investigation = await load(t, {'a.csv': csv(header, ...rows)});
	const find = async (wanted: EventSearch, displayTimezone = 'UTC') => investigation.findEvent({filter: everything, displayTimezone, ...wanted});
	t.is(await find(search('TICKET')), 0);
	t.is(await find(search('ticket', {after: 0})), 3);
	t.is(await find(search('ticket', {after: 3})), 0);
	t.is(await find(search('ticket', {after: 3, by: -1})), 0);
	t.is(await find(search('ticket', {after: 0, by: -1})), 3);
	t.is(await find(search('nobody')), undefined);
	t.is(await find(search('c7')), 0);
	t.is(await find(search('export')), 1);
	t.is(await find(search('10-02 0')), 1);
	t.is(await find(search('10-02 0'), 'Europe/Berlin'), 0);
	t.is(await find(search('ticket', {descending: true})), 1);
	t.is(await find(search('E2', {sort: 'employee'})), 2);
	t.is(await find(search('E2', {sort: 'employee', descending: true})), 1);
	t.is(await find(search('E2', {blind: true})), undefined);
});

test('a find stops with its signal', async t => {
	const investigation = await load(t, {'a.csv': csv(header, ...rows)});
	await t.throwsAsync(investigation.findEvent({filter: everything, signal: AbortSignal.abort(), ...search('x')}));
});

test('coverage tells the days on which each system wrote anything, and how much', async t => {
	const investigation = await load(t, {'a.csv': csv('timestamp,employee,customer,action,system', '2020-10-01T23:30:00Z,E1,C1,view,crm', '2020-10-01T01:30:00Z,E1,C1,view,crm', '2020-10-03T08:00:00Z,E1,C1,view,crm', '2020-10-02T08:00:00Z,E1,C1,view,shop')});
	const day = (text: string): number => Date.parse(text) / 86_400_000;
	t.deepEqual(await investigation.coverage('UTC'), [{system: 'crm', days: [day('2020-10-01'), day('2020-10-03')], events: [2, 1]}, {system: 'shop', days: [day('2020-10-02')], events: [1]}]);
	t.deepEqual((await investigation.coverage('Europe/Berlin'))[0], {system: 'crm', days: [day('2020-10-01'), day('2020-10-02'), day('2020-10-03')], events: [1, 1, 1]});
});

test('accounts whose team nobody knows are found by what the facet calls them', async t => {
	const investigation = await load(t, {'a.csv': csv(header, ...rows)});
	const {rows: [row]} = await investigation.facet({filter: everything, field: 'team', limit: 5});
	t.like(row, {value: 'unknown', events: 5});
	t.is(await investigation.countEvents({filter: exactly('team', 'unknown')}), 5);
});
