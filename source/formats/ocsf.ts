import {extract, field, first, join, literal, when, type FieldMap, type TimeStyle} from '../records/field-expression.ts';
import {allJoined, onlyMeaning} from './expressions.ts';
import type {Format, Sample} from './format.ts';
import {has, recordsOf, share, textAt, type SampleRecord} from './signature.ts';

const isEvent = (record: SampleRecord): boolean => has(record, 'class_uid', 'time', 'metadata') && textAt(record, 'metadata', 'version') !== '';

const timeStyle = (sample: Sample): TimeStyle =>
	recordsOf(sample).some(record => /^\d+$/.test(textAt(record, 'time'))) ? {kind: 'epoch', unit: 'ms'} : {kind: 'iso'};

const refused = '[Dd]enied|[Ff]orbidden|[Uu]nauthori[sz]ed|NotAuthorized|^40[13]$';
const operation = field('api', 'operation');

const fields: Omit<FieldMap, 'timeStyle'> = {
	time: field('time'),
	id: field('metadata', 'uid'),
	employee: first(field('actor', 'user', 'email_addr'), field('actor', 'user', 'name'), field('actor', 'user', 'uid'), field('actor', 'invoked_by')),
	action: first(allJoined(':', field('api', 'service', 'name'), operation), field('type_name'), field('activity_name')),
	activity: first(extract(operation, '^(Get|BatchGet|Select|Head|Download|Describe|Query|Scan|Lookup|Search|List|Put|Create|Update|Modify|Attach|Add|Delete|Remove|Detach|Share|Copy|Export|ConsoleLogin|AssumeRole)'), field('activity_name'), field('type_name')),
	system: first(field('api', 'service', 'name'), field('metadata', 'product', 'name')),
	resource: first(field('resources', '*', 'uid'), field('resources', '*', 'name'), field('file', 'path'), field('web_resources', '[0]', 'url_string'), join('.', field('database', 'name'), field('table', 'name')), field('databucket', 'uid'), field('databucket', 'name')),
	ip: field('src_endpoint', 'ip'),
	device: field('http_request', 'user_agent'),
	session: field('actor', 'session', 'uid'),
	reason: first(field('ticket', 'uid'), field('ticket', 'title'), field('comment')),
	// Some write the number of the status and not its name.
	outcome: first(field('api', 'response', 'error'), onlyMeaning(field('status_detail'), [refused, 'denied']), onlyMeaning(field('status_code'), [refused, 'denied']), field('status'), when(field('status_id'), ['1'], literal('success'), when(field('status_id'), ['2'], literal('error')))),
};

export const ocsf: Format = {
	name: 'ocsf',
	title: 'OCSF events (Amazon Security Lake and others)',
	recognised: 'class_uid, time and metadata.version, as NDJSON, JSON or Parquet',
	about: 'Events of many products in one schema. It shows what the product put into it: accounts, calls, resources; customers and data only where rules find them.',
	detect: sample => sample.kind === 'json' ? share(sample, isEvent) : 0,
	fields: sample => ({...fields, timeStyle: timeStyle(sample)}),
	zone: 'UTC',
	limitations: ['Events in OCSF were translated from another log, and hold what the translation kept.'],
};
