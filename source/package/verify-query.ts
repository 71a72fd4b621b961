import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fail, pass, type Finding} from './finding.ts';
import {queryFile, querySchema, type QueryCounts} from './query-file.ts';

export type QuerySummary = {readonly findings: readonly Finding[]; readonly counts?: QueryCounts};

const names: ReadonlyArray<keyof QueryCounts> = ['sources', 'read', 'kept', 'duplicate', 'rejected', 'customers'];
/** Not for every audience. */
const more: ReadonlyArray<keyof QueryCounts> = ['exposures', 'evidence', 'excluded', 'others', 'identities'];

const isCounts = (value: unknown): value is QueryCounts => typeof value === 'object' && value !== null
	&& [...names, ...more.filter(name => Object.hasOwn(value, name))].every(name => Number.isSafeInteger((value as Readonly<Record<string, unknown>>)[name]));

const parse = (text: string): {readonly schema?: unknown; readonly counts?: unknown} => {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? value : {};
	} catch {
		return {};
	}
};

export const verifyQuery = async (directory: string): Promise<QuerySummary> => {
	const {schema, counts} = parse(await readFile(join(directory, queryFile.path), 'utf8'));
	if (schema !== querySchema) {
		return {findings: [fail('query', `${queryFile.path} is not ${querySchema}: it is broken, or of another version of whosaw`)]};
	}

	return isCounts(counts)
		? {findings: [pass('query', `${queryFile.path} can be read`)], counts}
		: {findings: [fail('query', `${queryFile.path} does not state the counts`)]};
};
