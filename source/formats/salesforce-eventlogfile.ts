import {extract, field, first, join, literal, when, type FieldExpression, type FieldMap} from '../records/field-expression.ts';
import {allJoined, oneOf, selectedColumns, whereFilled} from './expressions.ts';
import type {Format} from './format.ts';
import {customerIn, salesforceActivity, salesforceLimitations, salesforceOutcome} from './salesforce-words.ts';
import {has, hasSome, share, textAt, type SampleRecord} from './signature.ts';

/** A header alone is known by its names; a record has the time as only this file writes it. */
const isEvent = (record: SampleRecord): boolean =>
	has(record, 'EVENT_TYPE', 'TIMESTAMP', 'ORGANIZATION_ID') && hasSome(record, 'USER_ID', 'REQUEST_ID') && (/^\d{14}(\.\d+)?$/.test(textAt(record, 'TIMESTAMP')) || Object.values(record).every(value => value === ''));

/** The first 15 characters of a report's id: some columns have 18. */
const reportIn = (of: FieldExpression): FieldExpression => extract(of, '(?:^|[/=?&])(00O[0-9A-Za-z]{12})');

const user = oneOf('USER_ID_DERIVED', 'USER_ID');
const impostor = oneOf('DELEGATED_USER_ID_DERIVED', 'DELEGATED_USER_ID');

const fields: FieldMap = {
	time: field('TIMESTAMP'),
	timeStyle: {kind: 'compact'},
	// An export from the page of a report is an event of both types in one request.
	disclosure: when(field('EVENT_TYPE'), ['Report', 'ReportExport'], allJoined('|', field('REQUEST_ID'), reportIn(oneOf('REPORT_ID_DERIVED', 'REPORT_ID', 'URI_ID_DERIVED', 'URI')))),
	// Whoever logs in as another does it; the other only appears to.
	employee: first(impostor, user),
	employeeName: whereFilled(impostor, field('DELEGATED_USER_NAME'), oneOf('USER_NAME', 'USERNAME')),
	onBehalfOf: whereFilled(impostor, user),
	customers: first(customerIn(field('URI_ID_DERIVED')), customerIn(field('PAGE_ENTITY_ID')), customerIn(field('PAGE_URL')), customerIn(field('RECORD_ID_DERIVED')), customerIn(field('RECORD_ID')), customerIn(field('URI'))),
	dataTypes: first(selectedColumns(field('QUERY')), selectedColumns(field('QUERY_IDENTIFIER'))),
	action: field('EVENT_TYPE'),
	activity: salesforceActivity(oneOf('ORIGIN', 'OPERATION_TYPE', 'METHOD_NAME'), field('EVENT_TYPE')),
	system: literal('Salesforce'),
	resource: first(
		field('ENTITY_NAME'),
		whereFilled(field('REPORT_DESCRIPTION'), join(' ', field('REPORT_DESCRIPTION'), oneOf('REPORT_ID_DERIVED', 'REPORT_ID', 'URI_ID_DERIVED', 'URI'))),
		oneOf('PAGE_URL', 'DOCUMENT_ID_DERIVED', 'DOCUMENT_ID', 'FILE_NAME', 'ENTITY_TYPE', 'URI', 'QUERIED_ENTITIES', 'REPORT_ID_DERIVED', 'REPORT_ID', 'DASHBOARD_ID'),
	),
	ip: oneOf('CLIENT_IP', 'SOURCE_IP'),
	device: oneOf('BROWSER_NAME', 'BROWSER_TYPE', 'CLIENT_NAME', 'USER_AGENT'),
	session: field('SESSION_KEY'),
	outcome: salesforceOutcome(oneOf('REQUEST_STATUS', 'SUCCESS', 'LOGIN_STATUS', 'STATUS_CODE')),
	count: oneOf('ROWS_PROCESSED', 'ROW_COUNT', 'ROWS_RETURNED'),
};

export const salesforceEventlogfile: Format = {
	name: 'salesforce-eventlogfile',
	title: 'Salesforce EventLogFile',
	recognised: 'the columns EVENT_TYPE, TIMESTAMP, ORGANIZATION_ID and USER_ID or REQUEST_ID, with times such as 20240311160000.000',
	about: 'What users did in Salesforce, one kind of event a file: pages, reports, exports, API calls. It names users by id, pages and objects; of reports and API calls only how many rows they processed.',
	detect: sample => share(sample, isEvent),
	fields: () => fields,
	zone: 'UTC',
	limitations: [...salesforceLimitations, 'Salesforce keeps an EventLogFile for 30 days, or a day in a Developer Edition, and calls it no system of record: some may be missing.', 'An EventLogFile of Salesforce carries ids of users without their names: give the users with --employees.'],
};
