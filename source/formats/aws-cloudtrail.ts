import {extract, field, first, join, literal, when, type FieldMap} from '../records/field-expression.ts';
import {inAnyCase} from './any-case.ts';
import {allJoined, onlyMeaning, whereFilled} from './expressions.ts';
import type {Format, Sample} from './format.ts';
import {customerOfKey} from './object-key.ts';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Some data lakes write every key in lower case. */
const isLowered = (row: Readonly<Record<string, unknown>>): boolean => 'eventsource' in row && 'eventname' in row && 'eventtime' in row;

/** A record as CloudTrail writes it, whatever it came in: a delivered file, an array, NDJSON, or a data lake's copy with other key case. */
const isEvent = (row: Readonly<Record<string, unknown>>): boolean =>
	isLowered(row) || ('eventSource' in row && 'eventName' in row && ('eventVersion' in row || 'userIdentity' in row || 'eventTime' in row));

/** What `aws cloudtrail lookup-events` gives: the event as JSON text in a field. */
const isLookup = (row: Readonly<Record<string, unknown>>): boolean =>
	typeof row['CloudTrailEvent'] === 'string' || isObject(row['CloudTrailEvent']);

const share = (sample: Sample, holds: (row: Readonly<Record<string, unknown>>) => boolean): number =>
	sample.kind === 'json' && sample.rows.length > 0 ? sample.rows.filter(row => holds(row)).length / sample.rows.length : 0;

/** An assumed role acts for whoever opened the session: the last part of its ARN names the session, its issuer the role. */
const employee = first(
	field('userIdentity', 'userName'),
	{kind: 'when', of: field('userIdentity', 'type'), among: ['AssumedRole', 'FederatedUser'], then: extract(field('userIdentity', 'arn'), '([^/:]+)$')},
	{kind: 'when', of: field('userIdentity', 'type'), among: ['Root'], then: {kind: 'literal', text: 'root'}},
	extract(field('userIdentity', 'arn'), '([^/:]+)$'),
	field('userIdentity', 'sessionContext', 'sessionIssuer', 'userName'),
	field('userIdentity', 'onBehalfOf', 'userId'),
	field('userIdentity', 'principalId'),
	field('userIdentity', 'invokedBy'),
);

const [bucket, key] = [field('requestParameters', 'bucketName'), field('requestParameters', 'key')];

const resource = first(
	allJoined('/', bucket, key),
	bucket,
	// An item of DynamoDB is known by its key, which is an object.
	join('/', field('requestParameters', 'tableName'), key),
	field('requestParameters', 'tableArn'),
	field('requestParameters', 'secretId'),
	field('resources', '*', 'ARN'),
);

const fields: FieldMap = {
	time: first(field('eventTime'), field('@timestamp')),
	timeStyle: {kind: 'iso'},
	id: field('eventID'),
	employee,
	customers: whereFilled(bucket, customerOfKey(key)),
	action: join(':', field('eventSource'), field('eventName')),
	activity: first(onlyMeaning(field('eventName'), ['^(?:StartQuery(?:Execution)?|(?:Batch)?ExecuteStatement|ExecuteTransaction)$', 'search']), extract(field('eventName'), '^(Get|BatchGet|Select|Head|Download|Describe|Query|Scan|Lookup|Search|List|Put|Create|Update|Modify|Attach|Add|Delete|Remove|Detach|Terminate|Share|Copy|Export|Restore|Start|Stop|ConsoleLogin|AssumeRole)'), field('eventName')),
	system: field('eventSource'),
	resource,
	ip: field('sourceIPAddress'),
	device: field('userAgent'),
	// An error code is there only when the call failed; of a login it stands elsewhere that it did.
	outcome: first(field('errorCode'), when(field('responseElements', 'ConsoleLogin'), ['Failure'], literal('error')), literal('success')),
};

const anyCaseFields = inAnyCase(fields);

export const awsCloudtrail: Format = {
	name: 'aws-cloudtrail',
	title: 'AWS CloudTrail',
	recognised: 'records with eventSource, eventName and userIdentity: delivered files ({"Records":[…]}), arrays, NDJSON, and lookup-events output (CloudTrailEvent)',
	about: 'Calls to AWS by user, role or service. It names buckets, keys, tables and secrets; a customer only where the key of an object does (customers/C1002.json), or where a rule says so.',
	empty: answer => Array.isArray(answer['Records'] ?? answer['Events']),
	detect: sample => Math.max(share(sample, isEvent), share(sample, isLookup)),
	envelope: sample => share(sample, isLookup) > 0.5 ? ['CloudTrailEvent'] : undefined,
	// Twice as many paths are read only where they may be needed.
	fields: sample => sample.kind === 'json' && sample.rows.some(row => isLowered(row)) ? anyCaseFields : fields,
	zone: 'UTC',
	limitations: ['AWS CloudTrail records data events (such as reading an object) only where they were switched on: no rows is not no access. Without a trail it keeps management events for 90 days.'],
};
