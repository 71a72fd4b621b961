import {field, first, literal, type FieldMap} from '../records/field-expression.ts';
import {meaning, onlyMeaning} from './expressions.ts';
import {unverified, type Format} from './format.ts';
import {has, share, textAt} from './signature.ts';

const type = field('event_type', '.tag');

const fields: FieldMap = {
	time: field('timestamp'),
	timeStyle: {kind: 'iso'},
	employee: first(...['user', 'admin'].flatMap(key => [field('actor', key, 'email'), field('actor', key, 'account_id')]), field('actor', 'app', 'display_name')),
	employeeName: first(...['user', 'admin'].map(key => field('actor', key, 'display_name'))),
	action: type,
	activity: meaning(type, ['download|export', 'export'], ['shared|share|link_create', 'share'], ['preview|view|open', 'read'], ['log(in|out)|sign_in', 'login']),
	system: literal('Dropbox'),
	resource: first(field('assets', '[0]', 'path', 'contextual'), field('assets', '[0]', 'display_name')),
	ip: field('origin', 'geo_location', 'ip_address'),
	outcome: first(onlyMeaning(type, ['fail', 'error'], ['denied|blocked', 'denied']), literal('success')),
};

export const dropbox: Format = {
	name: 'dropbox',
	title: 'Dropbox team log',
	recognised: 'timestamp beside event_category and event_type with their .tag',
	about: 'What members did with files, links and devices. It names files, not the people in them.',
	detect: sample => sample.kind === 'json' ? share(sample, record => has(record, 'timestamp') && textAt(record, 'event_type', '.tag') !== '' && has(record, 'event_category')) : 0,
	fields: () => fields,
	zone: 'UTC',
	limitations: [unverified, 'Of an event of Dropbox with several files, the first is the resource.'],
};
