import test from 'ava';
import {asked, csv, everything, load} from '../helpers/loading.ts';

const rows = csv('timestamp,user_id,customer_id,fields,action,records',
	'2020-10-01T10:00:00Z,E0042,C1002,email,read,',
	'2020-10-02T10:00:00Z,E0042,C1001,phone,read,',
	'2020-10-03T10:00:00Z,E0107,C1001,email,read,',
	'2020-10-04T10:00:00Z,E0042,C1003;C1004,email,export,2',
	'2020-10-05T10:00:00Z,E0042,C1003,email,export,900',
	'2020-10-06T10:00:00Z,E0042,,email,export,500',
	'2020-10-07T10:00:00Z,E0107,,email,export,',
	'2020-10-08T10:00:00Z,E0107,,,login,');

test('customers are listed in the order that is asked for, a page at a time', async t => {
	const investigation = await load(t, {'crm.csv': rows}, {maps: [{value: {role: 'count', column: 'records'}}]});
	const ids = async (page: {readonly offset: number; readonly limit: number; readonly sort?: 'id' | 'events' | 'last'; readonly descending?: boolean}): Promise<readonly string[]> =>
		(await investigation.customers({filter: everything, ...page})).map(({customer}) => customer);
	t.deepEqual(await ids({offset: 0, limit: 9}), ['C1001', 'C1002', 'C1003', 'C1004']);
	t.deepEqual(await ids({offset: 0, limit: 9, sort: 'events', descending: true}), ['C1001', 'C1003', 'C1002', 'C1004']);
	t.deepEqual(await ids({offset: 1, limit: 2, sort: 'last', descending: true}), ['C1004', 'C1001']);
});

test('bulk exports that do not name all whom they reach are found, those that name all of them are not', async t => {
	const investigation = await load(t, {'crm.csv': rows}, {maps: [{value: {role: 'count', column: 'records'}}]});
	const {events, found} = await investigation.unlisted({filter: everything, limit: 2});
	t.is(found, 3);
	t.deepEqual(events.map(({record}) => record), [5, 6]);
	t.deepEqual((await investigation.unlisted({filter: asked({employee: ['E0107']}), limit: 9})).events.map(({record, customerScope}) => [record, customerScope]), [[7, 'unknown']]);
});
