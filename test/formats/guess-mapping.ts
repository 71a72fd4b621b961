import test from 'ava';
import {columnExpression, columnValues, columnsOf, guessMapping, hasColumn, isClear, mappedFields, type Mapping} from '../../source/formats/guess-mapping.ts';
import {nameRank, type Role} from '../../source/formats/roles.ts';
import type {Sample} from '../../source/formats/format.ts';
import {cellReader, evaluate, jsonReader} from '../../source/records/evaluate-expression.ts';
import {parseTime, timeStyleOf} from '../../source/records/parse-time.ts';

/** A table of a header and rows, written with bars. */
const table = (header: string, ...rows: readonly string[]): Sample => ({kind: 'table', header: header.split('|'), rows: rows.map(row => row.split('|'))});
const json = (...rows: ReadonlyArray<Readonly<Record<string, unknown>>>): Sample => ({kind: 'json', rows});
const guess = (sample: Sample): Mapping => guessMapping(sample).mapping;

const exports: ReadonlyArray<readonly [string, Sample, Mapping]> = [
	['English', table('Event ID|Timestamp|User ID|User Full Name|Action|Customer ID|Customer Email|Fields Viewed|Ticket|IP Address|Result', 'a1|2020-10-01T09:30:00Z|E1|Ann Example|view|C1|c1@example.com|email|T1|192.0.2.1|ok', 'a2|2020-10-01T09:31:00Z|E2|Bob Example|view|C2|c2@example.com|phone|T2|192.0.2.2|ok'),
		{id: 'Event ID', time: 'Timestamp', employee: 'User ID', 'employee-name': 'User Full Name', activity: 'Action', customer: 'Customer ID', 'customer-email': 'Customer Email', 'data-type': 'Fields Viewed', reason: 'Ticket', ip: 'IP Address', outcome: 'Result'}],
	['German', table('Zeitstempel|Mitarbeiter|Kundennummer|Land|Aktion|Datenart|Grund|Ergebnis|IP-Adresse', '2020-10-01 09:30:00|E1|1001|Deutschland|gelesen|email|T1|erfolgreich|192.0.2.1', '2020-10-01 09:31:00|E2|1002|Schweiz|gelesen|email|T2|erfolgreich|192.0.2.2'),
		{time: 'Zeitstempel', employee: 'Mitarbeiter', customer: 'Kundennummer', 'customer-country': 'Land', activity: 'Aktion', 'data-type': 'Datenart', reason: 'Grund', outcome: 'Ergebnis', ip: 'IP-Adresse'}],
	['French', table('horodatage|utilisateur|id_client|pays|action|champs|motif', '2020-10-01 09:30:00|E1|C1|France|lecture|email|T1', '2020-10-01 09:31:00|E2|C2|Belgique|lecture|email|T2'),
		{time: 'horodatage', employee: 'utilisateur', customer: 'id_client', 'customer-country': 'pays', activity: 'action', 'data-type': 'champs', reason: 'motif'}],
	['Spanish', table('fecha_hora|usuario|cliente|accion|motivo', '2020-10-01 09:30:00|E1|C1|ver|T1', '2020-10-01 09:31:00|E2|C2|ver|T2'),
		{time: 'fecha_hora', employee: 'usuario', customer: 'cliente', activity: 'accion', reason: 'motivo'}],
	['Portuguese, with its marks', table('Data|Usuário|Cliente|Motivo|Operação', '2020-10-01 09:30:00|E1|C1|T1|ver', '2020-10-02 09:31:00|E2|C2|T2|ver'),
		{time: 'Data', employee: 'Usuário', customer: 'Cliente', reason: 'Motivo'}],
	['bulk exports', table('exported_at|exported_by|report|rows', '2020-10-01 09:30:00|E1|all-customers|5000', '2020-10-02 09:30:00|E2|all-customers|5001'),
		{time: 'exported_at', employee: 'exported_by', resource: 'report', count: 'rows'}],
	['nested JSON', json({at: '2020-10-01T09:30:00Z', actor: {id: 'E1', ip: '192.0.2.1'}, customers: [{id: 'C1'}, {id: 'C2'}], event: {name: 'view'}}, {at: '2020-10-01T09:31:00Z', actor: {id: 'E2', ip: '192.0.2.2'}, customers: [], event: {name: 'view'}}),
		{time: 'at', employee: 'actor.id', ip: 'actor.ip', customer: 'customers[].id'}],
];

for (const [language, sample, expected] of exports) {
	test(`an export is mapped by its own names: ${language}`, t => {
		t.like(guess(sample), expected);
		t.true(isClear(guessMapping(sample)));
	});
}

const splitTimes: ReadonlyArray<readonly [string, Sample, string, string]> = [
	['ISO days', table('date|time|user|customer|action', '2020-10-01|09:30:00|E1|C1|view', '2020-10-02|23:59:59|E2|C2|view'), 'date+time', '2020-10-01T09:30:00.000Z'],
	['American days and halves of the day', table('date|time|user|customer', '03/24/2020|3:04 PM|E1|C1', '03/25/2020|11:59 AM|E2|C2'), 'date+time', '2020-03-24T15:04:00.000Z'],
	['German', table('Datum|Uhrzeit|Benutzer|Kunde', '24.10.2020|09:30|E1|C1', '25.10.2020|10:30|E2|C2'), 'Datum+Uhrzeit', '2020-10-24T09:30:00.000Z'],
	['French', table('date|heure|utilisateur|client', '2020-10-01|09:30:00|E1|C1'), 'date+heure', '2020-10-01T09:30:00.000Z'],
	['Spanish', table('hora|fecha|usuario|cliente', '09:30:00|2020-10-01|E1|C1'), 'fecha+hora', '2020-10-01T09:30:00.000Z'],
	['days by a name that alone is no time', table('Tag|Uhrzeit|Benutzer|Kunde', '2020-10-01|09:30:00|E1|C1'), 'Tag+Uhrzeit', '2020-10-01T09:30:00.000Z'],
	['a clock with its offset', table('date|time|user|customer', '2020-10-01|09:30:00+02:00|E1|C1'), 'date+time', '2020-10-01T07:30:00.000Z'],
	['ISO days and halves of the day', table('Date|Clock|user|customer', '2020-10-01|3:04 PM|E1|C1', '2020-10-02|12:00 AM|E2|C2'), 'Date+Clock', '2020-10-01T15:04:00.000Z'],
	['days as a spreadsheet writes them', table('Date|Time|user|customer', '2020-10-01 00:00:00|09:30:00|E1|C1', '2020-10-02 00:00:00|09:31:00|E2|C2'), 'Date+Time', '2020-10-01T09:30:00.000Z'],
	['American days as a spreadsheet writes them', table('Date|Time|user|customer', '10/24/2020 12:00:00 AM|3:04 PM|E1|C1', '10/25/2020 12:00:00 AM|3:05 PM|E2|C2'), 'Date+Time', '2020-10-24T15:04:00.000Z'],
	['nested JSON, where the clock beside the day counts', json({time: '01:01:01', at: {date: '2020-10-01', time: '09:30:00'}, user: 'E1', customer: 'C1'}), 'at.date+at.time', '2020-10-01T09:30:00.000Z'],
];

for (const [name, sample, time, at] of splitTimes) {
	test(`a day and a clock in columns of their own are one time: ${name}`, t => {
		const mapping = guess(sample);
		t.is(mapping.time, time);
		t.true(isClear(guessMapping(sample)));
		const {style, share} = timeStyleOf(columnValues(sample, time))!;
		t.is(share, 1);
		const fields = mappedFields(sample, mapping, style);
		const text = evaluate(fields.time, sample.kind === 'table' ? cellReader(sample.header, sample.rows[0]!) : jsonReader(sample.rows[0]))!;
		t.like(parseTime(text, style, 'UTC'), {at: Date.parse(at) * 1000});
	});
}

test('a record without its clock has no time, not midnight', t => {
	const sample = table('date|time|user|customer', '2020-10-01|09:30:00|E1|C1', '2020-10-01||E1|C1');
	t.is(evaluate(columnExpression(sample, 'date+time'), cellReader(['date', 'time', 'user', 'customer'], ['2020-10-01', '', 'E1', 'C1'])), undefined);
	t.deepEqual(columnValues(sample, 'date+time'), ['2020-10-01 09:30:00']);
});

test('a column of dates without a clock stays as it is, whatever lasts how long', t => {
	t.is(guess(table('date|user|customer', '2020-10-01|E1|C1')).time, 'date');
	for (const other of ['duration', 'handle_time', 'response time', 'Dauer', 'note']) {
		t.is(guess(table(`date|user|customer|${other}`, '2020-10-01|E1|C1|00:05:12')).time, 'date', other);
	}

	t.is(guess(table('time|date|user|customer', '2020-10-01T09:30:00Z|2020-10-01|E1|C1')).time, 'time');
	t.is(guess(table('birthday|clock|user|customer', '1980-10-01|09:30:00|E1|C1')).time, undefined);
});

test('a mapping that is given stands', t => {
	const sample = table('date|time|user|customer', '2020-10-01|09:30:00|E1|C1');
	t.is(guessMapping(sample, {time: 'date'}).mapping.time, 'date');
	t.deepEqual(guessMapping(sample, {employee: 'customer', customer: 'user'}).mapping, {employee: 'customer', customer: 'user', time: 'date+time'});
});

test('a name with + is a column first, then the columns that it joins', t => {
	const columns = ['a', 'b', 'a+b', 'list[]', 'x+y', 'deep.list[].id'];
	for (const name of ['a', 'a+b', 'b+a', 'a+b+b', 'list', 'list[]', 'list+a', 'x+y+b', 'b+x+y', 'deep.list.id']) {
		t.true(hasColumn(columns, name), name);
	}

	for (const name of ['', '+', 'a+', '+a', 'c', 'a+c', 'x', 'x+b', 'toString', 'a++b']) {
		t.false(hasColumn(columns, name), name);
	}

	const sample = table(columns.join('|'), '1|2|3|4|5|6');
	t.deepEqual(['a+b', 'b+a', 'b+x+y', 'a+c'].map(name => columnValues(sample, name)), [['3'], ['2 1'], ['2 5'], []]);
});

test('values overrule names that mislead', t => {
	const sample = table('time|created_at|user|user_id|count|ip|customer|country', 'morning|2020-10-01T09:30:00Z|Ann|E1|many|none|C1|3', 'evening|2020-10-01T09:31:00Z|Bob|E2|few|none|C2|4');
	t.like(guess(sample), {time: 'created_at', employee: 'user_id', customer: 'customer', count: undefined, ip: undefined, 'customer-country': undefined});
	t.like(guess(table('user|login|time|customer', '2020-10-01T09:30:00Z|E1|2020-10-01T09:30:00Z|C1', '2020-10-01T09:31:00Z|E2|2020-10-01T09:31:00Z|C2')), {employee: 'login', time: 'time'});
	t.is(guess(table('id|time|user|customer', 'x|2020-10-01T09:30:00Z|E1|C1', 'x|2020-10-01T09:31:00Z|E1|C1', 'x|2020-10-01T09:32:00Z|E1|C1')).id, undefined);
});

test('names that no list holds are understood by their parts', t => {
	const names: ReadonlyArray<readonly [Role, string]> = [
		...'performed_by viewed_by_user_id executed_by agent_login user_login userPrincipalName actor.alternateId emp_id staff_no Sachbearbeiter requester created_by'.split(' ').map(name => ['employee', name] as const),
		...'client_no cust_id cust_no customer_ref client_ref viewed_customer target_customer numero_client Kunden-Nr. insured_no policyholder_id affected_customer customer_ids object.customer'.split(' ').map(name => ['customer', name] as const),
		...'zendesk_ticket jira Ticket-Nr. ticket_ref Vorgangsnummer access_reason support_case_no'.split(' ').map(name => ['reason', name] as const),
		...'total_rows result_count row_count exported_rows Anzahl_Zeilen number_of_customers'.split(' ').map(name => ['count', name] as const),
		...'pii_fields field_list viewed_fields data_shown fields_returned Datenfelder columns_read'.split(' ').map(name => ['data-type', name] as const),
		...'performed_at viewed_on action_time event_date_utc log_time'.split(' ').map(name => ['time', name] as const),
	];
	for (const [role, name] of names) {
		t.not(nameRank(role, name), undefined, `${name} for ${role}`);
	}

	for (const name of ['user_agent', 'approved_by', 'manager', 'customer_type', 'customer_name', 'session_id', 'user_role', 'agent_team', 'denial_reason', 'case_status', 'response_time_ms', 'client_version', 'contact_method', 'member_since', 'column_type']) {
		for (const role of ['employee', 'customer', 'reason', 'count', 'data-type', 'id', 'outcome'] as const) {
			t.is(nameRank(role, name), undefined, `${name} for ${role}`);
		}
	}
});

test('an id is one where every event stands in the log several times', t => {
	const rows = ['a1|2020-10-01T09:30:00Z|E1|C1', 'a2|2020-10-01T09:31:00Z|E2|C2', 'a3|2020-10-01T09:32:00Z|E1|C2'];
	t.is(guess(table('id|time|user|customer', ...rows, ...rows, ...rows, ...rows)).id, 'id');
});

test('what a browser calls itself is nobody', t => {
	t.is(guess(table('agent|time|login|customer', 'Mozilla/5.0 (X11)|2020-10-01T09:30:00Z|E1|C1', 'Mozilla/5.0 (Mac)|2020-10-01T09:31:00Z|E2|C2')).employee, 'login');
});

test('what is not clear is not guessed, and the columns that might be meant are told', t => {
	const sample = table('when|login|account|thing', '2020-10-01T09:30:00Z|ann|E1|x', '2020-10-01T09:31:00Z|bob|E2|y');
	const {mapping, candidates} = guessMapping(sample);
	t.false(isClear({mapping, candidates}));
	t.is(mapping.customer, undefined);
	t.deepEqual(candidates.employee, ['login', 'account']);
	t.false(isClear(guessMapping(table('a|b|c', '1|2|3'))));
	t.false(isClear(guessMapping(table('day|user|customer', 'Monday|E1|C1'))));
});

test('a count does not make a table clear while another column may name the customers', t => {
	for (const column of ['target_id', 'entity_id', 'account_number', 'holder_id', 'person', 'targets[].id']) {
		const sample = table(`time|user|rows|${column}`, '2020-10-01T09:30:00Z|E1|5|C1', '2020-10-01T09:31:00Z|E2|6|');
		t.deepEqual(guessMapping(sample).candidates.customer, [column]);
		t.false(isClear(guessMapping(sample)));
		t.true(isClear(guessMapping(sample, {resource: column})));
		t.true(isClear(guessMapping(sample, {customer: column})));
	}

	t.true(isClear(guessMapping(table('time|user|rows|target_id', '2020-10-01T09:30:00Z|E1|5|'))));
	t.true(isClear(guessMapping(table('time|user|rows|report_id', '2020-10-01T09:30:00Z|E1|5|R1'))));
});

test('columns of JSON are the paths of all its records', t => {
	t.deepEqual(columnsOf(json({a: {b: 1}, list: [{id: 1}]}, {c: null, tags: ['x'], 'a.b': 2})), ['a.b', 'list[].id', 'c', 'tags[]']);
	t.deepEqual(columnValues(json({list: [{id: 1}, {id: 2}]}, {list: []}), 'list[].id'), ['["1","2"]']);
});

test('a size is one of bytes, and no number of customers', t => {
	const mail = {kind: 'table', header: ['date', 'user', 'recipient', 'size'], rows: [['2020-10-01 09:30:00', 'E1', 'c1@example.com', '25830'], ['2020-10-01 09:31:00', 'E1', 'c2@example.com', '4096']]} as const;
	t.is(guessMapping(mail).mapping.count, undefined);
});
