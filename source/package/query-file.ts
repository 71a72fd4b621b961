import {safeJson} from '../document/safe-json.ts';
import type {PackagedSource} from './contents.ts';
import {investigators, type PackageContext, type PackageFile} from './payload.ts';

export const querySchema = 'whosaw.query/1';

/** What must be found again when the other files are counted. */
export type QueryCounts = {
	readonly sources: number;
	readonly read: number;
	readonly kept: number;
	readonly duplicate: number;
	readonly rejected: number;
	readonly customers: number;
	readonly exposures: number;
	readonly evidence: number;
};

const counts = ({contents, tally}: PackageContext): QueryCounts => {
	const sum = (field: 'read' | 'kept' | 'duplicate' | 'rejected'): number =>
		contents.sources.reduce((total, source) => total + source.records[field], 0);
	return {
		sources: contents.sources.length,
		read: sum('read'), kept: sum('kept'), duplicate: sum('duplicate'), rejected: sum('rejected'),
		customers: tally.customers, exposures: tally.exposures, evidence: tally.evidence,
	};
};

/** How one source was understood: the format, the mapping of its columns, the zone of its times. */
const reading = (source: PackagedSource, path: string): Readonly<Record<string, unknown>> => ({
	path,
	sha256: source.sha256,
	format: source.format,
	why: source.why,
	mapping: Object.fromEntries(Object.entries(source.mapping).toSorted(([a], [b]) => a < b ? -1 : 1)),
	timezone: source.timezone,
	ambiguousTimes: source.ambiguousTimes,
	possibleDuplicates: source.possibleDuplicates,
	conflicts: source.conflicts,
	unmatched: source.unmatched.map(({value, records}) => ({value, records})),
});

const text = function * (context: PackageContext): Generator<string> {
	const {contents, paths} = context;
	yield safeJson({
		schema: querySchema,
		tool: contents.tool,
		selections: [{number: 1, filter: contents.filter, reason: contents.reason, investigator: contents.investigator}],
		displayTimezone: contents.displayTimezone,
		sources: contents.sources.map(source => reading(source, paths.of(source.path))),
		totals: contents.totals,
		affected: contents.affected,
		counts: counts(context),
	}, 2) + '\n';
};

/** The question and the method, so that another person can ask the same of the same exports. */
export const queryFile: PackageFile = {path: 'data/method/query.json', audiences: investigators, text};
