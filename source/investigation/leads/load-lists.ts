import {formatCount} from '../../document/format-number.ts';
import type {Session} from '../../store/database.ts';
import {addLeakedList, resolveEntries} from '../../store/leaked-lists.ts';
import {hasHeading, readListFile, type ListFile} from './leaked-list.ts';
import {refuseList} from './list-text.ts';

/** A list of leaked customers, with what became of every row of it. */
export type LeakedList = {
	readonly path: string;
	readonly sha256: string;
	/** Different entries. */
	readonly given: number;
	/** Different customers that they mean. */
	readonly resolved: number;
	/** Rows that repeat an entry. */
	readonly repeated: number;
	/** Entries that mean a customer whom another entry means already: an id and an address of one person. */
	readonly same: number;
	/** Entries that several customers share. */
	readonly ambiguous: number;
	/** Entries that mean no customer of the exports or the directory, in the order of the list. */
	readonly unknown: readonly string[];
	/** The column that was taken, of a table, as it is called in a sentence. */
	readonly column?: string;
	/** Rows that have nothing in that column, and of all rows those of which another column alone names a customer; absent where there are none. */
	readonly without?: number;
	readonly elsewhere?: number;
	/** Its text was read as Windows-1252, which nothing in it proves. */
	readonly assumed?: true;
	/** Other names under which the same list was given. */
	readonly again?: readonly string[];
	/** Ids of the customers, in order. */
	readonly customers: readonly string[];
};

export const columnsOf = ({rows}: ListFile): number => rows.reduce((most, row) => Math.max(most, row.length), 0);

/** Marks that nobody sees, which text has before and behind it where it was copied from a mail or a dialog. */
const isUnseen = (character: string): boolean => /[\p{Cf}\s]/u.test(character);

export const bare = (entry: string): string => {
	let from = 0;
	let to = entry.length;
	while (from < to && isUnseen(entry[from]!)) {
		from++;
	}

	while (to > from && isUnseen(entry[to - 1]!)) {
		to--;
	}

	return entry.slice(from, to);
};

/** Whom entries mean; one that nobody has as it stands, without the marks around it. */
export type Known = {
	/** The customer; undefined where there is none, or several. */
	readonly customer: (entry: string) => string | undefined;
	readonly isAmbiguous: (entry: string) => boolean;
	readonly isKnown: (entry: string) => boolean;
};

export const whomMean = async (session: Session, entries: Iterable<string>, signal?: AbortSignal): Promise<Known> => {
	const forms = new Set<string>();
	for (const entry of entries) {
		forms.add(entry).add(bare(entry));
	}

	forms.delete('');
	const {customers, ambiguous} = await resolveEntries(session, [...forms], signal);
	const known = (entry: string): boolean => customers.has(entry) || ambiguous.has(entry);
	const meant = (entry: string): string => known(entry) ? entry : bare(entry);
	return {customer: entry => customers.get(meant(entry)), isAmbiguous: entry => ambiguous.has(meant(entry)), isKnown: entry => known(meant(entry))};
};

/** The columns by how many customers they name, the most first; of a list that means nobody in their order. */
const byCustomers = (list: ListFile, {isKnown}: Known): ReadonlyArray<{readonly column: number; readonly known: number}> =>
	Array.from({length: columnsOf(list)}, (_, column) => ({column, known: new Set(list.rows.map(row => row[column] ?? '').filter(entry => isKnown(entry))).size}))
		.toSorted((a, b) => b.known - a.known || a.column - b.column);

const longestName = 40;

export const nameOf = ({rows}: ListFile, heading: boolean, column: number): string => {
	const name = heading ? rows[0]![column] ?? '' : '';
	return name === '' ? `column ${column + 1}` : `the column “${name.length > longestName ? `${name.slice(0, longestName)}…` : name}”`;
};

/** Two columns that name other customers, such as a running number beside the addresses: which of them is the list cannot be told by their counts, and the wrong one would be ranked like the right one. */
const refuseContradiction = (list: ListFile, {customer}: Known, {rows, columns: [best, ...others], heading}: {readonly rows: ListFile['rows']; readonly columns: ReturnType<typeof byCustomers>; readonly heading: boolean}): void => {
	for (const {column} of others.filter(({known}) => known > 2)) {
		const both = rows.flatMap(row => {
			const pair = [customer(row[best!.column] ?? ''), customer(row[column] ?? '')] as const;
			return pair.includes(undefined) ? [] : [pair];
		});
		const differ = both.filter(([one, other]) => one !== other).length;
		if (differ * 2 > both.length) {
			throw refuseList(list.path, `${nameOf(list, heading, best!.column)} and ${nameOf(list, heading, column)} of the list name different customers on ${formatCount(differ, 'row')}: which of them leaked cannot be told`, 'Give a file with the one column that is meant.');
		}
	}
};

/** Each entry once, where it first stands. Letters of an address in another case are the same entry. */
export const differentEntries = (cells: readonly string[]): readonly string[] => {
	const entries = new Map<string, string>();
	for (const cell of cells) {
		const same = cell.includes('@') ? cell.toLowerCase() : cell;
		if (!entries.has(same)) {
			entries.set(same, cell);
		}
	}

	return [...entries.values()];
};

const describe = async (session: Session, list: ListFile, signal?: AbortSignal): Promise<LeakedList> => {
	const known = await whomMean(session, new Set(list.rows.flat()), signal);
	const heading = hasHeading(list, known.isKnown);
	const rows = list.rows.slice(heading ? 1 : 0);
	const columns = byCustomers(list, known);
	refuseContradiction(list, known, {rows, columns, heading});
	const column = columns[0]?.column ?? 0;
	const cells = rows.map(row => row[column] ?? '').filter(entry => entry !== '');
	const entries = differentEntries(cells);
	const found = entries.flatMap(entry => known.customer(entry) ?? []);
	const different = new Set(found);
	const without = rows.length - cells.length;
	const elsewhere = rows.filter(row => !known.isKnown(row[column] ?? '') && row.some(cell => known.isKnown(cell))).length;
	return {
		path: list.path, sha256: list.sha256, given: entries.length, resolved: different.size, repeated: cells.length - entries.length, same: found.length - different.size,
		ambiguous: entries.filter(entry => known.isAmbiguous(entry)).length, unknown: entries.filter(entry => !known.isKnown(entry)), customers: [...different].toSorted(),
		...(columnsOf(list) > 1 ? {column: nameOf(list, heading, column)} : {}), ...(without > 0 ? {without} : {}), ...(elsewhere > 0 ? {elsewhere} : {}), ...(list.assumed ? {assumed: true} : {}),
	};
};

/** Reads lists of leaked customers and takes them into the store. The same list under two names is one list: it would count its customers twice, and leaving one of them out would change nothing. */
export const loadLists = async (session: Session, paths: readonly string[], signal?: AbortSignal): Promise<readonly LeakedList[]> => {
	const lists = new Map<string, LeakedList>();
	for (const path of paths) {
		const file = await readListFile(path);
		const before = lists.get(file.sha256);
		if (before) {
			lists.set(file.sha256, {...before, again: [...before.again ?? [], path]});
			continue;
		}

		const list = await describe(session, file, signal);
		await addLeakedList(session, path, list.customers);
		lists.set(file.sha256, list);
	}

	return [...lists.values()];
};
