import {field, first, type FieldExpression, type FieldMap} from '../records/field-expression.ts';
import {below} from './any-case.ts';
import {unverified, type Format} from './format.ts';
import {has, recordsOf, share, textAt, valueAt, type SampleRecord} from './signature.ts';

/** A field is a path, or one key with dots in it. */
const at = (...path: readonly string[]): FieldExpression => first(field(...path), field(path.join('.')));

const textOf = (record: SampleRecord, ...path: readonly string[]): string => textAt(record, ...path) || textAt(record, path.join('.'));

const isEvent = (record: SampleRecord): boolean =>
	has(record, '@timestamp') && (textOf(record, 'ecs', 'version') !== '' || (textOf(record, 'event', 'action') !== '' && [valueAt(record, 'event', 'category'), valueAt(record, 'event.category'), valueAt(record, 'event', 'dataset'), valueAt(record, 'event.dataset')].some(value => value !== undefined)));

/** A search gives events in an envelope of their index. */
const wayIn = (record: SampleRecord): readonly string[] | undefined => {
	const source = record['_source'];
	return isEvent(record) ? [] : (typeof source === 'object' && source !== null && isEvent(source as SampleRecord) ? ['_source'] : undefined);
};

const fields: FieldMap = {
	time: at('@timestamp'),
	timeStyle: {kind: 'iso'},
	id: at('event', 'id'),
	employee: first(at('user', 'email'), at('user', 'name'), at('user', 'id')),
	employeeName: at('user', 'full_name'),
	customers: first(at('user', 'target', 'email'), at('user', 'target', 'name'), at('user', 'target', 'id')),
	action: at('event', 'action'),
	activity: at('event', 'action'),
	system: first(at('event', 'dataset'), at('event', 'module'), at('service', 'name')),
	resource: first(at('url', 'path'), at('url', 'original'), at('file', 'path'), at('related', 'entity')),
	ip: first(at('source', 'ip'), at('client', 'ip'), at('source', 'address')),
	device: first(at('user_agent', 'original'), at('host', 'name')),
	session: at('transaction', 'id'),
	outcome: at('event', 'outcome'),
};

export const ecs: Format = {
	name: 'ecs',
	title: 'Elastic Common Schema',
	recognised: '@timestamp beside ecs.version, or beside event.action and event.category or event.dataset',
	about: 'Events of many products in one schema, as NDJSON or as a table with dotted columns. It shows what the product put into it; customers and data only where rules find them.',
	detect: sample => share(sample, record => wayIn(record) !== undefined),
	fields: sample => {
		const way = recordsOf(sample).map(record => wayIn(record)).find(found => found !== undefined) ?? [];
		return way.length === 0 ? fields : below(way, fields);
	},
	zone: 'UTC',
	limitations: [unverified],
};
