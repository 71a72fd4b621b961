import test from 'ava';
import {everything, load} from '../helpers/loading.ts';
import {testText} from '../helpers/text-fixture.ts';

const time = '2025-01-21 18:32:48.288';
const select = 'AUDIT: SESSION,3,1,READ,SELECT,TABLE,public.customers,"select c.email, phone';
const first = `${time} CET [4913] user=ann,db=crm,app=psql,client=192.0.2.7 LOG:  AUDIT: SESSION,1,1,READ,SELECT,TABLE,public.orders,select * from orders where customer_id = 'C1002',<not logged>`;
const stderr = [
	`${first}`,
	`${time} CET [4913] user=ann,db=crm,app=psql,client=192.0.2.7 LOG:  AUDIT: OBJECT,1,1,READ,SELECT,TABLE,public.orders,select * from orders where customer_id = 'C1002',<not logged>`,
	`2025-07-21 18:00:00 CEST [4914] user=bob,db=crm,app=x,client=::1 LOG:  ${select}`,
	'\tfrom customers c',
	'\t\twhere c.id in (\'C1\', \'C2\')",<not logged>',
	'2025-07-21 18:00:01 CEST [4914] user=bob,db=crm,app=x,client=::1 LOG:  AUDIT: SESSION,4,1,READ,COPY,TABLE,public.customers,COPY customers TO STDOUT,<not logged>,120',
	'2025-07-21 18:00:02 CEST [4914] user=bob,db=crm,app=x,client=::1 ERROR:  permission denied for table salaries',
	'2025-07-21 18:00:03 CEST [4914] user=[unknown],db=[unknown] LOG:  connection authorized: user=eve database=crm',
	'2025-07-21 18:00:04 CEST [4915] user=eve,db=crm LOG:  duration: 0.145 ms  execute S_1: UPDATE public.contacts SET x = 1 WHERE contact_id = 7',
].map(line => `${line}\n`).join('');

test.serial('the log of a server: statements over several lines, zones by name, one access that stands there as SESSION and as OBJECT', async t => {
	const investigation = await load(t, {export: stderr});
	t.like(investigation.sources[0], {format: 'postgresql-pgaudit', records: {read: 7, kept: 6, duplicate: 1, rejected: 0}});
	const events = await investigation.events({filter: everything, offset: 0, limit: 20});
	t.deepEqual(events.map(({at, employee, activity, action, customers}) => [new Date(at / 1000).toISOString(), employee, activity, action, customers]), [
		['2025-01-21T17:32:48.288Z', 'ann', 'read', 'READ SELECT', ['C1002']],
		['2025-07-21T16:00:00.000Z', 'bob', 'read', 'READ SELECT', ['C1', 'C2']],
		['2025-07-21T16:00:01.000Z', 'bob', 'export', 'READ COPY', []],
		['2025-07-21T16:00:02.000Z', 'bob', 'other', 'ERROR', []],
		['2025-07-21T16:00:03.000Z', 'eve', 'login', 'LOG', []],
		['2025-07-21T16:00:04.000Z', 'eve', 'update', 'UPDATE', ['7']],
	]);
	t.like(events[0], {resource: 'public.orders', system: 'crm', ip: '192.0.2.7', device: 'psql', session: '4913', dataTypes: ['order_history'], dataTypeBasis: 'rule:table-orders'});
	t.like(events[1], {resource: 'public.customers', dataTypes: ['email', 'phone'], dataTypeBasis: 'logged', ip: '::1'});
	t.like(events[2], {recordCount: 120, customerScope: 'counted'});
	t.like(events[3], {outcome: 'error'});
	t.like(events[5], {resource: 'public.contacts'});
	for (const {row} of events) {
		t.true((await investigation.record(row)).agrees);
	}
});

testText('postgresql-pgaudit', {
	title: 'the prefixes of Debian, of RDS and of Heroku',
	content: [
		`2025-01-21 10:00:00 UTC [77] ann@crm LOG:  AUDIT: SESSION,1,1,WRITE,INSERT,TABLE,public.notes,"insert into notes values ('a,b ""c""')",<none>`,
		`2025-01-21 10:00:01 UTC:192.0.2.8(54321):bob@crm:[78]:LOG:  AUDIT: SESSION,1,1,READ,SELECT,,,select 1,<none>`,
		'2025-01-21T10:00:02+00:00 app[postgres.4882]: [GREEN] [15-1]  sql_error_code = 00000 LOG:  statement: select name from clients where id = 9',
	].map(line => `${line}\n`).join(''),
	expected: [
		{at: '2025-01-21T10:00:00.000Z', employee: 'ann', system: 'crm', activity: 'create', resource: 'public.notes', session: '77'},
		{at: '2025-01-21T10:00:01.000Z', employee: 'bob', system: 'crm', activity: 'read', ip: '192.0.2.8', session: '78'},
		{at: '2025-01-21T10:00:02.000Z', employee: undefined, activity: 'read', resource: 'clients', customers: ['9'], dataTypes: ['name'], session: '4882'},
	],
	messy: `\tfrom customers\n\twhere true\n${first}\r\n\r\n${first.replace(' CET', ' PST')}\n${first.replace('-21 ', '-31 ')}\n${first.replace('-01-21', '-02-31')}\n${first}`,
	counts: {read: 6, kept: 2, duplicate: 1, rejected: 3},
	reasons: ['it is the rest of a record whose beginning is not in this file', 'time not understood: "2025-01-21 18:32:48.288 PST"', 'time not understood: "2025-02-31 18:32:48.288+01:00"'],
});

const csvRow = (at: string, message: string, quote: string): string =>
	`${quote}${at}${quote},"ann","crm",1001,"192.0.2.10:54321",00000001.000003e9,${message.length},"SELECT",${quote}2026-05-16 05:00:00 UTC${quote},1/1,0,LOG,00000,"${message.replaceAll('"', '""')}",,,,,,,,,"desk","client backend",,0`;
const message = 'AUDIT: SESSION,2,1,READ,SELECT,TABLE,public.customers,"select email\nfrom ""customers"" where customer_no = 1002",<not logged>';

for (const quote of ['', '"']) {
	testText('postgresql-pgaudit', {
		title: `a csvlog without a header, ${quote === '' ? 'as the server writes it' : 'every text quoted'}`,
		content: `${csvRow('2026-05-16 05:11:50.269 UTC', message, quote)}\n${csvRow('2026-05-16 05:20:03.994 UTC', 'statement: SELECT 1', quote)}\n`,
		expected: [
			{at: '2026-05-16T05:11:50.269Z', employee: 'ann', system: 'crm', ip: '192.0.2.10', resource: 'public.customers', customers: ['1002'], dataTypes: ['email'], session: '00000001.000003e9', device: 'desk'},
			{at: '2026-05-16T05:20:03.994Z', activity: 'read', action: 'SELECT'},
		],
		messy: `${csvRow('2026-05-16 05:11:50.269 UTC', message, quote)}\n${csvRow('2026-05-16 05:11:50.269 UTC', message, quote)}\n${csvRow('2026-05-16 05:11:50.269 IST', message, quote)}\n${csvRow('2026-05-16 05:11:51 UTC', message, quote)}\na,b\n${csvRow('2026-05-16 05:11:52 UTC', message, quote)}\n${csvRow('2026-05-16 05:11:53 UTC', message, quote)}\n`,
		counts: {read: 7, kept: 4, duplicate: 1, rejected: 2},
		reasons: ['2 cells where 26 are expected', 'time not understood: "2026-05-16 05:11:50.269 IST"'],
	});
}

const cloudSql = {insertId: 'x1', logName: 'projects/crm/logs/cloudsql.googleapis.com%2Fpostgres.log', textPayload: `[24667]: [2-1] db=crm,user=ann LOG:  ${message}`, timestamp: '2020-05-02T13:00:20.382318Z'};
const jsonLog = {timestamp: '2025-01-21 18:32:48.288 CET', user: 'ann', dbname: 'crm', pid: 7, remote_host: '192.0.2.1', session_id: '64.7', line_num: 3, error_severity: 'LOG', message, application_name: 'desk', backend_type: 'client backend'};
const operator = {level: 'info', ts: '2025-01-21T17:32:48Z', logger: 'pgaudit', msg: 'record', record: {
	log_time: '2025-01-21 17:32:48.288 UTC', user_name: 'ann', database_name: 'crm', process_id: '7', connection_from: '192.0.2.1:5000', session_id: '64.7', session_line_num: '3', error_severity: 'LOG', application_name: 'desk',
	audit: {audit_type: 'SESSION', statement_id: '2', substatement_id: '1', class: 'READ', command: 'SELECT', object_type: 'TABLE', object_name: 'public.customers', statement: 'select email\nfrom customers where customer_no = 1002', parameter: '<none>'},
}};

for (const [shape, record, at] of [['Cloud SQL\'s JSON', cloudSql, '2020-05-02T13:00:20.382Z'], ['a jsonlog', jsonLog, '2025-01-21T17:32:48.288Z'], ['CloudNativePG\'s JSON', operator, '2025-01-21T17:32:48.288Z']] as const) {
	const text = JSON.stringify(record);
	testText('postgresql-pgaudit', {
		title: `${shape}`,
		content: `${text}\n`,
		expected: [{at, employee: 'ann', system: 'crm', activity: 'read', action: 'READ SELECT', resource: 'public.customers', customers: ['1002'], dataTypes: ['email']}],
		messy: `${text}\r\n\n${text.slice(0, 50)}\n${text}\n`,
		counts: {read: 3, kept: 1, duplicate: 1, rejected: 1},
		reasons: ['not valid JSON'],
	});
}

test.serial('what pgaudit prints to a terminal has no times: every record is rejected for that', async t => {
	const {sources: [source]} = await load(t, {export: 'SET pgaudit.log = \'all\';\nNOTICE:  AUDIT: SESSION,3,1,MISC,SET,,,SET x,<not logged>\nselect 1;\nNOTICE:  AUDIT: SESSION,4,1,READ,SELECT,,,select 1,<none>\n'});
	t.like(source, {format: 'postgresql-pgaudit', records: {read: 3, kept: 0, duplicate: 0, rejected: 3}});
});

test.serial('parameters that were logged, copies by whichever name, names in quotes, and rows of statements that name nobody', async t => {
	const audits = [
		'READ,SELECT,TABLE,public.customers,"select ""Email"", phone from public.customers where tenant = $1 and customer_id = $2","7,C2"',
		'READ,SELECT,TABLE,public.account,COPY account TO stdout,<none>',
		'WRITE,COPY,,,COPY crm.imported from stdin,<none>,9',
		'READ,SELECT,TABLE,"public.""Odd, name""",select * from customers,<not logged>,1500',
		'READ,SELECT,TABLE,public.orders,select * from orders where customer_id = 7,<not logged>,20',
	].map((audit, at) => `2025-01-21 18:32:0${at} UTC [1] user=ann,db=crm LOG:  AUDIT: SESSION,${at + 1},1,${audit}\n`).join('');
	const investigation = await load(t, {export: audits});
	const events = await investigation.events({filter: everything, offset: 0, limit: 20});
	t.deepEqual(events.map(({activity, customers, customerScope, recordCount, resource, dataTypes}) => [activity, customers, customerScope, recordCount, resource, dataTypes]), [
		['read', ['C2'], 'listed', undefined, 'public.customers', ['email', 'phone']],
		['export', [], 'unknown', undefined, 'public.account', ['unknown']],
		['create', [], 'counted', 9, 'crm.imported', ['unknown']],
		['read', [], 'counted', 1500, 'public."Odd, name"', ['unknown']],
		['read', ['7'], 'listed', undefined, 'public.orders', ['order_history']],
	]);
	for (const {row} of events) {
		t.true((await investigation.record(row)).agrees);
	}
});

test.serial('lines that came through syslog, in either of its forms', async t => {
	const audit = (statement: number, customer: string): string => `user=ann,db=crm LOG:  AUDIT: SESSION,${statement},1,READ,SELECT,TABLE,public.customers,"select email from public.customers where customer_id = '${customer}'",<not logged>`;
	const investigation = await load(t, {
		new: `<134>1 2025-01-21T18:32:48.288Z db1 postgres 4711 - - ${audit(1, 'C1')}\n<134>1 2025-01-21T18:32:49.288Z db1 postgres 4711 - - ${audit(2, 'C2')}\n`,
		old: `Jan 21 19:32:50 db1 postgres[4711]: [5-1] 2025-01-21 19:32:50.288 CET [4711] ${audit(3, 'C3')}\n<134>Jan 21 19:32:51 db1 postgres[4711]: [6-1] 2025-01-21 19:32:51.288 CET [4711] ${audit(4, 'C4').replace(' from', '\nJan 21 19:32:51 db1 postgres[4711]: [6-2] #011 from')}\n`,
	});
	const events = await investigation.events({filter: everything, offset: 0, limit: 20});
	t.deepEqual(events.map(({at, employee, customers, session}) => [new Date(at / 1000).toISOString(), employee, customers, session]), [
		['2025-01-21T18:32:48.288Z', 'ann', ['C1'], '4711'], ['2025-01-21T18:32:49.288Z', 'ann', ['C2'], '4711'], ['2025-01-21T18:32:50.288Z', 'ann', ['C3'], '4711'], ['2025-01-21T18:32:51.288Z', 'ann', ['C4'], '4711'],
	]);
	for (const {row} of events) {
		t.true((await investigation.record(row)).agrees);
	}
});
