import {field, first, join, literal, type FieldMap} from '../records/field-expression.ts';
import {below} from './any-case.ts';
import {meaning} from './expressions.ts';
import {unverified, type Format} from './format.ts';
import {has, recordsOf, share, textAt, valueAt, type SampleRecord} from './signature.ts';

const isEvent = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && has(value as SampleRecord, 'actor', 'workspace_id', 'timestamp') && /^[a-z_]+[.][a-z_.]+$/.test(textAt(value as SampleRecord, 'type'));

const fields: FieldMap = {
	time: field('timestamp'),
	timeStyle: {kind: 'iso'},
	id: field('id'),
	employee: first(field('actor', 'person', 'email'), field('actor', 'id')),
	action: field('type'),
	activity: meaning(field('type'), ['export|download', 'export'], ['shared|invite|permission', 'share'], ['viewed|accessed', 'read'], ['log(in|out)', 'login']),
	system: literal('Notion'),
	resource: join('/', field('details', 'target', 'type'), first(field('details', 'target', 'page_id'), field('details', 'target', 'id'))),
	ip: field('ip_address'),
	device: field('platform'),
	outcome: literal('success'),
};

export const notion: Format = {
	name: 'notion',
	title: 'Notion audit log',
	recognised: 'an event with actor, workspace_id and a type such as page.viewed',
	about: 'What members did in a workspace: views, exports and sharing of pages. It names pages by id.',
	detect: sample => sample.kind === 'json' ? share(sample, record => isEvent(record) || isEvent(valueAt(record, 'event'))) : 0,
	fields: sample => recordsOf(sample).some(record => isEvent(valueAt(record, 'event'))) ? below(['event'], fields) : fields,
	zone: 'UTC',
	limitations: [unverified],
};
