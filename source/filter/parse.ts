import {isTimezone} from '../records/calendar.ts';
import {usageError} from '../errors.ts';
import {allOf, anyOf, negate} from './build.ts';
import type {FilterContext} from './context.ts';
import {fieldNamed} from './fields.ts';
import {everything, type Filter, type FilterField} from './filter.ts';
import {FilterMistake, mistakeAsError} from './mistake.ts';
import {parseSyntax, type Syntax} from './syntax.ts';
import {isRelative} from './time.ts';
import {meaningOfValue} from './values.ts';

type Meaning = {readonly context: FilterContext; readonly scope: FilterField};

const meaningOf = (syntax: Syntax, meaning: Meaning): Filter => {
	switch (syntax.kind) {
		case 'and': {
			return allOf(syntax.parts.map(part => meaningOf(part, meaning)));
		}

		case 'or': {
			return anyOf(syntax.parts.map(part => meaningOf(part, meaning)));
		}

		case 'not': {
			return negate(meaningOf(syntax.part, meaning));
		}

		case 'scope': {
			return meaningOf(syntax.part, {...meaning, scope: fieldNamed(syntax.field, syntax.at)});
		}

		case 'term': {
			const field = syntax.field === undefined ? meaning.scope : fieldNamed(syntax.field, syntax.at);
			return meaningOfValue(field, syntax.value, meaning.context);
		}
	}
};

/** The tree of a text; throws a FilterMistake. The ends of its terms are pushed to `termEnds`. */
const parse = (text: string, context: FilterContext, termEnds: number[]): Filter => {
	if (!isTimezone(context.displayTimezone)) {
		throw usageError(`no time zone "${context.displayTimezone}"`, 'use an IANA name such as Europe/London');
	}

	const syntax = parseSyntax(text, termEnds);
	return syntax === null ? everything : meaningOf(syntax, {context, scope: 'text'});
};

/**
The canonical tree of a filter text: `and` and `or` flattened, nothing said twice, no double negation, every time resolved to
instants. Deep-frozen. An empty text is everything. A mistake is an ExpectedError with its place.
*/
export const parseFilter = (text: string, context: FilterContext): Filter => {
	const termEnds: number[] = [];
	try {
		return parse(text, context, termEnds);
	} catch (error) {
		throw error instanceof FilterMistake ? mistakeAsError(error, text, termEnds) : error;
	}
};

/** What was wrong and where, in UTF-16 units from the start, for a line that is still being typed. */
export type FilterProblem = {readonly message: string; readonly offset: number; readonly hint?: string};

/** Like `parseFilter`, but gives a mistake back. */
export const checkFilter = (text: string, context: FilterContext): {readonly filter: Filter} | {readonly error: FilterProblem} => {
	try {
		return {filter: parse(text, context, [])};
	} catch (error) {
		if (error instanceof FilterMistake) {
			const {message, offset, hint} = error;
			return {error: {message, offset, ...(hint === undefined ? {} : {hint})}};
		}

		throw error;
	}
};

const usesRelativeTime = (syntax: Syntax, scope: string): boolean => {
	switch (syntax.kind) {
		case 'and':
		case 'or': {
			return syntax.parts.some(part => usesRelativeTime(part, scope));
		}

		case 'not': {
			return usesRelativeTime(syntax.part, scope);
		}

		case 'scope': {
			return usesRelativeTime(syntax.part, syntax.field.toLowerCase());
		}

		case 'term': {
			const {field = scope, value} = syntax;
			return field.toLowerCase() === 'time' && value.kind === 'words' && isRelative(value.words.map(({text}) => text).join(''));
		}
	}
};

/** Whether the text counts back from the newest event, so that everything must be loaded before it can be parsed. False for a text with a mistake. */
export const needsNewest = (text: string): boolean => {
	try {
		const syntax = parseSyntax(text);
		return syntax !== null && usesRelativeTime(syntax, '');
	} catch (error) {
		if (error instanceof FilterMistake) {
			return false;
		}

		throw error;
	}
};
