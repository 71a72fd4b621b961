import {mapRoles} from '../../../options.ts';
import {parseTime, timeStyleOf} from '../../../records/parse-time.ts';
import type {AskedMapping} from '../../app/asked.ts';

/** What an answer needs. */
const needed: readonly string[] = ['time', 'employee', 'customer', 'customer-email', 'count'];

/** The roles in the order in which they are asked for: what is needed stands together. */
export const formRoles: readonly string[] = [...needed, ...mapRoles.filter(role => !needed.includes(role))];

/** Which role is being said: at first one that is still needed. */
export const roleAt = ({cursor, doubt}: AskedMapping): number => cursor ?? Math.max(0, formRoles.findIndex(role => needOf(role, doubt.mapping) !== undefined));

/** The columns that a role goes through: the likely ones, then the free ones, then those of other roles. A role that nothing was guessed for may be left out. */
export const columnsFor = ({doubt, mapping}: AskedMapping, role: string): ReadonlyArray<string | undefined> => {
	const guessed = doubt.mapping[role];
	const taken = new Set(Object.entries(mapping).flatMap(([other, column]) => other === role ? [] : [column]));
	const free = doubt.columns.filter(column => !taken.has(column));
	const columns = [...new Set([...(guessed === undefined ? [] : [guessed]), ...doubt.candidates[role] ?? [], ...free, ...doubt.columns])];
	return guessed === undefined ? [undefined, ...columns] : columns;
};

/** The next column for the role under the cursor. */
export const withNextColumn = (asked: AskedMapping, by: 1 | -1): AskedMapping => {
	const role = formRoles[roleAt(asked)]!;
	const columns = columnsFor(asked, role);
	const at = Math.max(0, columns.indexOf(asked.mapping[role]));
	const column = columns[(at + by + columns.length) % columns.length];
	const others = Object.fromEntries(Object.entries(asked.mapping).filter(([other]) => other !== role));
	return {...asked, cursor: roleAt(asked), problem: undefined, mapping: column === undefined ? others : {...others, [role]: column}};
};

/** What is still needed, as a sentence. */
export const missingIn = (mapping: AskedMapping['mapping']): string | undefined => {
	const missing = [
		...(mapping['time'] === undefined ? ['the time'] : []),
		...(mapping['employee'] === undefined ? ['the employee'] : []),
		...(mapping['customer'] === undefined && mapping['customer-email'] === undefined && mapping['count'] === undefined ? ['the customer (or a count of customers)'] : []),
	];
	return missing.length === 0 ? undefined : `Still to be said: ${missing.join(' and ')}.`;
};

/** Whether a role is needed: always, as one of several, or not at all. */
export const needOf = (role: string, mapping: AskedMapping['mapping']): 'needed' | undefined =>
	mapping[role] === undefined && (role === 'time' || role === 'employee' || (role === 'customer' && mapping['customer-email'] === undefined && mapping['count'] === undefined)) ? 'needed' : undefined;

/** The first value of a role's column. */
export const exampleOf = ({doubt, mapping}: AskedMapping, role: string): string | undefined => {
	const column = mapping[role];
	return column === undefined ? undefined : doubt.rows.map(row => row[column]).find(text => text !== undefined);
};

/** The moment that the chosen column of times gives for a text, with the zone still open. */
export const timeOf = (texts: readonly string[], text: string): number | undefined => {
	const style = timeStyleOf(texts)?.style;
	const parsed = style && parseTime(text, style, 'UTC');
	return parsed && 'at' in parsed ? parsed.at : undefined;
};
