/**
How a format says what a field of the event is, in terms of the record's own fields. It is data: the store compiles it to SQL, and
the second reader evaluates it in `evaluate-expression.ts`. All results are trimmed text; empty text is no value.
*/
export type FieldExpression =
	/** The text at a path: a column of a table, or nested keys of JSON. `*` as a key means every element: the result is a JSON array; `[0]` the first
	element of an array, and `{}` goes on inside of a text that is JSON itself, where it is not unpacked already. A condition may stand behind either:
	`*?role.code=1|2` means every element whose code is one of these, `[0]?requestor=true` the first such. */
	| {readonly kind: 'field'; readonly path: readonly string[]}
	| {readonly kind: 'literal'; readonly text: string}
	/** The first that has a value. */
	| {readonly kind: 'first'; readonly of: readonly FieldExpression[]}
	/** The group of the first match of a pattern that both RE2 and JavaScript understand alike. */
	| {readonly kind: 'extract'; readonly of: FieldExpression; readonly pattern: string; readonly group: number}
	/** Of each of several values, which come as a JSON array, the first group of a pattern where it is met; the others stay. */
	| {readonly kind: 'each'; readonly of: FieldExpression; readonly pattern: string}
	/** The first group of every match of a pattern, as several values. */
	| {readonly kind: 'all'; readonly of: FieldExpression; readonly pattern: string}
	/** Every copy of a text replaced: the commas of a list by semicolons, which stand between several values. */
	| {readonly kind: 'replace'; readonly of: FieldExpression; readonly text: string; readonly by: string}
	/** `then` where `of` has one of these values (any value when `among` is absent), else `otherwise`. */
	| {readonly kind: 'when'; readonly of: FieldExpression; readonly among?: readonly string[]; readonly then: FieldExpression; readonly otherwise?: FieldExpression}
	/** The text, and no value where `other` is the same, in capitals or not: the owner of a mailbox, unless it is the account itself. */
	| {readonly kind: 'unlike'; readonly of: FieldExpression; readonly other: FieldExpression}
	/** The parts that have a value, joined; no value when `all` is set and one of them has none. */
	| {readonly kind: 'join'; readonly of: readonly FieldExpression[]; readonly separator: string; readonly all?: boolean};

/** How the time of a record is written. */
export type TimeStyle =
	/** ISO 8601 and its relatives: `2020-10-01T00:00:00.123Z`, `2020-10-01 00:00:00`, with or without an offset. */
	| {readonly kind: 'iso'}
	| {readonly kind: 'epoch'; readonly unit: 's' | 'ms' | 'us' | 'ns'}
	/** Some records one way and some the other, as where somebody has rewritten a part of them: digits alone are an epoch. */
	| {readonly kind: 'iso-or-epoch'; readonly unit: 's' | 'ms' | 'us' | 'ns'}
	/** `10/24/2020 3:04 PM`, `24.10.2020 15:04:05`; `separator` between the parts of the date. */
	| {readonly kind: 'numeric-date'; readonly order: 'mdy' | 'dmy'; readonly separator: '/' | '.' | '-'}
	/** `17/May/2015:10:05:03 +0000` */
	| {readonly kind: 'clf'}
	/** `20240311160000.000`, UTC */
	| {readonly kind: 'compact'};

/** What a format says of one kind of export. */
export type FieldMap = {
	readonly time: FieldExpression;
	readonly timeStyle: TimeStyle;
	/** The product's own id of the event, by which duplicates are known. */
	readonly id?: FieldExpression;
	/** Of what the product logs as two kinds of event: what both have in common. They count once. */
	readonly disclosure?: FieldExpression;
	readonly employee?: FieldExpression;
	readonly employeeName?: FieldExpression;
	readonly employeeEmail?: FieldExpression;
	readonly onBehalfOf?: FieldExpression;
	/** One id, or several: a JSON array, or values between `;` or `|`. */
	readonly customers?: FieldExpression;
	readonly customerEmail?: FieldExpression;
	readonly customerCountry?: FieldExpression;
	/** One data type or several, as `customers`. */
	readonly dataTypes?: FieldExpression;
	/** The log's own verb; `activity` is derived from it unless given. */
	readonly action?: FieldExpression;
	readonly activity?: FieldExpression;
	readonly system?: FieldExpression;
	readonly resource?: FieldExpression;
	readonly ip?: FieldExpression;
	readonly device?: FieldExpression;
	readonly session?: FieldExpression;
	readonly reason?: FieldExpression;
	readonly outcome?: FieldExpression;
	/** How many customers' records a bulk export holds. */
	readonly count?: FieldExpression;
};

/** The parts of a field map that are expressions. */
export type FieldRole = Exclude<keyof FieldMap, 'timeStyle'>;

/** The key of a path that goes on inside of a text: exports within exports. */
export const insideText = '{}';

/** The place in an array that a key such as `[0]` means. */
export const placeIn = (key: string): number | undefined => {
	const digits = /^\[(\d{1,6})\]$/.exec(key)?.[1];
	return digits === undefined ? undefined : Number(digits);
};

/** Which elements of an array a key such as `*?role.code=1` means. */
export type Where = {readonly every: boolean; readonly path: readonly string[]; readonly among: readonly string[]};

export const whereIn = (key: string): Where | undefined => {
	const [, elements, path, values] = /^(\*|\[0\])\?([^=]+)=(.+)$/.exec(key) ?? [];
	return path === undefined || values === undefined ? undefined : {every: elements === '*', path: path.split('.'), among: values.split('|')};
};

/** Whether a path may lead to several values, which then come as a JSON array. */
export const isMany = (path: readonly string[]): boolean => path.some(key => key === '*' || whereIn(key)?.every);

export const field = (...path: readonly string[]): FieldExpression => ({kind: 'field', path});
export const literal = (text: string): FieldExpression => ({kind: 'literal', text});
export const first = (...of: readonly FieldExpression[]): FieldExpression => ({kind: 'first', of});
export const join = (separator: string, ...of: readonly FieldExpression[]): FieldExpression => ({kind: 'join', of, separator});

/** The first group of a pattern. */
export const extract = (of: FieldExpression, pattern: string): FieldExpression => ({kind: 'extract', of, pattern, group: 1});
/** `then` where `of` has one of these values, else `otherwise`. */
export const when = (of: FieldExpression, among: readonly string[], then: FieldExpression, otherwise?: FieldExpression): FieldExpression => ({kind: 'when', of, among, then, ...(otherwise ? {otherwise} : {})});

/** Of each of several values the first group of a pattern, where it is met. */
export const each = (of: FieldExpression, pattern: string): FieldExpression => ({kind: 'each', of, pattern});
/** `of`, unless `other` is the same. */
export const unlike = (of: FieldExpression, other: FieldExpression): FieldExpression => ({kind: 'unlike', of, other});

/** Every path an expression reads. */
export const pathsOf = (expression: FieldExpression): ReadonlyArray<readonly string[]> => {
	switch (expression.kind) {
		case 'field': {
			return [expression.path];
		}

		case 'literal': {
			return [];
		}

		case 'replace':
		case 'all':
		case 'each':
		case 'extract': {
			return pathsOf(expression.of);
		}

		case 'unlike': {
			return [expression.of, expression.other].flatMap(part => pathsOf(part));
		}

		case 'when': {
			return [expression.of, expression.then, ...(expression.otherwise ? [expression.otherwise] : [])].flatMap(part => pathsOf(part));
		}

		default: {
			return expression.of.flatMap(part => pathsOf(part));
		}
	}
};
