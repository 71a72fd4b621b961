import {field, first, type FieldExpression, type FieldMap} from '../records/field-expression.ts';
import {allJoined, meaning, oneOf} from './expressions.ts';
import type {Format} from './format.ts';
import {has, hasSome, recordsOf, share, type SampleRecord} from './signature.ts';

const isDelivered = (record: SampleRecord): boolean => has(record, 'serviceName', 'actionName') && hasSome(record, 'requestParams', 'userIdentity', 'auditLevel');
/** A row of system.access.audit. */
const isRow = (record: SampleRecord): boolean => has(record, 'service_name', 'action_name', 'event_time') && hasSome(record, 'request_params', 'user_identity', 'audit_level');

const activity = (of: FieldExpression): FieldExpression => meaning(of, ['[Dd]ownload|[Ee]xport', 'export'], ['^(commandSubmit|runCommand|execute|submitCommand)', 'search'], ['[Ll]ogin|^tokenLogin|^aadBrowserLogin', 'login'], ['^generateTemporary', 'read']);

const delivered: FieldMap = {
	time: field('timestamp'),
	timeStyle: {kind: 'epoch', unit: 'ms'},
	id: field('requestId'),
	employee: first(field('userIdentity', 'email'), field('userIdentity', 'subjectName')),
	action: allJoined('.', field('serviceName'), field('actionName')),
	activity: activity(field('actionName')),
	system: field('serviceName'),
	resource: first(...['full_name_arg', 'path', 'notebookId', 'mountPoint', 'scope', 'name', 'clusterId', 'targetUserName', 'endpoint', 'commandText'].map(name => field('requestParams', name))),
	ip: field('sourceIPAddress'),
	device: field('userAgent'),
	session: field('sessionId'),
	outcome: field('response', 'statusCode'),
};

const rows: FieldMap = {
	time: field('event_time'),
	timeStyle: {kind: 'iso'},
	id: oneOf('event_id', 'request_id'),
	employee: first(field('user_identity', '{}', 'email'), field('user_identity', '{}', 'subject_name')),
	action: allJoined('.', field('service_name'), field('action_name')),
	activity: activity(field('action_name')),
	system: field('service_name'),
	resource: first(...['full_name_arg', 'path', 'notebookId', 'name', 'commandText'].map(name => field('request_params', '{}', name))),
	ip: field('source_ip_address'),
	device: field('user_agent'),
	session: field('session_id'),
	outcome: field('response', '{}', 'status_code'),
};

export const databricks: Format = {
	name: 'databricks',
	title: 'Databricks audit logs',
	recognised: 'serviceName and actionName beside requestParams or userIdentity; or rows of system.access.audit',
	about: 'What users did in workspaces and in Unity Catalog. It names tables, notebooks and, where verbose audit is on, commands; not the rows that were read.',
	detect: sample => share(sample, record => isDelivered(record) || isRow(record)),
	fields: sample => recordsOf(sample).some(record => isRow(record)) ? rows : delivered,
	zone: 'UTC',
	limitations: ['Databricks records the text of commands only with verbose audit logs, and keeps its audit table for 365 days.'],
};
