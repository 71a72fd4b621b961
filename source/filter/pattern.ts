import type {PatternPiece} from './filter.ts';
import type {Word} from './syntax.ts';

/** A bare word in pieces: `C10*` is the literal `C10` and a wildcard. */
const bareParts = (text: string): readonly PatternPiece[] =>
	(text.match(/[*?]|[^*?]+/g) ?? []).map(part => part === '*' || part === '?' ? {wildcard: part} : {literal: part});

/** Where wildcards touch, their order says nothing: `*?*` is `?*`. First every `?`, then one `*` if there was any. */
const inOrder = (run: ReadonlyArray<'*' | '?'>): readonly PatternPiece[] => [
	...run.filter(wildcard => wildcard === '?').map(wildcard => ({wildcard})),
	...(run.includes('*') ? [{wildcard: '*'} as const] : []),
];

/** The pieces of a value, with touching literals joined and runs of wildcards in their one canonical order. */
export const piecesOf = (words: readonly Word[]): readonly PatternPiece[] => {
	const pieces: PatternPiece[] = [];
	let run: Array<'*' | '?'> = [];
	let literal = '';
	const flush = () => {
		pieces.push(...inOrder(run), ...(literal === '' ? [] : [{literal}]));
		run = [];
		literal = '';
	};

	for (const part of words.flatMap(word => word.quoted ? [{literal: word.text}] : bareParts(word.text))) {
		if ('literal' in part) {
			literal += part.literal;
			continue;
		}

		if (literal !== '') {
			flush();
		}

		run.push(part.wildcard);
	}

	flush();
	return pieces;
};

/** Any value at all: the lone `*`. */
export const isAny = (pieces: readonly PatternPiece[]): boolean => pieces.length === 1 && pieces[0] !== undefined && 'wildcard' in pieces[0] && pieces[0].wildcard === '*';

/** The literal text of a value without wildcards; undefined when it has any. */
export const literalOf = (pieces: readonly PatternPiece[]): string | undefined =>
	pieces.every(piece => 'literal' in piece) ? pieces.map(piece => 'literal' in piece ? piece.literal : '').join('') : undefined;

/** The pieces with every literal rewritten. */
export const mapLiterals = (pieces: readonly PatternPiece[], rewrite: (text: string) => string): readonly PatternPiece[] =>
	pieces.map(piece => 'literal' in piece ? {literal: rewrite(piece.literal)} : piece);
