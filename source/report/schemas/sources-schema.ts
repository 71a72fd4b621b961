import {identityClaims} from '../../records/identity.ts';
import {count, list, object, text, texts, type Schema} from './schema.ts';
import {failedSource, sourceFields, sourceTimes} from './source-schema.ts';

const rejection = object({reason: text, records: count, first: object({record: count}, {byte: count})});

const source = object({
	...sourceFields,
	why: text,
	mapping: {type: 'object', additionalProperties: text},
	ambiguousTimes: count,
	conflicts: count,
	unmatched: list(object({value: text, records: count}, {reason: text})),
	rejections: list(rejection),
}, {...sourceTimes, conflicting: list(count)});

const merged = object({rows: list(object({id: text, asLogged: text, how: {type: 'string', enum: Object.keys(identityClaims)}})), more: count});

const resolution: Schema = {...object({merged}, {unresolved: object({ids: list(text), more: count})}), description: 'ids of the logs that no row of the directory has (where one was given), and by what else the logs have those who are called id; the first of each, and how many more'};

const listBehind: Schema = {...object({
	event: text, source: text, record: count, path: text, sha256: text, given: count, resolved: count, repeated: count, same: count, ambiguous: texts, without: count, unnamed: count, inferred: count, logged: count,
}, {recordCount: count, column: text}), description: 'a list that was supplied for a bulk export: given entries mean resolved customers, inferred of whom the record does not name; ambiguous entries are shared by several customers and were not joined; recordCount is what the log says'};

/** JSON Schema of `whosaw sources --format json`. `rejected` is there with `--rejected`. */
export const sourcesSchema: Schema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	$id: 'whosaw.sources/1',
	title: 'What would be loaded, and how it is read',
	...object({
		schema: {type: 'string', const: 'whosaw.sources/1'},
		sources: list({oneOf: [source, failedSource]}),
		skipped: list(object({path: text, reason: text})),
	}, {directories: object({customers: resolution, employees: resolution}), lists: list(listBehind), rejected: list(object({path: text, record: count, reason: text, raw: text}, {byte: count}))}),
};
