import type {AcquisitionFacts} from '../case/acts.ts';
import {safeJson} from '../document/safe-json.ts';
import type {Filter} from '../filter/filter.ts';
import {withoutCards} from './card-numbers.ts';
import type {PackagedSource} from './contents.ts';
import type {PackagedSelection} from './packaged-case.ts';
import {investigators, type PackageContext, type PackageFile} from './payload.ts';
import {isRestricted, toldValue} from './withhold.ts';

export const querySchema = 'whosaw.query/1';

/** What must be found again when the other files are counted; absent is what this audience does not get. */
export type QueryCounts = {
	readonly sources: number;
	readonly read: number;
	readonly kept: number;
	readonly duplicate: number;
	readonly rejected: number;
	readonly customers: number;
	readonly exposures?: number;
	readonly evidence?: number;
	readonly excluded?: number;
	readonly others?: number;
	readonly identities?: number;
};

const path = 'data/method/query.json';

const counts = ({contents, tally}: PackageContext): QueryCounts => {
	const sum = (field: 'read' | 'kept' | 'duplicate' | 'rejected'): number =>
		contents.sources.reduce((total, source) => total + source.records[field], 0);
	return {
		sources: contents.sources.length,
		read: sum('read'), kept: sum('kept'), duplicate: sum('duplicate'), rejected: sum('rejected'), customers: contents.totals.customers,
		...(isRestricted(contents.audience) ? {} : {exposures: tally.exposures, evidence: tally.evidence, excluded: tally.excluded, others: tally.others, identities: tally.identities}),
	};
};

const inOrder = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => a < b ? -1 : 1));

/** How it came to be, as somebody said; what it was asked for may hold values. */
const acquisitionOf = ({acquisition: {query, ...others} = {}}: PackagedSource, {contents: {audience}}: PackageContext): AcquisitionFacts =>
	({...others, ...(query === undefined || isRestricted(audience) ? {} : {query})});

/** How one source was understood: the format, the mapping of its columns, the zone of its times. */
const reading = (source: PackagedSource, context: PackageContext): Readonly<Record<string, unknown>> => ({
	path: context.paths.of(source.path),
	sha256: source.sha256,
	format: source.format,
	why: source.why,
	mapping: inOrder(source.mapping),
	timezone: source.timezone,
	ambiguousTimes: source.ambiguousTimes,
	possibleDuplicates: source.possibleDuplicates,
	conflicts: source.conflicts,
	acquisition: acquisitionOf(source, context),
	...(isRestricted(context.contents.audience) ? {} : {unmatched: source.unmatched.map(({value, records, reason}) => ({value, records, ...(reason === undefined ? {} : {reason})}))}),
});

/** The fields that a filter asks about, without what it asks of them. */
const withoutValues = (filter: Filter): Readonly<Record<string, unknown>> => {
	switch (filter.kind) {
		case 'all': {
			return {kind: 'all'};
		}

		case 'match': {
			return {kind: 'match', field: filter.field, test: filter.test.kind};
		}

		case 'not': {
			return {kind: 'not', part: withoutValues(filter.part)};
		}

		default: {
			return {kind: filter.kind, parts: filter.parts.map(part => withoutValues(part))};
		}
	}
};

const asked = ({number, filter, tree, sentence, reason, by, at, matched}: Omit<PackagedSelection, 'beyondScope' | 'now'>) => ({number, filter: {text: filter, tree, sentence}, reason, by: by.name, at, matched});

const method = ({contents}: PackageContext): Readonly<Record<string, unknown>> => {
	const {selections, exclusions, reading: how} = contents.case;
	return isRestricted(contents.audience)
		? {selections: selections.map(({number, tree}) => ({number, fields: withoutValues(tree)})), exclusions: exclusions.map(({number, tree}) => ({number, fields: withoutValues(tree)}))}
		: {
			filter: contents.filter, selections: selections.map(selection => ({...asked(selection), beyondScope: selection.beyondScope, now: selection.now})),
			exclusions: exclusions.map(exclusion => ({...asked(exclusion), accesses: exclusion.accesses})), reading: how,
		};
};

const text = function * (context: PackageContext): Generator<string> {
	const {contents, tally} = context;
	const restricted = isRestricted(contents.audience);
	if (restricted) {
		tally.redactions.push({file: path, what: 'the values that the filters ask for, and values of the logs that no rule understood'});
	}

	const query = {
		schema: querySchema,
		tool: contents.tool,
		...method(context),
		displayTimezone: contents.displayTimezone,
		jurisdictions: contents.case.jurisdictions,
		used: contents.case.kept,
		sources: contents.sources.map(source => reading(source, context)),
		...(contents.case.coverage ? {coverage: contents.case.coverage} : {}),
		totals: contents.totals,
		affected: contents.affected,
		counts: counts(context),
	};
	yield safeJson(withoutCards(toldValue(context, path, query)), 2) + '\n';
};

/** The question and the method, so that another person can ask the same of the same exports; the regulator gets them without values. */
export const queryFile: PackageFile = {path, about: 'the question, how each export was read, and the counts', audiences: [...investigators, 'regulator'], text};
