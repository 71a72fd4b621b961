import type {TimeStyle} from '../records/field-expression.ts';
import {earliestInstant, latestInstant} from '../records/instant.ts';
import {localStretches, type LocalStretch} from '../records/zone.ts';
import {offsetPattern, zoneOffsets} from '../records/zone-offsets.ts';
import {constant, identifier, joined, sql, wholeNumber, type Sql} from './sql.ts';

/**
SQL for a time in steps, each a column of its own by this name, because later ones name it many times: what the engine's own cast reads (NULL for most
shapes); the parts of the text, found by one look for all of them; the clock reading in microseconds (NULL when not understood), and its offset from
UTC (NULL when it carries none).
*/
export type CompiledTime = {readonly quick: Sql; readonly parts: Sql; readonly local: Sql; readonly shift: Sql};

/** Adds the columns of the last two steps to rows with a column `x`. */
export const withTime = (rows: Sql, columns: Sql, {quick, parts, local, shift}: CompiledTime): Sql =>
	sql`select ${columns}, ${local} as local, ${shift} as shift from (select *, ${parts} as time_parts from (select *, ${quick} as quick_time from ${rows}))`;

// The patterns and the arithmetic are those of records/parse-time.ts: RE2 and JavaScript read them alike.
const isoPattern = String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:(?: +|[Tt])(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d*))?)?(?: ?([AaPp])[Mm])?)? ?(${offsetPattern})?$`;
const numericPattern = (separator: string): string => String.raw`^(\d{1,2})[${separator}](\d{1,2})[${separator}](\d{4}|\d{2})(?:,? +(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([AaPp])[Mm])?(?: ?(${offsetPattern}))?)?$`;
const clfPattern = String.raw`^(\d{1,2})/([A-Za-z]{3})/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-]\d{4})$`;
const compactPattern = String.raw`^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{1,9}))?$`;

const part = (value: Sql, pattern: string, group: number): Sql => sql`regexp_extract(${value}, ${constant(pattern)}, ${wholeNumber(group)})`;
const number = (value: Sql): Sql => sql`coalesce(try_cast(nullif(${value}, '') as bigint), 0)`;
const micros = (fraction: Sql): Sql => number(sql`rpad(left(${fraction}, 6), 6, '0')`);

type Clock = {readonly year: Sql; readonly month: Sql; readonly day: Sql; readonly hour: Sql; readonly minute: Sql; readonly second: Sql; readonly fraction: Sql};

/** Microseconds of a clock reading as if it were UTC; NULL for one that does not exist. */
const clock = ({year, month, day, hour, minute, second, fraction}: Clock): Sql =>
	sql`case when ${hour} <= 23 and ${minute} <= 59 and ${second} <= 59 then epoch_us(try_cast(${year} || '-' || ${month} || '-' || ${day} as timestamp)) + ((${hour} * 60 + ${minute}) * 60 + ${second}) * 1000000 + ${micros(fraction)} end`;

const namedOffsets: ReadonlyArray<readonly [readonly string[], string]> = Object.entries(zoneOffsets).map(([offset, names]) => [names, offset]);

/** `+02:00`, `-0330`, `+2`, `Z`, `CET` in microseconds. */
const offset = (value: Sql): Sql => {
	const named = namedOffsets.reduce((rest, [names, text]) => sql`${rest} ${names.reduce((cases, name) => sql`${cases} when ${constant(name)} then ${constant(text)}`, sql``)}`, sql``);
	const text = sql`(case when regexp_matches(${value}, '^[A-Za-z]') then (case upper(${value}) ${named} end) else ${value} end)`;
	const digits = (group: number): Sql => number(part(text, String.raw`^[+-](\d{1,2}):?(\d{2})?:?(\d{2})?$`, group));
	return sql`(case when left(${text}, 1) = '-' then -1 else 1 end) * ((${digits(1)} * 60 + ${digits(2)}) * 60 + ${digits(3)}) * 1000000`;
};

/** Picks by the stretch of local time that a reading falls into, with a balanced tree of comparisons. */
const byStretch = (local: Sql, list: readonly LocalStretch[], pick: (stretch: LocalStretch) => Sql): Sql => {
	if (list.length === 1) {
		return pick(list[0]!);
	}

	const middle = Math.ceil(list.length / 2);
	return sql`case when ${local} < ${wholeNumber(list[middle]!.from)} then ${byStretch(local, list.slice(0, middle), pick)} else ${byStretch(local, list.slice(middle), pick)} end`;
};

/** The last step: the instant, from the columns `local` and `shift`, and whether the clock read it twice. */
export const placeInZone = (local: Sql, shift: Sql, zone: string): {readonly at: Sql; readonly ambiguous: Sql} => {
	const stretches = zone === 'UTC' ? [] : localStretches(zone);
	const naive = zone === 'UTC' ? local : byStretch(local, stretches, stretch => stretch.kind === 'gap' ? sql`null` : sql`${local} - ${wholeNumber(stretch.offset)}`);
	const twice = zone === 'UTC' ? sql`false` : byStretch(local, stretches, ({kind}) => kind === 'overlap' ? sql`true` : sql`false`);
	return {at: sql`case when ${shift} is null then ${naive} else ${local} - ${shift} end`, ambiguous: sql`${shift} is null and ${twice}`};
};

/** NULL for a moment that no log of ours can speak of. */
export const inRange = (at: Sql): Sql => sql`case when ${at} >= ${wholeNumber(earliestInstant)} and ${at} < ${wholeNumber(latestInstant)} then ${at} end`;

/** The hour of 24; with `a` or `p` of a clock of 12, on which there is no hour 0 or 13. */
const fullHour = (hour: Sql, half: Sql): Sql =>
	sql`case when ${half} = '' then ${hour} when ${hour} not between 1 and 12 then 99 else ${hour} % 12 + (case when lower(${half}) = 'p' then 12 else 0 end) end`;

const patternOf = (style: Exclude<TimeStyle, {readonly kind: 'epoch' | 'iso-or-epoch'}>): string =>
	style.kind === 'numeric-date' ? numericPattern(style.separator) : {iso: isoPattern, clf: clfPattern, compact: compactPattern}[style.kind];

/** All groups of a pattern as one value, empty texts where it does not match. */
const partsOf = (x: Sql, style: Exclude<TimeStyle, {readonly kind: 'epoch' | 'iso-or-epoch'}>): Sql => {
	const pattern = patternOf(style);
	const count = new RegExp(`${pattern}|`).exec('')!.length - 1;
	return sql`regexp_extract(${x}, ${constant(pattern)}, [${joined(Array.from({length: count}, (_, index) => constant(`g${index + 1}`)))}])`;
};

/** A reading in local time, and the offset text it carries (empty when it carries none), from its parts. */
const reading = (style: Exclude<TimeStyle, {readonly kind: 'epoch' | 'iso-or-epoch'}>): {readonly local: Sql; readonly offset: Sql | undefined} => {
	const at = (group: number): Sql => sql`time_parts.${identifier(`g${group}`)}`;
	switch (style.kind) {
		case 'iso': {
			return {local: clock({year: at(1), month: at(2), day: at(3), hour: fullHour(number(at(4)), at(8)), minute: number(at(5)), second: number(at(6)), fraction: at(7)}), offset: at(9)};
		}

		case 'clf': {
			const month = sql`(list_position(['jan','feb','mar','apr','may','jun','jul','aug','sep','oct','nov','dec'], lower(${at(2)})))::varchar`;
			return {local: clock({year: at(3), month, day: at(1), hour: number(at(4)), minute: number(at(5)), second: number(at(6)), fraction: sql`''`}), offset: at(7)};
		}

		case 'compact': {
			return {local: clock({year: at(1), month: at(2), day: at(3), hour: number(at(4)), minute: number(at(5)), second: number(at(6)), fraction: at(7)}), offset: undefined};
		}

		case 'numeric-date': {
			const [month, day] = style.order === 'mdy' ? [at(1), at(2)] : [at(2), at(1)];
			const year = sql`case when strlen(${at(3)}) = 2 then (case when ${number(at(3))} < 69 then '20' else '19' end) || ${at(3)} else ${at(3)} end`;
			return {local: clock({year, month, day, hour: fullHour(number(at(4)), at(8)), minute: number(at(5)), second: number(at(6)), fraction: at(7)}), offset: at(9)};
		}
	}
};

const epochPattern = String.raw`^(-?)(\d{1,19})(?:\.(\d{1,9}))?$`;

/** Whole numbers of up to 13 digits, which nearly all are, need no wide arithmetic; the others are exact to the nanosecond. */
const epoch = (x: Sql, unit: 's' | 'ms' | 'us' | 'ns'): Sql => {
	const perMicro = {s: 1000n, ms: 1_000_000n, us: 1_000_000_000n, ns: 1_000_000_000_000n}[unit];
	const sign = sql`(case when ${part(x, epochPattern, 1)} = '-' then -1 else 1 end)`;
	const billionths = sql`(try_cast(${part(x, epochPattern, 2)} as hugeint) * 1000000000 + ${number(sql`rpad(${part(x, epochPattern, 3)}, 9, '0')`)}) * ${sign}`;
	const divisor = sql`${wholeNumber(Number(perMicro))}::hugeint`;
	// Rounds down, also before 1970, where the engine's own division rounds towards zero.
	const wide = sql`try_cast((${billionths} - ((${billionths} % ${divisor}) + ${divisor}) % ${divisor}) // ${divisor} as bigint)`;
	return sql`case when not regexp_full_match(${x}, ${constant(epochPattern)}) then null when strlen(${x}) <= 13 and not contains(${x}, '.') and not contains(${x}, '-') then ${quickEpoch(x, unit)} else ${wide} end`;
};

const quickEpoch = (x: Sql, unit: 's' | 'ms' | 'us' | 'ns'): Sql =>
	unit === 'ns' ? sql`(try_cast(${x} as bigint) // 1000)` : sql`try_cast(${x} as bigint) * ${wholeNumber({s: 1_000_000, ms: 1000, us: 1}[unit])}`;

/**
Compiles the reading of a time column. `x` must be a plain column reference: it is named many times. Usual ISO shapes take a short way
through the engine's own cast; a cast alone would drop offsets and take `24:00`, so all else goes by the pattern.
*/
export const compileTime = (x: Sql, style: TimeStyle): CompiledTime => {
	const none = sql`null::bigint`;
	if (style.kind === 'epoch') {
		return {quick: none, parts: none, local: epoch(x, style.unit), shift: sql`0::bigint`};
	}

	if (style.kind === 'iso-or-epoch') {
		const iso = compileTime(x, {kind: 'iso'});
		const isNumber = sql`regexp_full_match(${x}, ${constant(epochPattern)})`;
		return {...iso, local: sql`case when ${isNumber} then ${epoch(x, style.unit)} else ${iso.local} end`, shift: sql`case when ${isNumber} then 0 else ${iso.shift} end`};
	}

	const {local, offset: offsetText} = reading(style);
	const shift = offsetText === undefined ? sql`0::bigint` : sql`case when ${offsetText} = '' then null else ${offset(offsetText)} end`;
	if (style.kind !== 'iso') {
		return {quick: none, parts: partsOf(x, style), local, shift};
	}

	const utc = sql`(${x} like '____-__-__T__:__:__Z' or (${x} like '____-__-__T__:__:__.%Z' and not contains(${x}, '+'))) and not contains(${x}, 'T24:')`;
	const plain = sql`(${x} like '____-__-__ __:__:__' or ${x} like '____-__-__T__:__:__') and substr(${x}, 12, 2) <> '24' and right(${x}, 1) between '0' and '9'`;
	return {
		quick: sql`case when (${utc}) or (${plain}) then epoch_us(try_cast(${x} as timestamp)) end`,
		// Where the engine's cast fails the pattern has the last word: a blank inside, a single digit.
		parts: sql`case when quick_time is null then ${partsOf(x, style)} end`,
		local: sql`case when quick_time is null then ${local} else quick_time end`,
		shift: sql`case when quick_time is null then ${shift} when right(${x}, 1) = 'Z' then 0 end`,
	};
};
