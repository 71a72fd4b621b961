import {usageError} from '../errors.ts';
import type {Instant} from '../records/instant.ts';
import {allOf, anyOf, match, negate} from './build.ts';
import {type Filter, type FilterField, filterFields} from './filter.ts';
import {FilterMistake} from './mistake.ts';
import {printFilter} from './print.ts';
import {within} from './time.ts';
import {literalValue, meaningOfValue} from './values.ts';

/** The parts that must all hold; none for everything. */
export const conjuncts = (filter: Filter): readonly Filter[] => filter.kind === 'and' ? filter.parts : filter.kind === 'all' ? [] : [filter];

const collectFields = (filter: Filter): readonly FilterField[] => {
	switch (filter.kind) {
		case 'all': {
			return [];
		}

		case 'match': {
			return [filter.field];
		}

		case 'not': {
			return collectFields(filter.part);
		}

		default: {
			return filter.parts.flatMap(part => collectFields(part));
		}
	}
};

/** The fields a filter names, each once, in the order of `filterFields`. */
export const fieldsUsed = (filter: Filter): readonly FilterField[] => {
	const used = new Set(collectFields(filter));
	return filterFields.filter(field => used.has(field));
};

const isOnlyAbout = (filter: Filter, field: FilterField): boolean => {
	const [first, ...others] = fieldsUsed(filter);
	return first === field && others.length === 0;
};

/** Without the conjunct at this place. */
export const without = (filter: Filter, index: number): Filter => allOf(conjuncts(filter).filter((_, at) => at !== index));

/** Without every conjunct that is about this field alone: what a facet asks, which must not be narrowed by its own selection. */
export const withoutField = (filter: Filter, field: FilterField): Filter => allOf(conjuncts(filter).filter(part => !isOnlyAbout(part, field)));

/** The filter that one value of a field makes; nothing in the value is special. The empty value is that of records without one. */
export const exactly = (field: FilterField, value: string): Filter => {
	if (value === '') {
		return negate(match(field, {kind: 'present'}));
	}

	try {
		return meaningOfValue(field, literalValue(value), {displayTimezone: 'UTC'});
	} catch (error) {
		throw error instanceof FilterMistake ? usageError(error.message, error.hint) : error;
	}
};

/** Replaces what is about the field by one part, at the place of the first that was. */
const replaced = (filter: Filter, field: FilterField, part: Filter): Filter => {
	const parts = conjuncts(filter);
	const place = parts.findIndex(old => isOnlyAbout(old, field));
	const at = place === -1 ? parts.length : place;
	const kept = (range: readonly Filter[]): readonly Filter[] => range.filter(old => !isOnlyAbout(old, field));
	return allOf([...kept(parts.slice(0, at)), part, ...kept(parts.slice(at))]);
};

/** Only this value, or one of these: takes the place of the chips about the field, or stands beside the others. */
export const withOnly = (filter: Filter, field: FilterField, ...values: readonly string[]): Filter => replaced(filter, field, anyOf(values.map(value => exactly(field, value))));

/** Not this value, or none of these as one chip, beside what there is; a chip that asked for just one of them goes. */
export const withNot = (filter: Filter, field: FilterField, ...values: readonly string[]): Filter => {
	const parts = values.map(value => exactly(field, value));
	const texts = new Set(parts.map(part => printFilter(part)));
	return allOf([...conjuncts(filter).filter(old => !texts.has(printFilter(old))), negate(anyOf(parts))]);
};

/** Half-open limits of time; a side may be open. */
export type TimeBounds = {readonly from?: Instant; readonly to?: Instant};

/** Only this time, in place of the chips about time; with neither side, any time. */
export const withTime = (filter: Filter, bounds: TimeBounds): Filter =>
	bounds.from === undefined && bounds.to === undefined ? withoutField(filter, 'time') : replaced(filter, 'time', match('time', within(bounds, 0)));

const bounds = (from: Instant, to: Instant): TimeBounds => ({...(from === Number.NEGATIVE_INFINITY ? {} : {from}), ...(to === Number.POSITIVE_INFINITY ? {} : {to})});
const fromOf = ({from}: TimeBounds): Instant => from ?? Number.NEGATIVE_INFINITY;
const toOf = ({to}: TimeBounds): Instant => to ?? Number.POSITIVE_INFINITY;

/**
The narrowest `[from, to)` outside of which nothing can match, as far as the parts in `and` and `or` say; what is negated
says nothing. When parts contradict each other, `from` is not before `to`.
*/
export const timeBounds = (filter: Filter): TimeBounds => {
	switch (filter.kind) {
		case 'match': {
			return filter.test.kind === 'within' ? bounds(fromOf(filter.test), toOf(filter.test)) : {};
		}

		case 'and': {
			const parts = filter.parts.map(part => timeBounds(part));
			return bounds(Math.max(...parts.map(part => fromOf(part))), Math.min(...parts.map(part => toOf(part))));
		}

		case 'or': {
			const parts = filter.parts.map(part => timeBounds(part));
			return bounds(Math.min(...parts.map(part => fromOf(part))), Math.max(...parts.map(part => toOf(part))));
		}

		default: {
			return {};
		}
	}
};
