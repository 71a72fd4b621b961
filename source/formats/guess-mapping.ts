import {cellReader, evaluate, jsonReader} from '../records/evaluate-expression.ts';
import {timeStyleOf} from '../records/parse-time.ts';
import {field, first, type FieldExpression, type FieldMap, type FieldRole, type TimeStyle} from '../records/field-expression.ts';
import {mayNameCustomers} from './composed-names.ts';
import {dayAndClock, dayText, holdsTimes, midnightText} from './date-and-time.ts';
import {nameRank, roles, type Role} from './roles.ts';
import type {Sample} from './format.ts';

/** Role → column or dotted path (`actor.id`, `fields[]`, `customers[].id`). */
export type Mapping = Readonly<Partial<Record<Role, string>>>;

export type MappingGuess = {
	readonly mapping: Mapping;
	/** Roles for which more than one column is as likely, with the columns. */
	readonly candidates: Readonly<Partial<Record<Role, readonly string[]>>>;
};

const knownColumns = new WeakMap<Sample, readonly string[]>();

/** The columns of a sample: header cells, or every dotted path of its objects. */
export const columnsOf = (sample: Sample): readonly string[] => {
	const known = knownColumns.get(sample) ?? (sample.kind === 'table' ? sample.header : pathsIn(sample.rows));
	knownColumns.set(sample, known);
	return known;
};

const pathsIn = (rows: readonly unknown[]): readonly string[] => {
	const paths = new Set<string>();
	for (const row of rows) {
		collect(row, '', paths, 0);
	}

	return [...paths];
};

const collect = (value: unknown, path: string, paths: Set<string>, depth: number): void => {
	if (Array.isArray(value)) {
		const inner = value.find(element => element !== null);
		if (inner === undefined) {
			return;
		}

		if (typeof inner === 'object' && depth < 8) {
			collect(inner, `${path}[]`, paths, depth + 1);
		} else {
			paths.add(`${path}[]`);
		}
	} else if (typeof value === 'object' && value !== null && depth < 8) {
		for (const [key, inner] of Object.entries(value)) {
			collect(inner, path === '' ? key : `${path}.${key}`, paths, depth + 1);
		}
	} else if (path !== '') {
		paths.add(path);
	}
};

const withoutLists = (column: string): string => column.replaceAll('[]', '');

/** The columns that a name with `+` joins, such as `date+time`; undefined where not all of its parts are columns. */
const joinedColumns = (columns: ReadonlySet<string>, name: string): readonly string[] | undefined => {
	for (let plus = name.indexOf('+'); plus !== -1; plus = name.indexOf('+', plus + 1)) {
		const [start, rest] = [name.slice(0, plus), name.slice(plus + 1)];
		const others = columns.has(withoutLists(start)) ? (columns.has(withoutLists(rest)) ? [rest] : joinedColumns(columns, rest)) : undefined;
		if (others) {
			return [start, ...others];
		}
	}

	return undefined;
};

const plainColumns = (columns: readonly string[]): ReadonlySet<string> => new Set(columns.flatMap(column => [column, withoutLists(column)]));

/** Whether a name stands for a column, for a list of JSON with or without its `[]`, or for several columns joined by `+`. */
export const hasColumn = (columns: readonly string[], name: string): boolean => {
	const known = plainColumns(columns);
	return known.has(name) || known.has(withoutLists(name)) || joinedColumns(known, name) !== undefined;
};

/** The columns of a table by their numbers: `#3`, `#1+#2`. Any other name stays as it is. */
export const numberedColumn = (sample: Sample, name: string): string => sample.kind === 'table' && !sample.header.includes(name)
	? name.split('+').map(part => sample.header[Number(/^#(\d{1,5})$/.exec(part)?.[1] ?? 0) - 1] ?? part).join('+')
	: name;

/** The expression that reads a column, a dotted path, or several of them joined by `+`. A header cell with dots in its name is a column first. */
export const columnExpression = (sample: Sample, column: string): FieldExpression => {
	const columns = column.includes('+') ? columnsOf(sample) : [];
	const parts = columns.length === 0 || columns.includes(column) ? undefined : joinedColumns(plainColumns(columns), column);
	return parts ? {kind: 'join', separator: ' ', all: true, of: parts.map((part, at) => at === parts.length - 1 ? singleColumn(sample, part) : withoutMidnight(singleColumn(sample, part)))} : singleColumn(sample, column);
};

/** Spreadsheets write a day as `2020-10-01 00:00:00`; before a clock of its own column the midnight says nothing. */
const withoutMidnight = (of: FieldExpression): FieldExpression => first({kind: 'extract', of, pattern: `^(${dayText})${midnightText}$`, group: 1}, of);

const singleColumn = (sample: Sample, column: string): FieldExpression => {
	if (sample.kind === 'table') {
		return field(column);
	}

	const path = column.split('.').flatMap(key => key.endsWith('[]') ? [key.slice(0, -2), '*'] : [key]);
	// An array of plain values is read whole, so that a single value in its place is read too.
	return field(...(path.at(-1) === '*' ? path.slice(0, -1) : path));
};

/** The texts of a column in the sample, without empty ones. */
export const columnValues = (sample: Sample, column: string): readonly string[] => {
	const expression = columnExpression(sample, column);
	const values = sample.kind === 'table'
		? sample.rows.map(cells => evaluate(expression, cellReader(sample.header, cells)))
		: sample.rows.map(row => evaluate(expression, jsonReader(row)));
	return values.filter(value => value !== undefined);
};

/** The text of a column in one record of the sample. */
export const columnText = (sample: Sample, column: string, row: number): string | undefined =>
	evaluate(columnExpression(sample, column), sample.kind === 'table' ? cellReader(sample.header, sample.rows[row]!) : jsonReader(sample.rows[row]!));

const isAddress = (value: string): boolean => /^[\d.]+(?::\d+)?$|^\[?[\da-f:]+\]?(?::\d+)?$/i.test(value) && /\.|:/.test(value);
const shareOf = (values: readonly string[], holds: (value: string) => boolean): number => values.length === 0 ? 0 : values.filter(value => holds(value)).length / values.length;

/** What a column's values allow: a column of texts is no time, a column of words is no count. */
const valuesAllow: Partial<Record<Role, (values: readonly string[]) => boolean>> = {
	time: values => holdsTimes(values),
	ip: values => values.length === 0 || shareOf(values, value => isAddress(value)) >= 0.5,
	count: values => shareOf(values, value => /^\d+$/.test(value)) >= 0.9,
	'customer-email': values => values.length === 0 || shareOf(values, value => value.includes('@')) >= 0.5,
	'customer-country': values => values.length === 0 || shareOf(values, value => /^\p{L}[\p{L} .'-]{1,40}$/u.test(value)) >= 0.8,
	employee: values => values.length === 0 || shareOf(values, value => value.startsWith('Mozilla/')) < 0.5 && (timeStyleOf(values)?.share ?? 0) < 0.5 || shareOf(values, value => /^\d{1,9}$/.test(value)) > 0.9,
};

/** Order of decision: the telling roles first, so that `id` or `status` does not take their column. */
const order: readonly Role[] = ['time', 'customer-email', 'employee', 'customer', 'data-type', 'count', 'reason', 'outcome', 'ip', 'employee-name', 'customer-country', 'activity', 'system', 'resource', 'id'];

/** Whether a column has a value of its own for most events. Copies of a record are one event: a log full of them is where an id matters most. */
const tellsApart = (sample: Sample, column: string, {time, employee, customer}: Mapping): boolean => {
	const told = [time, employee, customer].filter(other => other !== undefined).map(other => columnExpression(sample, other));
	const own = columnExpression(sample, column);
	const readers = sample.kind === 'table' ? sample.rows.map(cells => cellReader(sample.header, cells)) : sample.rows.map(row => jsonReader(row));
	const events = readers.flatMap(read => {
		const id = evaluate(own, read);
		return id === undefined ? [] : [{id, event: JSON.stringify([id, ...told.map(other => evaluate(other, read) ?? null)])}];
	});
	return new Set(events.map(({id}) => id)).size >= new Set(events.map(({event}) => event)).size * 0.5;
};

/** Guesses a mapping from the names and values of the columns; `given` roles stand as they are. */
export const guessMapping = (sample: Sample, given: Mapping = {}): MappingGuess => {
	const mapping: Partial<Record<Role, string>> = {...given};
	const candidates: Partial<Record<Role, readonly string[]>> = {};
	const values = new Map(columnsOf(sample).map(column => [column, columnValues(sample, column)]));
	const taken = new Set(Object.values(given));
	for (const role of order) {
		if (mapping[role] !== undefined) {
			continue;
		}

		const ranked = [...values]
			.filter(([column, texts]) => !taken.has(column) && (role === 'id' ? tellsApart(sample, column, mapping) : valuesAllow[role]?.(texts) ?? true))
			.map(([column]) => ({column, rank: nameRank(role, column)}))
			.filter(({rank}) => rank !== undefined)
			.toSorted((a, b) => a.rank! - b.rank!);
		if (ranked[0]) {
			mapping[role] = ranked[0].column;
			taken.add(ranked[0].column);
			candidates[role] = ranked.map(({column}) => column);
		}
	}

	if (given.time === undefined) {
		timeOfTwo(mapping, candidates, values, taken);
		timeByValues(mapping, values, taken);
	}

	if (mapping.customer === undefined && mapping['customer-email'] === undefined) {
		const open = [...values].filter(([column, texts]) => texts.length > 0 && mayNameCustomers(column) && !Object.values(mapping).includes(column)).map(([column]) => column);
		return {mapping, candidates: open.length === 0 ? candidates : {...candidates, customer: open}};
	}

	return {mapping, candidates};
};

/** Days in one column and clock times in another are one time; the day alone would put every event at midnight. */
const timeOfTwo = (mapping: Partial<Record<Role, string>>, candidates: Partial<Record<Role, readonly string[]>>, values: ReadonlyMap<string, readonly string[]>, taken: Set<string>): void => {
	const free = new Map([...values].filter(([column]) => column === mapping.time || !taken.has(column)));
	const found = dayAndClock(free, mapping.time);
	if (found) {
		mapping.time = `${found.day}+${found.clock}`;
		candidates.time = [mapping.time, ...candidates.time ?? []];
	}
};

/** Where no name says it: the one column of times with an hour. A column of days may be a birthday or a date of hire. */
const timeByValues = (mapping: Partial<Record<Role, string>>, values: ReadonlyMap<string, readonly string[]>, taken: Set<string>): void => {
	if (mapping.time !== undefined) {
		return;
	}

	const times = [...values].filter(([column, texts]) => !taken.has(column) && texts.length > 0
		&& (timeStyleOf(texts)?.share ?? 0) >= 0.8 && shareOf(texts, text => text.includes(':') || /^\d{13,}$/.test(text)) > 0.8);
	if (times.length === 1) {
		mapping.time = times[0]![0];
	}
};

/** Enough to answer with: a time, an employee, and a customer or a count. A count alone is not while another column may name the customers. */
export const isClear = ({mapping, candidates}: MappingGuess): boolean =>
	mapping.time !== undefined && mapping.employee !== undefined
	&& (mapping.customer !== undefined || mapping['customer-email'] !== undefined || (mapping.count !== undefined && candidates.customer === undefined));

const roleFields: Readonly<Record<Role, FieldRole>> = {
	time: 'time', employee: 'employee', 'employee-name': 'employeeName', customer: 'customers', 'customer-email': 'customerEmail', 'customer-country': 'customerCountry',
	'data-type': 'dataTypes', activity: 'action', system: 'system', resource: 'resource', ip: 'ip', reason: 'reason', outcome: 'outcome', count: 'count', id: 'id',
};

/** The field map that a mapping stands for. */
export const mappedFields = (sample: Sample, mapping: Mapping, timeStyle: TimeStyle): FieldMap => {
	const entries = roles.flatMap(role => mapping[role] === undefined ? [] : [[roleFields[role], columnExpression(sample, mapping[role])] as const]);
	return {...Object.fromEntries(entries), timeStyle} as FieldMap;
};
