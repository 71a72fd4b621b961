import {extract, field, first, join, literal, when, type FieldMap} from '../records/field-expression.ts';
import {inAnyCase} from './any-case.ts';
import {meaning, onlyMeaning, whereFilled} from './expressions.ts';
import type {Format, Sample} from './format.ts';
import {customerOfKey} from './object-key.ts';
import {isFolded, recordsOf, share, textAt, valueAt, type SampleRecord} from './signature.ts';

const sink = 'protopayload_auditlog';

const isEntry = (record: SampleRecord): boolean =>
	textAt(record, 'logName').includes('cloudaudit.googleapis.com') || typeof valueAt(record, sink, 'methodName') === 'string'
	|| (textAt(record, 'protoPayload', 'methodName') !== '' && typeof valueAt(record, 'protoPayload', 'authenticationInfo') === 'object');

/** The same in a log entry and in a row of the BigQuery sink, which keeps the metadata as text. */
const fieldsIn = (payload: string, metadata: readonly string[]): FieldMap => {
	const at = (...path: readonly string[]) => field(payload, ...path);
	const columns = field(payload, ...metadata, 'tableDataRead', 'fields');
	const delegate = at('authenticationInfo', 'serviceAccountDelegationInfo', '[0]', 'firstPartyPrincipal', 'principalEmail');
	const account = first(at('authenticationInfo', 'principalEmail'), at('authenticationInfo', 'principalSubject'));
	return {
		time: field('timestamp'),
		timeStyle: {kind: 'iso'},
		id: field('insertId'),
		// A service account that is lent acts for the first who borrowed it.
		employee: first(delegate, account),
		onBehalfOf: whereFilled(delegate, account),
		customers: when(at('serviceName'), ['storage.googleapis.com'], customerOfKey(extract(at('resourceName'), '/objects/(.+)$'))),
		dataTypes: columns,
		action: join(':', at('serviceName'), at('methodName')),
		activity: whereFilled(columns, literal('read'), meaning(extract(at('methodName'), '([^.]+)$'), ['^[Ii]nsert', 'create'], ['^[Pp]atch|^[Ss]etIam', 'update'], ['^[Rr]un[A-Z]?[Qq]uery|^[Qq]uery', 'search'])),
		system: at('serviceName'),
		resource: first(at('resourceName'), whereFilled(at('authorizationInfo', '[1]', 'resource'), at('authorizationInfo', '*', 'resource'), at('authorizationInfo', '[0]', 'resource')), field(payload, ...metadata, 'resourceNames', '[0]')),
		ip: first(at('requestMetadata', 'callerIp'), at('requestMetadata', 'callerIP')),
		device: at('requestMetadata', 'callerSuppliedUserAgent'),
		reason: at('request', 'justification'),
		outcome: first(
			onlyMeaning(at('status', 'code'), ['^(7|16)$', 'denied'], ['^0$', 'success'], ['.', 'error']),
			// One of several permissions may have been enough.
			when(at('authorizationInfo', '[0]?granted=true', 'granted'), ['true'], literal('success')),
			when(at('authorizationInfo', '[0]', 'granted'), ['false'], literal('denied')),
			literal('success'),
		),
		count: when(at('serviceName'), ['bigquery.googleapis.com', 'firestore.googleapis.com', 'datastore.googleapis.com', 'spanner.googleapis.com'], at('numResponseItems')),
	};
};

const entries = fieldsIn('protoPayload', ['metadata']);
const sinkRows = fieldsIn(sink, ['metadataJson', '{}']);

const fieldsOf = (sample: Sample): FieldMap =>
	recordsOf(sample).some(record => valueAt(record, sink) !== undefined) ? sinkRows : (isFolded(sample, 'logName', 'protoPayload', 'insertId') ? inAnyCase(entries) : entries);

export const gcpAudit: Format = {
	name: 'gcp-audit',
	title: 'Google Cloud audit logs',
	recognised: 'log entries whose logName has cloudaudit.googleapis.com, or rows of the BigQuery sink (protopayload_auditlog)',
	about: 'Calls to Google Cloud. Reads of BigQuery tables name the very columns that were read; other services name buckets, objects and resources. It names customers only where the key of an object in a bucket does (customers/C1002.json).',
	detect: sample => sample.kind === 'json' ? share(sample, isEntry) : 0,
	fields: fieldsOf,
	zone: 'UTC',
	limitations: ['Google Cloud records who read data (Data Access logs) only where that was switched on, BigQuery apart: no rows is not no access.'],
};
