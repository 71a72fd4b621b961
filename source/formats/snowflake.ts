import {field, first, literal, when, type FieldMap} from '../records/field-expression.ts';
import {inAnyCase} from './any-case.ts';
import {allJoined, meaning, oneOf, whereFilled} from './expressions.ts';
import type {Format} from './format.ts';
import {has, hasSome, isFolded, share, type SampleRecord} from './signature.ts';
import {columnsOfStatement, customersOfStatement, rowsUnlessNamed} from './statement-words.ts';

const isRow = (record: SampleRecord): boolean => has(record, 'USER_NAME') && (
	has(record, 'EVENT_TIMESTAMP', 'IS_SUCCESS', 'REPORTED_CLIENT_TYPE')
	|| (has(record, 'QUERY_ID', 'QUERY_TEXT', 'START_TIME') && hasSome(record, 'WAREHOUSE_NAME', 'EXECUTION_STATUS'))
	|| (has(record, 'QUERY_ID', 'QUERY_START_TIME') && hasSome(record, 'DIRECT_OBJECTS_ACCESSED', 'BASE_OBJECTS_ACCESSED')));

/** The objects of an access, which exports have as a list or as its text. */
const objects = (...path: readonly string[]) => first(...['DIRECT_OBJECTS_ACCESSED', 'BASE_OBJECTS_ACCESSED'].map(column => field(column, '{}', '*', ...path)));

const fields: FieldMap = {
	time: oneOf('EVENT_TIMESTAMP', 'QUERY_START_TIME', 'START_TIME'),
	timeStyle: {kind: 'iso'},
	// A query has its row in both histories; each is an event of its own.
	id: first(field('EVENT_ID'), whereFilled(objects('objectName'), allJoined(' ', literal('access'), field('QUERY_ID'))), field('QUERY_ID')),
	employee: field('USER_NAME'),
	customers: customersOfStatement(field('QUERY_TEXT')),
	dataTypes: first(objects('columns', '*', 'columnName'), columnsOfStatement(field('QUERY_TEXT'))),
	action: first(oneOf('QUERY_TYPE', 'EVENT_TYPE'), whereFilled(objects('objectName'), literal('ACCESS'))),
	activity: first(meaning(field('QUERY_TYPE'), ['^SELECT', 'search'], ['^(UNLOAD|GET_FILES)', 'export']), whereFilled(field('EVENT_TIMESTAMP'), literal('login')), whereFilled(objects('objectName'), literal('read'))),
	system: literal('Snowflake'),
	resource: first(objects('objectName'), field('QUERY_TEXT')),
	ip: field('CLIENT_IP'),
	device: oneOf('REPORTED_CLIENT_TYPE', 'CLIENT_APPLICATION_ID'),
	session: field('SESSION_ID'),
	reason: field('QUERY_TAG'),
	outcome: meaning(oneOf('IS_SUCCESS', 'EXECUTION_STATUS'), ['^(YES|SUCCESS|success)$', 'success'], ['^NO$', 'denied'], ['^(FAIL|INCIDENT|fail|incident)', 'error']),
	count: when(field('QUERY_TYPE'), ['SELECT', 'UNLOAD', 'GET_FILES'], rowsUnlessNamed(field('ROWS_PRODUCED'), field('QUERY_TEXT'), customersOfStatement(field('QUERY_TEXT')))),
};

export const snowflake: Format = {
	name: 'snowflake',
	title: 'Snowflake login, query and access history',
	recognised: 'the columns USER_NAME with EVENT_TIMESTAMP and IS_SUCCESS, with QUERY_TEXT and START_TIME, or with QUERY_START_TIME and DIRECT_OBJECTS_ACCESSED',
	about: 'Who signed in, which queries ran and how many rows they gave; the access history names the very tables and columns. Only login history was seen in a real file; query and access history follow the documentation. Customers are those that the condition of a query names by a value; whose the other rows were, no history says.',
	detect: sample => share(sample, isRow),
	fields: sample => isFolded(sample, 'USER_NAME', 'QUERY_ID') ? inAnyCase(fields) : fields,
	limitations: ['A query of Snowflake stands in the query history and in the access history: loaded together, it is two events.', 'The histories of Snowflake arrive 45 minutes to three hours late and go back a year.', 'Of a query of Snowflake that names customers in several conditions, the first counts.', 'Times of Snowflake without an offset are in the time zone of the session that exported them: name it with --timezone.'],
};
