import {field, first, join, literal, type FieldMap} from '../records/field-expression.ts';
import {meaning, onlyMeaning} from './expressions.ts';
import {unverified, type Format} from './format.ts';
import {has, hasSome, share, textAt} from './signature.ts';

const fields: FieldMap = {
	time: field('created_at'),
	timeStyle: {kind: 'iso'},
	id: field('event_id'),
	employee: first(field('created_by', 'login'), field('created_by', 'id')),
	employeeName: field('created_by', 'name'),
	action: field('event_type'),
	activity: meaning(field('event_type'), ['DOWNLOAD', 'export'], ['PREVIEW|OPEN', 'read'], ['SHARE|COLLAB', 'share'], ['LOGIN', 'login']),
	system: literal('Box'),
	resource: join('/', field('source', 'parent', 'name'), first(field('source', 'item_name'), field('source', 'name'), field('source', 'item_id'), field('source', 'id'))),
	ip: field('ip_address'),
	session: field('session_id'),
	outcome: first(onlyMeaning(field('event_type'), ['FAILED', 'error'], ['DENIED|BLOCKED', 'denied']), literal('success')),
};

export const box: Format = {
	name: 'box',
	title: 'Box events',
	recognised: 'type event beside event_type and created_by',
	about: 'What users did with files and folders: previews, downloads, shares. It names files, not the people in them.',
	empty: answer => has(answer, 'entries', 'chunk_size', 'next_stream_position'),
	detect: sample => sample.kind === 'json' ? share(sample, record => textAt(record, 'type') === 'event' && has(record, 'event_type', 'created_by') && (has(record, 'source') || hasSome(record, 'event_id', 'ip_address', 'session_id'))) : 0,
	fields: () => fields,
	zone: 'UTC',
	limitations: [unverified, 'Box keeps events of the enterprise for a year, and its live stream for two weeks, which may give one twice; it is counted once.'],
};
