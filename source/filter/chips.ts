import {addDays, dayOf, localTimeOf, startOfDay} from '../records/calendar.ts';
import {conjuncts, fieldsUsed, type TimeBounds} from './conjuncts.ts';
import type {Filter, FilterField} from './filter.ts';
import {printFilter, printPart} from './print.ts';

export type ChipGroup = 'WHO' | 'WHAT' | 'WHEN' | 'OTHER';

/** One conjunct as the app shows it. `text` is canonical; `label` is short, for people, and parses to nothing. */
export type Chip = {readonly text: string; readonly filter: Filter; readonly group: ChipGroup; readonly label: string};

const groups = new Map<FilterField, ChipGroup>([
	['employee', 'WHO'], ['team', 'WHO'],
	['data', 'WHAT'], ['activity', 'WHAT'], ['action', 'WHAT'], ['resource', 'WHAT'],
	['time', 'WHEN'],
]);

/** The field that the heading of its group already says. */
const evident: ReadonlySet<FilterField> = new Set(['employee', 'data', 'time', 'text']);

const groupOf = (filter: Filter): ChipGroup => {
	const found = new Set(fieldsUsed(filter).map(field => groups.get(field) ?? 'OTHER'));
	const [only = 'OTHER'] = found;
	return found.size === 1 ? only : 'OTHER';
};

const isMidnight = (instant: number, zone: string): boolean => startOfDay(dayOf(instant, zone), zone) === instant;

/** `2020-10-01..24`: the end needs only what differs, and within a month that is the day. */
const dayRange = (first: string, last: string): string =>
	first === last ? first : `${first}..${first.slice(0, 8) === last.slice(0, 8) ? last.slice(8) : last}`;

/** Half-open instants as people write them: whole days of the zone as days, the last one included; else clock readings to the minute. */
export const timeLabel = ({from, to}: TimeBounds, zone: string): string => {
	const whole = (from === undefined || isMidnight(from, zone)) && (to === undefined || isMidnight(to, zone));
	const show = (instant: number): string => whole ? dayOf(instant, zone) : localTimeOf(instant, zone).slice(0, 16).replace('T', ' ');
	const last = to === undefined ? '' : whole ? addDays(dayOf(to, zone), -1) : show(to);
	if (from === undefined || to === undefined) {
		return `${from === undefined ? '' : show(from)}..${last}`;
	}

	return whole ? dayRange(show(from), last) : `${show(from)}..${last}`;
};

const labelOf = (filter: Filter, zone: string): string => {
	if (filter.kind === 'not') {
		return `not ${labelOf(filter.part, zone)}`;
	}

	if (filter.kind === 'match' && filter.test.kind === 'within') {
		return timeLabel(filter.test, zone);
	}

	const [field, ...others] = fieldsUsed(filter);
	const text = printPart(filter);
	if (field === undefined || others.length > 0 || !text.startsWith(`${field}:`)) {
		return text;
	}

	const value = text.slice(field.length + 1);
	return evident.has(field) ? value : `${field} ${value}`;
};

/** The conjuncts of a filter in order, each with its group and a short label; times as clocks in the display zone show them. */
export const chips = (filter: Filter, displayTimezone = 'UTC'): readonly Chip[] =>
	conjuncts(filter).map(part => ({text: printFilter(part), filter: part, group: groupOf(part), label: labelOf(part, displayTimezone).replace(/^\((.*)\)$/s, '$1')}));
