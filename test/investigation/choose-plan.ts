import test, {type ExecutionContext} from 'ava';
import {ExpectedError} from '../../source/errors.ts';
import {csv, everything, load} from '../helpers/loading.ts';

type Request = Parameters<typeof load>[2];

const refused = async (t: ExecutionContext, content: string, request: Request = {}): Promise<ExpectedError> =>
	(await t.throwsAsync<ExpectedError>(load(t, {'log.csv': content}, request), {instanceOf: ExpectedError}))!;

test('a table that is not clear is refused with its columns and the --map that would settle it', async t => {
	const {message, next} = await refused(t, csv('when,login,thing', '2020-10-01T09:30:00Z,E1,x', '2020-10-01T09:31:00Z,E2,y'));
	t.is(message, 'it is not clear which column holds the customer');
	t.regex(next!, /^Columns: when, login, thing\. Understood: time=when, employee=login\. Say which, such as --map customer=thing\.$/);
});

test('names in --map that are slips of the pen are told with the nearest', async t => {
	const content = csv('when,login,thing', '2020-10-01T09:30:00Z,E1,x');
	t.regex((await refused(t, content, {maps: [{value: {role: 'custommer', column: 'thing'}}]})).message, /did you mean customer\?/);
	t.regex((await refused(t, content, {maps: [{value: {role: 'customer', column: 'thin'}}]})).message, /did you mean thing\?/);
	t.regex((await refused(t, content, {maps: [{files: 'log.csv', value: {role: 'customer', column: 'thin'}}]})).message, /has no column "thin"; did you mean thing\?/);
});

test('a mapping with a pattern wins over one for all, and only where it matches', async t => {
	const content = csv('when,login,a,b', '2020-10-01T09:30:00Z,E1,x,y');
	const investigation = await load(t, {'one.csv': content, 'two.csv': content}, {maps: [{files: 'two.csv', value: {role: 'customer', column: 'b'}}, {value: {role: 'customer', column: 'a'}}]});
	t.deepEqual(investigation.sources.map(({mapping}) => mapping['customer']), ['a', 'b']);
});

test('what is said for files that are not there is told, with the name that may have been meant', async t => {
	const content = csv('time,user,customer', '2020-10-01 09:30:00,E1,C1');
	for (const request of [{timezones: [{files: 'lgo.csv', value: 'Europe/Berlin'}]}, {maps: [{files: 'lgo.csv', value: {role: 'customer', column: 'user'} as const}]}, {formats: [{files: 'lgo.csv', value: 'table'}]}]) {
		const {notes} = await load(t, {'log.csv': content}, request);
		t.regex(notes.join('\n'), /lgo\.csv.* was not used: no file is named so; did you mean log\.csv\?$/);
	}

	t.deepEqual((await load(t, {'log.csv': content}, {timezones: [{files: 'l*.csv', value: 'Europe/Berlin'}, {files: '**/log.csv', value: 'Europe/Berlin'}]})).notes, []);
});

test('a day and a clock in columns of their own reach the events and their citations', async t => {
	const investigation = await load(t, {
		'a.csv': csv('date,time,user,customer,action', '2020-10-01,09:30:00,E1,C1,view', '2020-10-01,,E1,C2,view'),
		'b.csv': csv('Datum;Uhrzeit;Benutzer;Kunde;Aktion', '24.10.2020;15:04;E2;C3;read'),
		'c.csv': csv('date,time,user,customer,action,ip', '03/24/2020,3:04 PM,E1,C1,view,192.0.2.1', '03/24/2020,12:04 AM,E1,C1,view,192.0.2.1'),
		'd.ndjson': '{"day":"x","date":"2020-10-01","time":"09:30:00.5","user":"E1","customer":"C1"}\n',
	}, {timezones: [{files: 'b.csv', value: 'Europe/Berlin'}]});
	t.deepEqual(investigation.sources.map(({mapping}) => mapping['time']), ['date+time', 'Datum+Uhrzeit', 'date+time', 'date+time']);
	t.deepEqual(investigation.sources.map(({records}) => [records.kept, records.rejected]), [[1, 1], [1, 0], [2, 0], [1, 0]]);
	const events = await investigation.events({filter: everything, offset: 0, limit: 9});
	t.deepEqual(events.map(({at}) => new Date(at / 1000).toISOString()), ['2020-03-24T00:04:00.000Z', '2020-03-24T15:04:00.000Z', '2020-10-01T09:30:00.000Z', '2020-10-01T09:30:00.500Z', '2020-10-24T13:04:00.000Z']);
	for (const {row} of events) {
		t.true((await investigation.record(row)).agrees);
	}

	t.is((await investigation.record(events[1]!.row)).atOriginal, '03/24/2020 3:04 PM');
});

test('a day that a spreadsheet wrote with its midnight, and a clock of twelve hours, are one time', async t => {
	const investigation = await load(t, {
		'a.csv': csv('date,time,user,customer', '2020-10-01 00:00:00,09:30:00,E1,C1', '2020-10-02 00:00:00,,E1,C2'),
		'b.csv': csv('date,time,user,customer,action', '2020-10-01,3:04 PM,E2,C3,view'),
	});
	t.deepEqual(investigation.sources.map(({mapping, records}) => [mapping['time'], records.kept, records.rejected]), [['date+time', 1, 1], ['date+time', 1, 0]]);
	const events = await investigation.events({filter: everything, offset: 0, limit: 9});
	t.deepEqual(events.map(({at}) => new Date(at / 1000).toISOString()), ['2020-10-01T09:30:00.000Z', '2020-10-01T15:04:00.000Z']);
	for (const {row} of events) {
		t.true((await investigation.record(row)).agrees);
	}
});

test('a count is not enough while a column may name the customers', async t => {
	const content = csv('time,user,rows,target_id', '2020-10-01T09:30:00Z,E1,5,C1;C2');
	const {message, next} = await refused(t, content);
	t.is(message, 'it is not clear which column holds the customer');
	t.regex(next!, /--map customer=target_id \(or --map resource=target_id if it names no customers\)\.$/);
	const investigation = await load(t, {'log.csv': content}, {maps: [{value: {role: 'customer', column: 'target_id'}}]});
	t.is((await investigation.totals({filter: everything})).affected.atMost, 5);
});

test('a day and a clock that no style of times reads together are refused, not put at midnight', async t => {
	t.regex((await refused(t, csv('date,time,user,customer', '2020-10-01,25:04,E1,C1'))).message, /times in "date\+time" are not understood: "2020-10-01 25:04"/);
});
