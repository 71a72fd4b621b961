const name = String.raw`(?:"[^"]+"|[\p{L}_][\p{L}\p{N}_$]*(?![\p{L}\p{N}_$]))`;
const path = String.raw`${name}(?:\.${name})*`;
const other = String.raw`(?:\s+(?:as\s+)?${name})?`;

/** What is quoted is passed over: it may be called anything. */
const begin = /"[^"]*"|\b(?:from|join)\b\s*/giu;
const brackets = /"[^"]*"|[()]/g;
/** A name, and those behind a comma, each perhaps with another name for it. What follows must not go on with another, or with arguments. */
const listed = new RegExp(String.raw`(${path}${other}(?:\s*,\s*${path}${other})*)(?!\s*[(,.])`, 'iuy');
const within = /\(\s*(?:\(\s*)*(?:select|with|values)\b/iuy;
const comma = new RegExp(String.raw`${other}\s*,`, 'iuy');
const each = new RegExp(String.raw`(${path})${other}(?:\s*,\s*|$)`, 'giuy');
/** Names that the statement itself makes: `with recent as (select …)`. */
const made = new RegExp(String.raw`(?:\bwith\s+(?:recursive\s+)?|,\s*)(${name})\s*(?:\([^()]*\)\s*)?as\s+(?:not\s+materialized\s+|materialized\s+)?\(`, 'giu');
const statement = /^\s*(?:select|with|copy|unload)\b/iu;
/** Texts and comments, in which `from` is no word of the statement. */
const aside = /'(?:[^']|'')*'|--[^\n]*|\/\*.*?\*\//gsu;

const plain = (text: string): string => text.replaceAll('"', '');

/** Where each bracket that opens is closed. */
const closings = (words: string): ReadonlyMap<number, number> => {
	const [open, found]: [number[], Map<number, number>] = [[], new Map()];
	for (const {0: bracket, index} of words.matchAll(brackets)) {
		const from = bracket === ')' ? open.pop() : undefined;
		if (bracket === '(') {
			open.push(index);
		} else if (from !== undefined) {
			found.set(from, index);
		}
	}

	return found;
};

const matchAt = (expression: RegExp, words: string, index: number): RegExpExecArray | null => {
	expression.lastIndex = index;
	return expression.exec(words);
};

/** The tables that a statement of SQL reads, each once, without quotes; none where the text is no statement, or one of its tables cannot be told: half of them would look like all. */
export const tablesOfStatement = (text: string): readonly string[] => {
	if (!statement.test(text)) {
		return [];
	}

	const words = text.replaceAll(aside, ' ');
	const closed = closings(words);
	const tables: string[] = [];
	for (const {0: word, index} of words.matchAll(begin)) {
		if (word.startsWith('"')) {
			continue;
		}

		const at = index + word.length;
		const end = closed.get(at);
		if (matchAt(within, words, at) && end !== undefined && !matchAt(comma, words, end + 1)) {
			// Its own words follow.
			continue;
		}

		const list = matchAt(listed, words, at)?.[1];
		if (list === undefined) {
			return [];
		}

		tables.push(...[...list.matchAll(each)].map(([, table = '']) => plain(table)));
	}

	const own = new Set([...words.matchAll(made)].map(([, table = '']) => plain(table).toLowerCase()));
	return [...new Set(tables)].filter(table => !own.has(table.toLowerCase()));
};
