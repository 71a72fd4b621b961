import {formatInstant} from '../records/instant.ts';
import {fieldNouns} from './fields.ts';
import type {Filter, FilterField, PatternPiece, Test} from './filter.ts';

/*
A filter in plain English, for the method statement of a case file and for readers who will never see the filter line.
Values stand in quotes, as hostile as they are: whoever prints the sentence makes them safe for its page.
*/

type Negated = {readonly negated: boolean};
const is = ({negated}: Negated): string => negated ? 'is not' : 'is';

const patternText = (pieces: readonly PatternPiece[]): string => pieces.map(piece => 'wildcard' in piece ? piece.wildcard : piece.literal).join('');

const comparisons = new Map([['=', ''], ['>', 'more than '], ['>=', 'at least '], ['<', 'less than '], ['<=', 'at most ']]);

const withinPhrase = ({from, to}: Extract<Test, {kind: 'within'}>): string => {
	const start = from === undefined ? [] : [`at or after ${formatInstant(from)}`];
	const end = to === undefined ? [] : [`before ${formatInstant(to)}`];
	return [...start, ...end].join(' and ');
};

/** What follows the noun and `is`: `"E0042"`, `at least 1000`. */
const object = (test: Exclude<Test, {kind: 'present' | 'truth' | 'contains'}>): string => {
	switch (test.kind) {
		case 'is': {
			return `"${test.text}"`;
		}

		case 'like': {
			return `like "${patternText(test.pieces)}"`;
		}

		case 'within': {
			return withinPhrase(test);
		}

		case 'compare': {
			return `${comparisons.get(test.operator) ?? ''}${test.value}`;
		}

		case 'network': {
			return `${test.block.includes('/') ? 'in ' : ''}${test.block}`;
		}
	}
};

const matchPhrase = (field: FilterField, test: Test, negated: boolean): string => {
	const noun = fieldNouns[field];
	switch (test.kind) {
		case 'present': {
			return `${noun} is ${negated ? 'not ' : ''}given`;
		}

		case 'truth': {
			return `the customer ${is({negated: negated === test.value})} on ${noun}`;
		}

		case 'contains': {
			return `${noun} ${negated ? 'does not contain' : 'contains'} "${test.text}"`;
		}

		default: {
			return `${noun} ${is({negated})} ${object(test)}`;
		}
	}
};

const list = (texts: readonly string[], word: 'and' | 'or'): string => texts.length <= 1 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${word} ${texts.at(-1)}`;

/** `the employee is "E0042", "E0107" or "E0113"`: alternatives of one field need its noun only once. */
const alternatives = (parts: readonly Filter[], negated: boolean): string | undefined => {
	const objects = parts.flatMap(part => part.kind === 'match' && part.test.kind !== 'present' && part.test.kind !== 'truth' && part.test.kind !== 'contains' ? [{field: part.field, text: object(part.test)}] : []);
	const [first] = objects;
	if (!first || objects.length !== parts.length || objects.some(({field}) => field !== first.field)) {
		return undefined;
	}

	return `${fieldNouns[first.field]} ${negated ? 'is neither' : 'is'} ${negated ? objects.map(({text}) => text).join(' nor ') : list(objects.map(({text}) => text), 'or')}`;
};

const nested = (filter: Filter): string => filter.kind === 'and' || filter.kind === 'or' ? `(${phrase(filter, false)})` : phrase(filter, false);

const phrase = (filter: Filter, negated: boolean): string => {
	switch (filter.kind) {
		case 'all': {
			return negated ? 'nothing matches' : 'anything matches';
		}

		case 'match': {
			return matchPhrase(filter.field, filter.test, negated);
		}

		case 'not': {
			return phrase(filter.part, !negated);
		}

		case 'and': {
			const text = filter.parts.map(part => nested(part)).join(' and ');
			return negated ? `it is not so that (${text})` : text;
		}

		case 'or': {
			return alternatives(filter.parts, negated) ?? (negated ? `it is not so that (${filter.parts.map(part => nested(part)).join(' or ')})` : filter.parts.map(part => nested(part)).join(' or '));
		}
	}
};

/** One plain-English sentence, such as `Accesses where the employee is "E0042"; and the data type is "email".` */
export const filterSentence = (filter: Filter): string => {
	if (filter.kind === 'all') {
		return 'All accesses.';
	}

	if (filter.kind === 'not' && filter.part.kind === 'all') {
		return 'No accesses.';
	}

	const conditions = filter.kind === 'and' ? filter.parts : [filter];
	return `Accesses where ${conditions.map(part => phrase(part, false)).join('; and ')}.`;
};
