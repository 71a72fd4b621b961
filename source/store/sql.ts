/** A value with its type, bound and never spliced. */
export type Bind = {readonly bind: 'text' | 'int64' | 'text[]' | 'uint64[]' | 'int64[]' | 'boolean'; readonly value: unknown};

const brand = Symbol('sql');

/** A piece of SQL with its binds. Made by `sql` only. */
export type Sql = {readonly [brand]: true; readonly pieces: ReadonlyArray<string | Bind>};

const isBind = (part: Sql | Bind): part is Bind => 'bind' in part;

/** The one way to write SQL: only other pieces and binds may be interpolated; a bare string is a type error, and an error at run time. */
export const sql = (strings: TemplateStringsArray, ...parts: ReadonlyArray<Sql | Bind>): Sql => {
	const pieces: Array<string | Bind> = [strings[0]!];
	for (const [index, part] of parts.entries()) {
		if (typeof part !== 'object' || part === null || !(brand in part || isBind(part as Bind))) {
			throw new TypeError('Only sql`…` and binds may stand in sql`…`');
		}

		pieces.push(...(isBind(part) ? [part] : part.pieces), strings[index + 1]!);
	}

	return {[brand]: true, pieces};
};

export const text = (value: string): Bind => ({bind: 'text', value});
export const int64 = (value: number | bigint): Bind => ({bind: 'int64', value: BigInt(value)});
export const boolean = (value: boolean): Bind => ({bind: 'boolean', value});
export const int64s = (values: readonly number[]): Bind => ({bind: 'int64[]', value: values.map(value => BigInt(value))});
export const texts = (value: readonly string[]): Bind => ({bind: 'text[]', value});

/**
A text as an SQL literal, for the places where an engine takes no bind (arguments of table functions, JSON paths that are to be
compiled once). Quotes are doubled; NULs, which end a literal, are refused.
*/
export const constant = (value: string): Sql => {
	if (value.includes('\0')) {
		throw new TypeError('an SQL literal cannot hold a NUL');
	}

	return raw(`'${value.replaceAll('\'', '\'\'')}'`);
};

/** A whole number as an SQL literal. */
export const wholeNumber = (value: number): Sql => {
	if (!Number.isSafeInteger(value)) {
		throw new TypeError(`${value} is no safe integer`);
	}

	return raw(String(value));
};

/** A key as an SQL literal. */
export const unsigned = (value: bigint): Sql => raw(`${value}::ubigint`);

/** A name of a table or column, quoted. */
export const identifier = (name: string): Sql => raw(`"${name.replaceAll('"', '""').replaceAll('\0', '')}"`);

const raw = (value: string): Sql => ({[brand]: true, pieces: [value]});

/** Pieces side by side. */
export const joined = (parts: readonly Sql[], separator: Sql = sql`, `): Sql =>
	({[brand]: true, pieces: parts.flatMap((part, index) => index === 0 ? part.pieces : [...separator.pieces, ...part.pieces])});

export const nothing: Sql = sql``;

/** Text and values as an engine takes them: `$1`, `$2`, … */
export const render = (query: Sql, placeholder: (index: number, bind: Bind) => string = index => `$${index}`): {readonly text: string; readonly binds: readonly Bind[]} => {
	const binds: Bind[] = [];
	const parts = query.pieces.map(piece => {
		if (typeof piece === 'string') {
			return piece;
		}

		binds.push(piece);
		return placeholder(binds.length, piece);
	});
	return {text: parts.join(''), binds};
};
