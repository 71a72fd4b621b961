import {field, first, join, literal, type FieldMap} from '../records/field-expression.ts';
import {meaning, onlyMeaning} from './expressions.ts';
import {unverified, type Format} from './format.ts';
import {has, share} from './signature.ts';

const fields: FieldMap = {
	time: field('date_create'),
	timeStyle: {kind: 'epoch', unit: 's'},
	id: field('id'),
	employee: first(field('actor', 'user', 'email'), field('actor', 'user', 'id')),
	employeeName: field('actor', 'user', 'name'),
	action: field('action'),
	activity: meaning(field('action'), ['download|export', 'export'], ['shared|invite', 'share'], ['log(in|out)|signin', 'login'], ['viewed|opened', 'read']),
	system: literal('Slack'),
	resource: join('/', field('entity', 'type'), first(...['file', 'channel', 'workspace', 'user', 'app', 'message'].flatMap(key => [field('entity', key, 'name'), field('entity', key, 'id')]))),
	ip: field('context', 'ip_address'),
	device: field('context', 'ua'),
	session: field('context', 'session_id'),
	outcome: first(onlyMeaning(field('action'), ['fail', 'error'], ['denied|blocked', 'denied']), literal('success')),
};

export const slack: Format = {
	name: 'slack',
	title: 'Slack audit logs',
	recognised: 'date_create, action, actor and entity',
	about: 'Logins, exports, files and administration of an Enterprise organisation. It never holds messages.',
	empty: answer => has(answer, 'entries', 'response_metadata'),
	detect: sample => sample.kind === 'json' ? share(sample, record => has(record, 'date_create', 'action', 'actor', 'entity')) : 0,
	fields: () => fields,
	zone: 'UTC',
	limitations: [unverified, 'Slack records no reading of messages or channels.'],
};
