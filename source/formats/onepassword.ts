import {field, first, join, literal, type FieldMap} from '../records/field-expression.ts';
import {meaning, oneOf, onlyMeaning, whereFilled} from './expressions.ts';
import type {Format} from './format.ts';
import {has, share, type SampleRecord} from './signature.ts';

const isEvent = (record: SampleRecord): boolean => has(record, 'uuid', 'timestamp') && (has(record, 'item_uuid', 'vault_uuid') || has(record, 'actor_uuid', 'object_type', 'action') || has(record, 'session_uuid', 'target_user', 'category'));

const fields: FieldMap = {
	time: field('timestamp'),
	timeStyle: {kind: 'iso'},
	id: field('uuid'),
	employee: first(...['user', 'actor_details', 'target_user'].map(key => field(key, 'email')), field('user', 'uuid'), field('actor_uuid')),
	employeeName: first(...['user', 'actor_details', 'target_user'].map(key => field(key, 'name'))),
	action: first(field('action'), whereFilled(field('item_uuid'), literal('item usage')), join(':', field('category'), field('type'))),
	activity: whereFilled(field('item_uuid'), first(onlyMeaning(field('action'), ['^export$', 'export'], ['^share$', 'share'], ['^server-create$', 'create'], ['^server-update$', 'update']), literal('read')), whereFilled(field('category'), literal('login'), meaning(field('action'), ['^(export|expor)', 'export'], ['^(share|grant|dlgsess)', 'share'], ['^(view|reveal)', 'read']))),
	system: literal('1Password'),
	resource: first(join('/', field('vault_uuid'), field('item_uuid')), join('/', field('object_type'), field('object_uuid'))),
	ip: first(field('client', 'ip_address'), field('session', 'ip')),
	device: join(' ', field('client', 'app_name'), field('client', 'os_name')),
	session: first(field('session_uuid'), field('session', 'uuid')),
	outcome: whereFilled(oneOf('category'), meaning(field('category'), ['^success$', 'success'], ['fail', 'error'], ['.', 'unknown']), literal('success')),
};

export const onepassword: Format = {
	name: 'onepassword',
	title: '1Password events',
	recognised: 'uuid and timestamp beside item_uuid and vault_uuid (item usage), actor_uuid and object_type (audit), or target_user (sign-in attempts)',
	about: 'Which secret of which vault was used, who changed what, and who signed in. It names items by id, not by title, and no customers: a secret may open all of them.',
	detect: sample => sample.kind === 'json' ? share(sample, isEvent) : 0,
	fields: () => fields,
	zone: 'UTC',
	limitations: ['1Password records that a secret was used, not what was done with it; its API reaches 120 days back.'],
};
