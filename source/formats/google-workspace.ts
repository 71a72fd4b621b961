import {field, first, join, literal, type FieldExpression, type FieldMap} from '../records/field-expression.ts';
import {allJoined, meaning, onlyMeaning} from './expressions.ts';
import type {Format} from './format.ts';
import {hasSome, share, textAt, type SampleRecord} from './signature.ts';

const isActivity = (record: SampleRecord): boolean =>
	textAt(record, 'id', 'applicationName') !== '' && hasSome(record, 'events', 'name', 'kind') && hasSome(record, 'actor', 'kind', 'ipAddress');

/** Of the events that came of one act the one that gave something away, wherever it stands among them; else the first. */
const told = ['[0]?name=download|print|export|sync_item_content|email_as_attachment|change_user_access|change_document_visibility|change_document_access_scope|change_acl_editors', '[0]'] as const;

/** A parameter by its name: in a list of names and values, or as copies have it, by key. */
const parameter = (name: string): FieldExpression => first(field('parameters', name), ...told.map(place => field('events', place, 'parameters', `[0]?name=${name}`, 'value')));

const event = first(field('name'), ...told.map(place => field('events', place, 'name')));

const fields: FieldMap = {
	time: field('id', 'time'),
	timeStyle: {kind: 'iso'},
	id: allJoined(' ', field('id', 'time'), field('id', 'uniqueQualifier')),
	employee: first(field('actor', 'email'), field('actor', 'profileId'), field('actor', 'key')),
	customers: first(parameter('USER_EMAIL'), parameter('affected_email_address')),
	action: event,
	activity: meaning(event, ['^change_(user_access|document_|acl|owner)|^shared_drive_', 'share'], ['^log(in|out)_', 'login'], ['^(view|preview|open)', 'read'], ['TAKEOUT|download|export|^sync_item_content$|^email_as_attachment$', 'export']),
	system: field('id', 'applicationName'),
	resource: first(join(' ', parameter('doc_title'), parameter('doc_id')), parameter('SETTING_NAME'), parameter('ROLE_NAME')),
	ip: field('ipAddress'),
	outcome: first(onlyMeaning(event, ['fail|FAIL', 'error'], ['denied|blocked', 'denied']), literal('success')),
};

export const googleWorkspace: Format = {
	name: 'google-workspace',
	title: 'Google Workspace activity reports',
	recognised: 'id.applicationName with actor and events, as the Reports API gives them (items), or flattened with name and parameters',
	about: 'What users and administrators did in Drive, Gmail, Admin and others. It names documents, and users that an administrator acted on; what stood in a document comes from rules.',
	empty: ({kind}) => kind === 'admin#reports#activities',
	detect: sample => sample.kind === 'json' ? share(sample, isActivity) : 0,
	fields: () => fields,
	zone: 'UTC',
	limitations: ['Of an activity of Google Workspace with several events, the download or share is the one that counts, else the first.', 'Google Workspace keeps activities for 180 days, and logs Drive only for files whose owner has an edition that supports it.'],
};
