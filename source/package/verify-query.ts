import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fail, pass, type Finding} from './finding.ts';
import {queryFile, querySchema, type QueryCounts} from './query-file.ts';

export type QuerySummary = {readonly findings: readonly Finding[]; readonly counts?: QueryCounts; /** Customers whom only lists name, where the totals say it. */ readonly inferred?: number; /** Events for which a list was used. */ readonly lists: ReadonlySet<string>};

const names: ReadonlyArray<keyof QueryCounts> = ['sources', 'read', 'kept', 'duplicate', 'rejected', 'customers'];
/** Not for every audience. */
const more: ReadonlyArray<keyof QueryCounts> = ['exposures', 'evidence', 'excluded', 'others', 'identities'];

const isCounts = (value: unknown): value is QueryCounts => typeof value === 'object' && value !== null
	&& [...names, ...more.filter(name => Object.hasOwn(value, name))].every(name => Number.isSafeInteger((value as Readonly<Record<string, unknown>>)[name]));

const parse = (text: string): {readonly schema?: unknown; readonly counts?: unknown; readonly totals?: unknown; readonly used?: unknown} => {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? value : {};
	} catch {
		return {};
	}
};

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : {};

export const verifyQuery = async (directory: string): Promise<QuerySummary> => {
	const {schema, counts, totals, used} = parse(await readFile(join(directory, queryFile.path), 'utf8'));
	if (schema !== querySchema) {
		return {lists: new Set(), findings: [fail('query', `${queryFile.path} is not ${querySchema}: it is broken, or of another version of whosaw`)]};
	}

	const inferred = fieldsOf(totals)['inferred'];
	const lists = new Set((Array.isArray(used) ? used : []).flatMap(each => {
		const {event} = fieldsOf(fieldsOf(each)['list']);
		return typeof event === 'string' ? [event] : [];
	}));
	const about = {lists, ...(typeof inferred === 'number' ? {inferred} : {})};

	return isCounts(counts)
		? {findings: [pass('query', `${queryFile.path} can be read`)], counts, ...about}
		: {findings: [fail('query', `${queryFile.path} does not state the counts`)], ...about};
};
