import {field, join, literal, when, type FieldMap} from '../records/field-expression.ts';
import {nothing, oneOf} from './expressions.ts';
import type {Format} from './format.ts';
import {has, share, textAt, type SampleRecord} from './signature.ts';

const isEvent = (record: SampleRecord): boolean =>
	textAt(record, 'url').includes('/api/v2/audit_logs/') || has(record, 'actor_id', 'source_type', 'source_id', 'action_label', 'change_description');

const fields: FieldMap = {
	time: field('created_at'),
	timeStyle: {kind: 'iso'},
	id: field('id'),
	employee: field('actor_id'),
	employeeName: field('actor_name'),
	// Whoever signs in is the user of that event, too.
	customers: when(field('action'), ['login'], nothing, when(field('source_type'), ['user', 'customer', 'end_user'], field('source_id'))),
	action: field('action'),
	activity: field('action'),
	system: literal('Zendesk'),
	resource: join('/', field('source_type'), oneOf('source_label', 'source_id')),
	ip: field('ip_address'),
	outcome: literal('success'),
};

export const zendesk: Format = {
	name: 'zendesk',
	title: 'Zendesk audit log',
	recognised: 'addresses of /api/v2/audit_logs, or actor_id, source_type, action_label and change_description',
	about: 'What administrators and agents changed: settings, users, rules. It does not record that a ticket or a user was viewed.',
	empty: answer => Array.isArray(answer['audit_logs']),
	detect: sample => share(sample, isEvent),
	fields: () => fields,
	zone: 'UTC',
	limitations: ['The audit log of Zendesk records changes, never views of tickets: no rows is not no access.'],
};
