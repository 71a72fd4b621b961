import {allOf, match} from './build.ts';
import type {FilterContext} from './context.ts';
import {canonicalValue, foldText} from './fields.ts';
import {everything, type Filter, type FilterField, type PatternPiece, type Test} from './filter.ts';
import {FilterMistake, shown} from './mistake.ts';
import {canonicalBlock} from './network.ts';
import {isAny, literalOf, mapLiterals, piecesOf} from './pattern.ts';
import type {Value, Word} from './syntax.ts';
import {timeOfRange, timeOfText} from './time.ts';

type Compare = Extract<Test, {kind: 'compare'}>;
type Written = {readonly field: FilterField; readonly words: readonly Word[]; readonly at: number};

const written = (words: readonly Word[]): string => words.map(({text}) => text).join('');

const wholeNumber = (text: string, at: number): number => {
	const value = Number(text);
	if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) {
		throw new FilterMistake(`${shown(text)} is not a whole number`, at, 'count takes 1000, >=1000, <50 or 10..20, without separators');
	}

	return value;
};

const compare = (operator: Compare['operator'], value: number): Filter => match('count', {kind: 'compare', operator, value});

const countBetween = (from: number | undefined, to: number | undefined, at: number): Filter => {
	if (from !== undefined && to !== undefined && from > to) {
		throw new FilterMistake('this range of counts ends before it begins', at);
	}

	return allOf([...(from === undefined ? [] : [compare('>=', from)]), ...(to === undefined ? [] : [compare('<=', to)])]);
};

const countOfText = (text: string, at: number): Filter => {
	const range = /^(\d*)\.\.(\d*)$/.exec(text);
	if (range && text !== '..') {
		const [, from = '', to = ''] = range;
		return countBetween(from === '' ? undefined : wholeNumber(from, at), to === '' ? undefined : wholeNumber(to, at), at);
	}

	const [, operator = '=', digits = ''] = /^([<>]=?|=)?(.*)$/s.exec(text) ?? [];
	return compare(operator as Compare['operator'], wholeNumber(digits, at));
};

/** `[10 TO 20]` with 20, `[10 TO 20)` without. */
const countOfRange = ({from, to, closed, at}: Extract<Value, {kind: 'range'}>): Filter => {
	const least = from.text === '*' ? undefined : wholeNumber(from.text, from.at);
	const most = to.text === '*' ? undefined : wholeNumber(to.text, to.at) - (closed ? 0 : 1);
	if (least === undefined && most === undefined) {
		throw new FilterMistake('a range needs a beginning or an end', at, 'as in count:[1000 TO *)');
	}

	return countBetween(least, most, at);
};

const network = (text: string, at: number): Test => {
	const block = canonicalBlock(text);
	if (block === undefined) {
		throw new FilterMistake(`${shown(text)} is neither an address nor a block of addresses`, at, 'write 10.4.0.7, 10.4.0.0/16 or 2001:db8::/32');
	}

	return {kind: 'network', block};
};

const truth = (text: string, at: number): Test => {
	const value = new Map([['true', true], ['yes', true], ['false', false], ['no', false]]).get(text.toLowerCase());
	if (value === undefined) {
		throw new FilterMistake(`leaked is true or false, not ${shown(text)}`, at);
	}

	return {kind: 'truth', value};
};

/** Text found anywhere needs no wildcards at its ends; inside, a scan of the raw bytes has none to offer. */
const bareText = ({words, at}: Written): Filter => {
	const pieces = piecesOf(words);
	if (isAny(pieces)) {
		return everything;
	}

	const isStar = (piece: PatternPiece | undefined): boolean => piece !== undefined && 'wildcard' in piece && piece.wildcard === '*';
	const inner = pieces.slice(isStar(pieces[0]) ? 1 : 0, isStar(pieces.at(-1)) ? -1 : undefined);
	const text = literalOf(inner);
	if (text === undefined || text === '') {
		throw new FilterMistake('bare text takes no wildcards: it is found anywhere in a record', at, 'put it in quotes to find the character itself, or write the parts side by side');
	}

	return match('text', {kind: 'contains', text: foldText(text)});
};

/** Fields whose values are plain texts: equal, or like a pattern. */
const plainValue = ({field, words, at}: Written): Filter => {
	const pieces = piecesOf(words);
	const literal = literalOf(pieces);
	if (literal !== undefined) {
		return match(field, {kind: 'is', text: canonicalValue(field, {text: literal, quoted: words.every(({quoted}) => quoted), at})});
	}

	return match(field, {kind: 'like', pieces: mapLiterals(pieces, foldPattern(field, pieces))});
};

/** Patterns are spelt as the values they are held against: lower case for known words, and for addresses once the `@` shows that it is one. */
const foldPattern = (field: FilterField, pieces: readonly PatternPiece[]): ((text: string) => string) => {
	const isEmail = pieces.some(piece => 'literal' in piece && piece.literal.includes('@'));
	const known = field === 'data' || field === 'activity' || field === 'outcome' || field === 'support';
	return known || (isEmail && (field === 'employee' || field === 'customer')) ? text => text.toLowerCase() : text => text;
};

const unpatterned: ReadonlySet<FilterField> = new Set(['time', 'count', 'leaked']);

const refuseWildcards = ({field, words, at}: Written): void => {
	if (unpatterned.has(field) && words.some(({quoted, text}) => !quoted && /[*?]/.test(text))) {
		throw new FilterMistake(`${field} takes no wildcards`, at, field === 'time' ? '2020-10 is the whole month, 2020-10-01.. has no end' : undefined);
	}
};

const valueOfWords = (value: Written, context: FilterContext): Filter => {
	const {field, words, at} = value;
	const text = written(words);
	if (text === '') {
		throw new FilterMistake('this value is empty', at, `for records without one write NOT ${field}:*`);
	}

	if (field === 'text') {
		return bareText(value);
	}

	if (isAny(piecesOf(words))) {
		// Somebody is on the list, or is not: that is all there is to be present.
		return match(field, field === 'leaked' ? {kind: 'truth', value: true} : {kind: 'present'});
	}

	refuseWildcards(value);
	switch (field) {
		case 'time': {
			return match(field, timeOfText(text, at, context));
		}

		case 'count': {
			return countOfText(text, at);
		}

		case 'ip': {
			return match(field, network(text, at));
		}

		case 'leaked': {
			return match(field, truth(text, at));
		}

		default: {
			return plainValue(value);
		}
	}
};

/** What a value behind a field means. Bare text has the field `text`. */
export const meaningOfValue = (field: FilterField, value: Value, context: FilterContext): Filter => {
	if (value.kind === 'words') {
		return valueOfWords({field, words: value.words, at: value.at}, context);
	}

	if (field === 'time') {
		return match(field, timeOfRange(value, context));
	}

	if (field === 'count') {
		return countOfRange(value);
	}

	throw new FilterMistake(`${field} takes no range`, value.at, 'ranges are for time and count');
};

/** A text as one quoted word: nothing in it is special. */
export const literalValue = (text: string): Value => ({kind: 'words', at: 0, words: [{quoted: true, text}]});

/** A text in which only `*` and `?` are special, as in the value of a flag. */
export const patternValue = (text: string): Value => ({kind: 'words', at: 0, words: [{quoted: false, text}]});
