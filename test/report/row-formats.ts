import test from 'ava';
import {rowKinds, type RowKind} from '../../source/report/report.ts';
import {reportCsv, reportNdjson} from '../../source/report/row-formats.ts';
import {rawCharacters, sampleAnswer, sampleEvent, sampleReport, whole} from '../helpers/sample-report.ts';

const csv = async (kind: RowKind, guarded = true, report = sampleReport): Promise<string> => whole(reportCsv(report, {kind, guarded}));

test('csv has a header with the names of the contract and a row an entry', async t => {
	const lines = (await csv('customer')).split('\r\n');
	t.is(lines[0], 'customer,email,country,dataTypes,events,employees,firstAt,lastAt');
	t.is(lines[1], 'C1001,customer0@example.com,GB,email;name,3,E0042,2020-10-01T09:00:00Z,2020-10-03T10:00:00Z');
	t.is(lines.length, 1 + 25 + 1);
});

test('each kind of rows has its header', async t => {
	const headers = await Promise.all(rowKinds.map(async kind => (await csv(kind)).split('\r\n')[0]));
	t.deepEqual(headers.slice(1, 5), ['employee,customers,events,firstAt,lastAt', 'dataType,customers,events', 'day,customers,events', 'country,customers']);
	t.is(headers[5], 'id,at,employee,employeeName,employeeEmail,accountKind,onBehalfOf,activity,action,customers,customerScope,recordCount,dataTypes,dataTypeBasis,system,resource,ip,device,session,reason,support,outcome,source,record');
});

test('a cell that a spreadsheet would take for a formula is guarded, unless raw cells are asked for', async t => {
	t.true((await csv('event')).includes('"\'=HYPERLINK(""http://example.com"")"'));
	t.true((await csv('event', false)).includes('"=HYPERLINK(""http://example.com"")"'));
});

test('control characters are visible in guarded cells; tabs and line ends stay behind quotes', async t => {
	const answer = {...sampleAnswer, customers: [{...sampleAnswer.customers[0]!, customer: 'C\u001B]52;\u0007\n1\u202E'}]};
	const guarded = await csv('customer', true, {...sampleReport, answer});
	t.deepEqual(rawCharacters(guarded), []);
	t.true(guarded.includes('"C␛]52;␇\n1⟨U+202E⟩"'));
	t.true((await csv('customer', false, {...sampleReport, answer})).includes('"C\u001B]52;\u0007\n1\u202E"'));
});

test('a tab at the beginning is guarded as a formula', async t => {
	const answer = {...sampleAnswer, customers: [{...sampleAnswer.customers[0]!, customer: '\t=1+1'}]};
	t.regex(await csv('customer', true, {...sampleReport, answer}), /'\t=1\+1/);
});

test('ndjson has one object a line with the same names', async t => {
	const rows = (await whole(reportNdjson(sampleReport, 'customer'))).trimEnd().split('\n').map(line => JSON.parse(line) as Record<string, unknown>);
	t.is(rows.length, 25);
	t.deepEqual(rows[0], {
		customer: 'C1001', email: 'customer0@example.com', country: 'GB', dataTypes: ['email', 'name'], events: 3, employees: ['E0042'],
		firstAt: '2020-10-01T09:00:00Z', lastAt: '2020-10-03T10:00:00Z',
	});
});

test('an event in ndjson has the names of the records, and no place in this investigation', async t => {
	const [event] = (await whole(reportNdjson(sampleReport, 'event'))).trimEnd().split('\n').map(line => JSON.parse(line) as Record<string, unknown>);
	t.is(event!['at'], '2020-10-01T09:00:00Z');
	t.is(event!['id'], sampleEvent.id);
	t.deepEqual(event!['customers'], sampleEvent.customers);
	t.false('row' in event!);
	t.false('ip' in event!);
});
