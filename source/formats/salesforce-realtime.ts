import {extract, field, first, join, literal, type FieldMap} from '../records/field-expression.ts';
import {below, inAnyCase} from './any-case.ts';
import {commaList, oneOf, selectedColumns, whereFilled} from './expressions.ts';
import type {Format, Sample} from './format.ts';
import {customerIn, salesforceActivity, salesforceLimitations, salesforceOutcome} from './salesforce-words.ts';
import {has, hasSome, isFolded, recordsOf, share, textAt, valueAt, type SampleRecord} from './signature.ts';

const isPayload = (record: SampleRecord): boolean => has(record, 'EventIdentifier', 'EventDate') && hasSome(record, 'UserId', 'LoginKey', 'SessionKey');

/** As stored: a type that says so; or names in capitals, and a time that is no number as in an EventLogFile. */
const isStored = (record: SampleRecord): boolean =>
	(textAt(record, 'EVENT_TYPE').endsWith('EventStore') && hasSome(record, 'EventDate', 'EVENT_DATE', 'TIMESTAMP')) || has(record, 'EVENT_TYPE', 'ORGANIZATION_ID', 'USER_ID') && (/^\d{4}-\d\d-\d\d/.test(textAt(record, 'TIMESTAMP') || textAt(record, 'EVENT_DATE') || textAt(record, 'TIMESTAMP_DERIVED')));

const isObject = (value: unknown): value is SampleRecord => typeof value === 'object' && value !== null;

/** Where the payload stands in what a subscriber was sent. */
const wayIn = (record: SampleRecord): readonly string[] | undefined =>
	[['data', 'payload'], ['payload']].find(way => {
		const payload = valueAt(record, ...way);
		return isObject(payload) && isPayload(payload);
	});

const user = oneOf('UserId', 'USER_ID_DERIVED', 'USER_ID');
const impostor = oneOf('DelegatedUsername', 'DELEGATED_USERNAME', 'DELEGATED_USER_NAME');
/** What was done to a file is its operation. */
const operation = oneOf('Operation', 'OPERATION', 'FileAction', 'FILE_ACTION');

const fields: FieldMap = {
	time: oneOf('EventDate', 'TIMESTAMP_DERIVED', 'TIMESTAMP', 'EVENT_DATE'),
	timeStyle: {kind: 'iso'},
	id: oneOf('EventIdentifier', 'EVENT_IDENTIFIER'),
	// Whoever logs in as another does it; the other only appears to.
	employee: first(impostor, user),
	employeeName: first(impostor, oneOf('Username', 'USERNAME', 'USER_NAME')),
	onBehalfOf: whereFilled(impostor, user),
	customers: first(field('Records', '{}', 'records', '*', 'Id'), field('RECORDS', '{}', 'records', '*', 'Id'), customerIn(field('RecordId')), customerIn(field('RECORD_ID')), customerIn(field('PageUrl')), customerIn(field('URI'))),
	dataTypes: first(commaList(extract(oneOf('ColumnHeaders', 'COLUMN_HEADERS'), String.raw`^\[?([^\]]*)\]?$`)), selectedColumns(oneOf('Query', 'QUERY'))),
	action: join(':', oneOf('EVENT_TYPE', 'type'), operation),
	activity: salesforceActivity(operation, oneOf('EVENT_TYPE', 'type', 'Operation')),
	system: literal('Salesforce'),
	resource: oneOf('QueriedEntities', 'QUERIED_ENTITIES', 'Name', 'FileName', 'FILE_NAME', 'ReportId', 'REPORT_ID', 'PageUrl', 'URI', 'DocumentId', 'DOCUMENT_ID'),
	ip: oneOf('SourceIp', 'SOURCE_IP', 'CLIENT_IP'),
	device: oneOf('UserAgent', 'Browser', 'BROWSER_TYPE', 'Platform'),
	session: oneOf('SessionKey', 'SESSION_KEY'),
	outcome: salesforceOutcome(oneOf('PolicyOutcome', 'POLICY_OUTCOME', 'REQUEST_STATUS', 'LOGIN_STATUS', 'STATUS', 'Status')),
	count: first(oneOf('RowsProcessed', 'RECORDS_PROCESSED', 'ROWS_PROCESSED', 'RowsReturned'), field('Records', '{}', 'totalSize'), field('RECORDS', '{}', 'totalSize')),
};

const sent = (way: readonly string[]): FieldMap => {
	const inside = below(way, fields);
	const type = first(extract(field('channel'), '([^/]+)$'), inside.action ?? literal(''));
	const done = first(field(...way, 'Operation'), field(...way, 'FileAction'));
	return {...inside, action: join(':', type, done), activity: salesforceActivity(done, type)};
};

const fieldsOf = (sample: Sample): FieldMap => {
	const way = recordsOf(sample).map(record => wayIn(record)).find(found => found !== undefined);
	return way ? sent(way) : (isFolded(sample, 'EVENT_TYPE', 'EventIdentifier') ? inAnyCase(fields) : fields);
};

export const salesforceRealtime: Format = {
	name: 'salesforce-realtime',
	title: 'Salesforce real-time events',
	recognised: 'EventIdentifier and EventDate, in a record or in the payload of a channel; or an EVENT_TYPE such as ReportEventStore; or EVENT_TYPE, ORGANIZATION_ID and USER_ID with plain times',
	about: 'What users did in Salesforce as it is streamed or stored: reports, list views, API calls, exports, logins. Reports and queries name columns and some of the records they gave; bulk jobs only their number. Every listed record is taken for a customer, whatever its object.',
	detect: sample => share(sample, record => isPayload(record) || isStored(record) || wayIn(record) !== undefined),
	fields: fieldsOf,
	zone: 'UTC',
	limitations: [...salesforceLimitations, 'Salesforce keeps stored real-time events for up to six months.', 'A real-time event of Salesforce lists only some of the records that a report or query gave.'],
};
