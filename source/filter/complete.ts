/** What could be completed at the cursor of a filter line. What stands from `from` to the cursor is to be replaced. */
export type Completion =
	| {readonly kind: 'field'; readonly prefix: string; readonly from: number}
	/** `prefix` is what was typed of the value, without quotes and escapes. */
	| {readonly kind: 'value'; readonly field: string; readonly prefix: string; readonly from: number};

/** One step through an unfinished line. */
type Token = {readonly kind: 'open' | 'close' | 'blank' | 'word'; readonly text: string; readonly at: number};

/** Quotes may be unclosed: the line is still being typed. */
const tokenForm = /[([]|[)\]]|\s+|(?:"(?:\\[^]|[^"\\])*(?:"|\\?$)|[^\s()[\]"])+/g;
const fieldForm = /^(-*)([a-z_][\w-]*):/i;

const kindOf = (text: string): Token['kind'] => '(['.includes(text) ? 'open' : ')]'.includes(text) ? 'close' : /^\s/.test(text) ? 'blank' : 'word';

const tokensOf = (text: string): readonly Token[] => [...text.matchAll(tokenForm)].map(found => ({kind: kindOf(found[0]), text: found[0], at: found.index}));

const unquoted = (text: string): string => text.replaceAll(/\\([^\p{L}\p{N}])|"/gsu, '$1');

/** The field whose brackets are open before the last token, innermost first. */
const openField = (tokens: readonly Token[]): string | undefined => {
	const open: Array<string | undefined> = [];
	for (const [index, token] of tokens.entries()) {
		if (token.kind === 'open') {
			const before = tokens[index - 1];
			const field = before?.kind === 'word' && before.text.endsWith(':') ? fieldForm.exec(before.text)?.[2] : undefined;
			open.push(open.at(-1) ?? field);
		} else if (token.kind === 'close') {
			open.pop();
		}
	}

	return open.at(-1)?.toLowerCase();
};

/** Where the cursor stands: in the name of a field (or a bare word), or in the value of one, also inside the brackets of a field. */
export const completeAt = (text: string, cursor: number): Completion => {
	const tokens = tokensOf(text.slice(0, cursor));
	const last = tokens.at(-1);
	const word = last?.kind === 'word' ? last : {text: '', at: cursor};
	const scope = openField(tokens);
	const dashes = /^-*/.exec(word.text)?.[0].length ?? 0;
	if (scope !== undefined) {
		return {kind: 'value', field: scope, prefix: unquoted(word.text.slice(dashes)), from: word.at + dashes};
	}

	const [head, , field] = fieldForm.exec(word.text) ?? [];
	return head === undefined || field === undefined
		? {kind: 'field', prefix: unquoted(word.text.slice(dashes)), from: word.at + dashes}
		: {kind: 'value', field: field.toLowerCase(), prefix: unquoted(word.text.slice(head.length)), from: word.at + head.length};
};
