/** What a rule can look at: a name of data that the log gives, what was done, on what (object, path or query), in which product, system and activity. */
export const ruleFields = ['column', 'action', 'resource', 'product', 'system', 'activity'] as const;
export type RuleField = typeof ruleFields[number];

/** One of the patterns must match; they are regular expressions without backtracking (RE2). */
export type Condition = {readonly field: RuleField; readonly patterns: readonly string[]};

/** In the place of a type: those of all columns that the catalog gives to what was reached. */
export const allColumns = '@all-columns-of-object';

/** A table of a catalog, as it is written and as RE2 writes it, and its columns. Of several that match the first counts. */
export type Table = {readonly table: string; readonly pattern: string; readonly columns: readonly string[]};

/** Which data an access reaches, said by an investigator for values of a log. All conditions must hold; none always do. */
export type Rule = {
	readonly id: string;
	readonly when: readonly Condition[];
	readonly types: readonly string[];
	/** Where the customer stands in the text of a field: in the first group of the expression. Only where the log names none. */
	readonly subject?: {readonly field: 'resource' | 'action'; readonly pattern: string};
	/** Whoever is not named is somebody all the same: where an event names no customer and no number, it reached an unknown number of them. */
	readonly scope?: 'counted';
	/** Of the file of the rule, where `types` has those of all columns. */
	readonly catalog?: readonly Table[];
};

/** A rule that names customers. */
export type SubjectRule = Rule & {readonly subject: NonNullable<Rule['subject']>};

/** The rules of one file; the first that matches wins, for each set of fields that rules look at. */
export type Rules = {readonly path: string; readonly sha256: string; readonly rules: readonly Rule[]};

/** Rules compete when they look at the same fields; of a product, each has its own. */
export const matcherOf = ({when}: Rule): string => when.map(({field}) => field).filter(field => field !== 'product').toSorted().join('+');
