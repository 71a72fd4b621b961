import {field, first, join, literal, type FieldMap} from '../records/field-expression.ts';
import {onlyMeaning} from './expressions.ts';
import type {Format} from './format.ts';
import {has, share, valueAt} from './signature.ts';

const fields: FieldMap = {
	time: field('created_at'),
	timeStyle: {kind: 'iso'},
	id: field('gid'),
	employee: first(field('actor', 'email'), field('actor', 'gid')),
	employeeName: field('actor', 'name'),
	action: field('event_type'),
	activity: first(onlyMeaning(field('event_type'), ['login|logged_(in|out)', 'login'], ['export', 'export'], ['download', 'export'], ['shared|invite', 'share']), field('event_type')),
	system: literal('Asana'),
	resource: join('/', field('resource', 'resource_type'), first(field('resource', 'name'), field('resource', 'gid'))),
	ip: field('context', 'client_ip_address'),
	device: field('context', 'user_agent'),
	outcome: first(onlyMeaning(field('event_type'), ['fail', 'error'], ['denied', 'denied']), literal('success')),
};

export const asana: Format = {
	name: 'asana',
	title: 'Asana audit log',
	recognised: 'event_type, event_category, actor and created_at',
	about: 'Logins, exports, sharing and administration of a workspace. It names no customers, and not who viewed a task.',
	detect: sample => sample.kind === 'json' ? share(sample, record => has(record, 'event_type', 'event_category', 'created_at') && typeof valueAt(record, 'actor') === 'object' && typeof valueAt(record, 'event_type') === 'string') : 0,
	fields: () => fields,
	zone: 'UTC',
	limitations: ['The audit log of Asana does not record views of tasks, and goes back 90 days.'],
};
