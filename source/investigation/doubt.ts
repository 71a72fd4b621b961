import type {TimeStyle} from '../records/field-expression.ts';

/*
What the files leave open. A script refuses it or says "assumed"; a person is asked. What is decided becomes part of the request, as
`--map`, `--date-order` and `--timezone` would say it, so that the same can be had again without being asked.
*/

/** No column is clearly the time, the employee or the customer; or it is clear, and a person wants to say it otherwise. */
export type MappingDoubt = {
	readonly kind: 'mapping';
	/** The files with these columns. */
	readonly paths: readonly string[];
	readonly columns: readonly string[];
	/** Role → column, as far as it was understood. */
	readonly mapping: Readonly<Record<string, string>>;
	/** Role → the columns that are as likely. */
	readonly candidates: Readonly<Record<string, readonly string[]>>;
	/** The first records: column → text. */
	readonly rows: ReadonlyArray<Readonly<Record<string, string>>>;
	/** Why what was decided is not enough. */
	readonly problem?: string;
};

/** Dates that can be read in two ways. */
export type DateOrderDoubt = {readonly kind: 'date-order'; readonly paths: readonly string[]; readonly example: string; /** The days it may mean. */ readonly mdy: string; readonly dmy: string};

/** Times that carry no offset, of which nobody said the zone. */
export type ZoneDoubt = {readonly kind: 'zone'; readonly paths: readonly string[]; readonly example: string; readonly style: TimeStyle};

export type Doubt = MappingDoubt | DateOrderDoubt | ZoneDoubt;

/** What the person says. No zone: UTC, assumed. */
export type Decision =
	| {readonly kind: 'mapping'; readonly mapping: Readonly<Record<string, string>>}
	| {readonly kind: 'date-order'; readonly order: 'mdy' | 'dmy'}
	| {readonly kind: 'zone'; readonly zone: string | undefined};

type ForFiles<Value> = {readonly files?: string; readonly value: Value};

/** What a decision adds to the request. */
export type Decided = {
	readonly maps?: ReadonlyArray<ForFiles<{readonly role: string; readonly column: string}>>;
	readonly timezones?: ReadonlyArray<ForFiles<string>>;
	readonly dateOrder?: 'mdy' | 'dmy';
};

/** Asks the person. */
export type Decide = (doubt: Doubt) => Promise<Decision>;

/** A pattern that means this path and no other: what a glob would take for a sign stands in brackets. */
const patternOf = (path: string): string => path.replaceAll(/[*?[]/g, '[$&]');

/** The same value for each of these files; for all when there are no others. */
const forFiles = <Value>(paths: readonly string[], all: boolean, value: Value): ReadonlyArray<ForFiles<Value>> =>
	all ? [{value}] : paths.map(path => ({files: patternOf(path), value}));

/** A decision as the command line would say it. `all`: there are no other files than those it is about. */
export const asRequested = ({paths}: Pick<Doubt, 'paths'>, decision: Decision, all: boolean): Decided => {
	switch (decision.kind) {
		case 'mapping': {
			return {maps: Object.entries(decision.mapping).flatMap(([role, column]) => forFiles(paths, all, {role, column}))};
		}

		case 'zone': {
			return decision.zone === undefined ? {} : {timezones: forFiles(paths, all, decision.zone)};
		}

		case 'date-order': {
			return {dateOrder: decision.order};
		}
	}
};

type Reading = {readonly maps?: Decided['maps']; readonly timezones?: Decided['timezones']; readonly dateOrder?: Decided['dateOrder']};

/** The request with what was decided, behind what it says already: the last one holds. */
export const withDecided = <Request extends Reading>(request: Request, {maps = [], timezones = [], dateOrder}: Decided): Request => ({
	...request,
	...(maps.length === 0 ? {} : {maps: [...request.maps ?? [], ...maps]}),
	...(timezones.length === 0 ? {} : {timezones: [...request.timezones ?? [], ...timezones]}),
	...(dateOrder === undefined ? {} : {dateOrder}),
});
