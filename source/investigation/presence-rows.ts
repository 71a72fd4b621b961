import {ExpectedError} from '../errors.ts';
import {plainName} from '../formats/vocabulary.ts';
import {addDays, startOfDay} from '../records/calendar.ts';
import type {TimeStyle} from '../records/field-expression.ts';
import type {Instant} from '../records/instant.ts';
import {parseTime, timeStyleOf} from '../records/parse-time.ts';
import type {PresenceKind} from '../records/presence.ts';
import type {PresenceEntry} from '../store/presence.ts';
import {words} from './read-directory.ts';

/** A row of a file of presence, as it stands there. */
export type PresenceRow = Partial<Record<'employee' | 'from' | 'to' | 'kind' | 'site', string>>;

const kindWords: Readonly<Record<PresenceKind, readonly string[]>> = {
	'shift': words('shift shifts roster rota schedule scheduled duty work working workingtime schicht dienst arbeitszeit'),
	'leave': words('leave leaves annualleave paidleave unpaidleave parentalleave sickleave sick sickness illness holiday holidays vacation pto timeoff absence absent off urlaub krank krankheit abwesend abwesenheit'),
	'badge': words('badge badges badged badgein badging door entry access accesscard turnstile site presence onsite ausweis zutritt'),
	'vpn': words('vpn vpnsession remote remoteaccess remotesession'),
	'device owner': words('deviceowner device deviceownership laptop laptopowner owner assigneddevice geraet'),
};

const kinds = new Map(Object.entries<readonly string[]>(kindWords).flatMap(([kind, names]) => names.map(name => [name, kind as PresenceKind] as const)));

export const presenceKindOf = (text: string): PresenceKind | undefined => kinds.get(plainName(text));

/** Why a row was not taken, as it is said of many. */
export type RowProblem = 'name nobody' | 'are of no known kind' | 'have no beginning that can be read' | 'have no end that can be read' | 'do not end after they begin';

export type ReadRows = {
	readonly entries: readonly PresenceEntry[];
	readonly problems: ReadonlyMap<RowProblem, number>;
	/** A time carried no offset, or a day stood for itself: the zone decided what it means. */
	readonly naive: boolean;
	/** Times that clocks showed twice, of which the earlier was taken. */
	readonly twice: number;
};

/** A day without a time: all of it is meant. */
const isDay = (text: string): boolean => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(text);

type NumericDate = Extract<TimeStyle, {readonly kind: 'numeric-date'}>;

/** How the times are written. Where month and day are open, nobody guesses. */
const styleOf = (texts: readonly string[], path: string, dateOrder: NumericDate['order'] | undefined): TimeStyle | undefined => {
	const style = timeStyleOf(texts)?.style;
	if (style?.kind !== 'numeric-date') {
		return style;
	}

	if (dateOrder !== undefined) {
		return {...style, order: dateOrder};
	}

	const other: NumericDate = {...style, order: style.order === 'mdy' ? 'dmy' : 'mdy'};
	const read = (text: string, by: TimeStyle): Instant | undefined => {
		const parsed = parseTime(text, by, 'UTC');
		return 'at' in parsed ? parsed.at : undefined;
	};
	const open = texts.find(text => read(text, style) !== read(text, other));
	if (open !== undefined && texts.every(text => (read(text, style) === undefined) === (read(text, other) === undefined))) {
		throw new ExpectedError(`"${open}" can be read with the month first or the day first`, {where: path, next: 'Say --date-order mdy or --date-order dmy, or write the times as 2020-10-03T14:00:00Z.'});
	}

	return style;
};

const dayLength = 86_400_000_000;

/** The days of a zone, counted from 1970; each is looked up once. */
const daysIn = (zone: string) => {
	const starts = new Map<number, Instant>();
	const startOf = (day: number): Instant => {
		const start = starts.get(day) ?? startOfDay(addDays('1970-01-01', day), zone);
		starts.set(day, start);
		return start;
	};

	/** The first day that a moment lies on, and the day behind it. */
	const dayOf = (at: Instant): {readonly since: Instant; readonly until: Instant} => {
		const day = Math.floor(at / dayLength);
		// No offset reaches a day; a day that a zone left out is as long as nothing.
		const found = [day + 1, day, day - 1].find(each => startOf(each) <= at)!;
		return {since: startOf(found), until: startOf(found + 1)};
	};

	return {startOf, dayOf};
};

/** Reads the rows of a file of presence; those that say too little are counted by what they lack. */
export const readPresenceRows = (rows: readonly PresenceRow[], {path, zone, dateOrder}: {readonly path: string; readonly zone: string; readonly dateOrder?: NumericDate['order'] | undefined}): ReadRows => {
	const style = styleOf(rows.flatMap(({from, to}) => [from, to].filter(text => text !== undefined)), path, dateOrder);
	const {startOf, dayOf} = daysIn(zone);
	const problems = new Map<RowProblem, number>();
	let naive = false;
	let twice = 0;
	const at = (text: string | undefined, end: boolean): Instant | undefined => {
		const day = text !== undefined && isDay(text);
		const parsed = text === undefined || !style ? undefined : parseTime(text, style, day ? 'UTC' : zone);
		if (!parsed || 'problem' in parsed) {
			return undefined;
		}

		naive ||= parsed.naive;
		twice += parsed.ambiguous ? 1 : 0;
		return day ? startOf(Math.floor(parsed.at / dayLength) + (end ? 1 : 0)) : parsed.at;
	};
	const entryOf = ({employee, from, to, kind: kindText, site}: PresenceRow): PresenceEntry | RowProblem => {
		const kind = presenceKindOf(kindText ?? '');
		if (employee === undefined || kind === undefined) {
			return employee === undefined ? 'name nobody' : 'are of no known kind';
		}

		const [since, until] = [at(from, false), at(to, true)];
		if (since === undefined) {
			return 'have no beginning that can be read';
		}

		if (until === undefined) {
			return kind === 'device owner' && to === undefined ? {employee, kind, since} : 'have no end that can be read';
		}

		return until <= since ? 'do not end after they begin' : {
			employee, kind, since, until, ...(kind === 'shift' ? {days: {since: dayOf(since).since, until: dayOf(until - 1).until}} : {}),
			...(site === undefined || site.trim() === '' ? {} : {site}),
		};
	};
	const entries: PresenceEntry[] = [];
	for (const row of rows) {
		const entry = entryOf(row);
		if (typeof entry === 'string') {
			problems.set(entry, (problems.get(entry) ?? 0) + 1);
		} else {
			entries.push(entry);
		}
	}

	return {entries, problems, naive, twice};
};
