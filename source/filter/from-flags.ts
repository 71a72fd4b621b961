import {usageError} from '../errors.ts';
import {isTimezone} from '../records/calendar.ts';
import type {Instant} from '../records/instant.ts';
import {allOf, anyOf, match} from './build.ts';
import type {FilterContext} from './context.ts';
import type {Filter, FilterField} from './filter.ts';
import {FilterMistake} from './mistake.ts';
import {parseFilter} from './parse.ts';
import {parsePeriod} from './period.ts';
import {endOf, within} from './time.ts';
import {meaningOfValue, patternValue} from './values.ts';

/** The flags that are sugar for a filter. Those with several values mean any of them; different flags together mean all. */
export type FilterFlags = {
	readonly employee?: readonly string[];
	readonly customer?: readonly string[];
	readonly dataType?: readonly string[];
	readonly activity?: readonly string[];
	readonly country?: readonly string[];
	readonly system?: readonly string[];
	/** A day, month, week, year or moment; its beginning. */
	readonly from?: string;
	/** A day, month, week or year is included whole; a moment is not. */
	readonly to?: string;
	readonly filter?: string;
};

type ListFlag = 'employee' | 'customer' | 'dataType' | 'activity' | 'country' | 'system';

/** In the order in which they stand in the canonical text: time comes last. */
const listFlags: ReadonlyArray<readonly [ListFlag, FilterField, string]> = [
	['employee', 'employee', '--employee'],
	['customer', 'customer', '--customer'],
	['dataType', 'data', '--data-type'],
	['activity', 'activity', '--activity'],
	['country', 'country', '--country'],
	['system', 'system', '--system'],
];

/** Turns a mistake inside a flag's value into wrong usage that names the flag. */
const naming = <Result>(flag: string, work: () => Result): Result => {
	try {
		return work();
	} catch (error) {
		throw error instanceof FilterMistake ? usageError(`${flag}: ${error.message}`, error.hint) : error;
	}
};

/** The moment at which the time that a flag names begins. */
export const momentOfFlag = (flag: string, text: string, zone: string): Instant => naming(flag, () => parsePeriod(text, {at: 0, zone}).from);

const timeOfFlags = ({from, to}: FilterFlags, zone: string): readonly Filter[] => {
	const start = from === undefined ? undefined : momentOfFlag('--from', from, zone);
	const end = to === undefined ? undefined : naming('--to', () => endOf(parsePeriod(to, {at: 0, zone})));
	return start === undefined && end === undefined ? [] : [match('time', naming('--from and --to', () => within({from: start, to: end}, 0)))];
};

/** The tree that the flags make together with the text of --filter. No flag at all is everything. */
export const filterFromFlags = (flags: FilterFlags, context: FilterContext): Filter => {
	const {displayTimezone: zone} = context;
	if (!isTimezone(zone)) {
		throw usageError(`no time zone "${zone}"`, 'use an IANA name such as Europe/London');
	}

	const lists = listFlags.flatMap(([key, field, flag]) => {
		const values = flags[key] ?? [];
		return values.length === 0 ? [] : [naming(flag, () => anyOf(values.map(value => meaningOfValue(field, patternValue(value), context))))];
	});
	return allOf([...lists, ...timeOfFlags(flags, zone), parseFilter(flags.filter ?? '', context)]);
};
