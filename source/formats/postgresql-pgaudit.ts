import {extract, field, first, join, literal, when, type FieldExpression, type FieldMap} from '../records/field-expression.ts';
import {allJoined, onlyMeaning} from './expressions.ts';
import type {Format, Sample} from './format.ts';
import {activityOfPayload, columnsOfPayload, customersOfPayload, payloadOf, resourceOfPayload, type Payload} from './pgaudit-payload.ts';
import {recordsOf, share, has, hasSome, textAt, valueAt, type SampleRecord} from './signature.ts';
import {rowsUnlessNamed} from './statement-words.ts';
import {clockOf, zonedTime} from './zone-names.ts';

const severities = 'DEBUG[1-5]?|INFO|NOTICE|WARNING|ERROR|LOG|FATAL|PANIC';
const moment = '[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}';
/** What syslog puts before a line: its priority, and in its older form a time without a year. */
const head = String.raw`(?:<[0-9]{1,3}>(?:1 )?)?(?:[A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8} [^ ]+ [^ \[]+\[[0-9]+\]: \[[0-9]+-1\] )?`;
const begins = `^${head}${moment}`;
/** What stands before a message: the prefix that the server was told to write, and the severity. */
const prefixed = `^([^\\n]*?)(?:${severities}|DETAIL|HINT|STATEMENT|CONTEXT|QUERY|LOCATION):  `;

/** Columns of a csvlog; older servers have fewer, from the end. */
const csvColumns = 'log_time user_name database_name process_id connection_from session_id session_line_num command_tag session_start_time virtual_transaction_id transaction_id error_severity sql_state_code message detail hint internal_query internal_query_pos context query query_pos location application_name backend_type leader_pid query_id'.split(' ');

/** What is not in the message itself. */
type Around = Required<Pick<FieldMap, 'time' | 'employee' | 'system' | 'ip' | 'device' | 'session'>> & {/** The time without its zone. */ readonly clock: FieldExpression; readonly severity: FieldExpression; readonly message: FieldExpression; readonly own: FieldExpression};

const fieldsOf = ({time, employee, system, ip, device, session, severity, message, own, clock}: Around, payload: Payload): FieldMap => ({
	time,
	timeStyle: {kind: 'iso'},
	id: first(allJoined('|', session, clock, payload.access), own),
	employee: first(employee, extract(message, 'connection authorized: user=([^ ]+)')),
	customers: customersOfPayload(payload),
	dataTypes: columnsOfPayload(payload),
	action: first(join(' ', payload.class, payload.command), severity),
	activity: first(activityOfPayload(payload), onlyMeaning(message, ['connection authorized: ', 'login']), literal('other')),
	system: first(system, literal('PostgreSQL')),
	resource: resourceOfPayload(payload),
	ip, device, session,
	outcome: onlyMeaning(severity, ['^(ERROR|FATAL|PANIC)$', 'error']),
	count: when(payload.command, ['COPY', 'SELECT'], rowsUnlessNamed(payload.rows, payload.statement, customersOfPayload(payload))),
});

/** The prefix is whatever log_line_prefix says: the usual ones are `user=%u,db=%d,app=%a,client=%h`, `%u@%d` and `%t:%r:%u@%d:[%p]:`. */
const inText = (text: FieldExpression, {time, clock, own}: Pick<Around, 'time' | 'clock' | 'own'>): FieldMap => {
	const prefix = extract(text, prefixed);
	return fieldsOf({
		time, clock, own,
		employee: first(extract(prefix, 'user=([^ ,=\\[\\]]+)'), extract(prefix, '(?:^|[ :])([^ ,:@=\\[\\]]+)@[^ ,:@=\\[\\]]')),
		system: first(extract(prefix, '(?:db|database)=([^ ,=\\[\\]]+)'), extract(prefix, '[^ ,:@=\\[\\]]@([^ ,:@=\\[\\]]+)')),
		ip: first(extract(prefix, '(?:client|host)=([0-9a-fA-F.:]+)'), extract(prefix, '(?:^|[ :])([0-9]{1,3}(?:\\.[0-9]{1,3}){3})\\([0-9]+\\)'), extract(prefix, '[A-Z ]:([0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7})\\([0-9]+\\)')),
		device: extract(prefix, '(?:app|application_name)=([^,\\[\\]]+)'),
		session: first(extract(prefix, '\\[([0-9]+)\\]'), extract(prefix, 'postgres[. ]([0-9]+)[\\] ]')),
		severity: extract(text, `^[^\\n]*?(${severities}|DETAIL|HINT|STATEMENT|CONTEXT|QUERY|LOCATION):  `),
		message: text,
	}, payloadOf(text, `^[^\\n]*?(?:${severities}):  `));
};

/** A csvlog, a jsonlog, and the records that CloudNativePG writes have a column or key for each. */
const inColumns = (key: (name: string) => FieldExpression, names: {readonly time: string; readonly user: string; readonly database: string; readonly session: string; readonly line: string}): FieldMap => {
	const message = key('message');
	const payload = payloadOf(message, '^');
	const audit = (name: string, otherwise: FieldExpression): FieldExpression => first(field('record', 'audit', name), otherwise);
	return fieldsOf({
		time: zonedTime(key(names.time)), clock: clockOf(key(names.time)), own: allJoined('|', key(names.session), key(names.line)), employee: key(names.user), system: key(names.database), device: key('application_name'),
		ip: first(extract(key('connection_from'), '^([0-9a-fA-F.:]+):[0-9]+$'), key('remote_host')), session: key(names.session), severity: key('error_severity'), message,
	}, {
		class: audit('class', payload.class), command: audit('command', payload.command), object: audit('object_name', payload.object), statement: audit('statement', payload.statement),
		access: first(allJoined(',', field('record', 'audit', 'statement_id'), field('record', 'audit', 'substatement_id'), join(',', field('record', 'audit', 'command'), field('record', 'audit', 'object_name'))), payload.access),
		rows: payload.rows, values: audit('parameter', payload.values),
	});
};

const csvNames = {time: 'log_time', user: 'user_name', database: 'database_name', session: 'session_id', line: 'session_line_num'};
const jsonNames = {time: 'timestamp', user: 'user', database: 'dbname', session: 'session_id', line: 'line_num'};
const line = field('line');

const isCloudSql = (record: SampleRecord): boolean => textAt(record, 'textPayload') !== '' && /postgres/.test(textAt(record, 'logName'));
const isOperator = (record: SampleRecord): boolean => /^(?:pgaudit|postgres)$/.test(textAt(record, 'logger')) && textAt(record, 'record', 'log_time') !== '';
const isJsonLog = (record: SampleRecord): boolean => has(record, 'timestamp', 'error_severity', 'message') && hasSome(record, 'session_id', 'pid', 'backend_type');
const isCsvLog = (record: SampleRecord): boolean => has(record, 'log_time', 'session_id', 'error_severity', 'message') && new RegExp(`^(?:${severities})$`).test(textAt(record, 'error_severity'));

const stamped = new RegExp(`${begins}[^\\n]*?(?:${severities}|DETAIL|HINT|STATEMENT|CONTEXT|QUERY|LOCATION):  `);
const audited = /^(?:[A-Z]+: +)?AUDIT: (?:SESSION|OBJECT),\d+,\d+,/;

const fieldsFor = (sample: Sample): FieldMap => {
	const records = recordsOf(sample);
	if (sample.kind === 'text') {
		const body = sample.rows.some(each => /^[<A-Z]/.test(each)) ? first(extract(line, `^${head}(${moment}[^\\x01]*)$`), line) : line;
		return inText(body, {time: zonedTime(body), clock: clockOf(body), own: field('none')});
	}

	if (records.some(record => isCloudSql(record))) {
		return inText(field('textPayload'), {time: field('timestamp'), clock: field('timestamp'), own: field('insertId')});
	}

	return records.some(record => valueAt(record, 'record') !== undefined)
		? inColumns(name => field('record', name), csvNames)
		: inColumns(name => field(name), records.some(record => isCsvLog(record)) ? csvNames : jsonNames);
};

export const postgresqlPgaudit: Format = {
	name: 'postgresql-pgaudit',
	title: 'PostgreSQL log, with pgaudit',
	recognised: 'lines that begin with a time (behind the head of a syslog, too) and hold LOG:, AUDIT: and the like; a csvlog (23 to 26 columns without a header); a jsonlog; the JSON of Cloud SQL and CloudNativePG',
	about: 'Statements by the user of the session: those that pgaudit records, and those that the server logs itself. It names tables, and columns where the statement lists them; customers where the condition of the statement names them by a value, or by a parameter that was logged.',
	detect: sample => sample.kind === 'text'
		? share(sample, record => stamped.test(textAt(record, 'line')) || audited.test(textAt(record, 'line')))
		: share(sample, record => isCloudSql(record) || isOperator(record) || isJsonLog(record) || isCsvLog(record)),
	text(lines) {
		if (lines.some(each => stamped.test(each))) {
			return {start: begins};
		}

		return lines.some(each => audited.test(each)) ? {start: audited.source} : undefined;
	},
	columns(rows) {
		const columns = rows[0]?.length ?? 0;
		const fitting = rows.filter(cells => new RegExp(begins).test(cells[0] ?? '') && new RegExp(`^(?:${severities})$`).test(cells[11] ?? ''));
		return columns >= 23 && columns <= csvColumns.length && fitting.length >= rows.length * 0.8 ? csvColumns.slice(0, columns) : undefined;
	},
	fields: fieldsFor,
	limitations: [
		'pgaudit records a statement before it ends: how many rows it gave, and whether it failed, is not in its record.',
		'A statement of PostgreSQL may stand in the log several times, once for each object, as SESSION and as OBJECT, and as the server\'s own; records of one statement on one object at one time count once, others each.',
		'Customers are those that a statement\'s condition names by a value, also by one that was logged as a parameter, and of several conditions those of the first: rows that other statements gave name nobody, and where the log numbers them they are rows of any table.',
		'Users choose the name of their application: where the prefix of a log writes it before the user, what it says of the user is not certain.',
	],
};
