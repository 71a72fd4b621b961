import type {Session} from '../../store/database.ts';
import {addLeakedList, resolveEntries} from '../../store/leaked-lists.ts';
import {hasHeading, readListFile, type ListFile} from './leaked-list.ts';

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
	/** The column that was taken, of a table. */
	readonly column?: string;
	/** Ids of the customers, in order. */
	readonly customers: readonly string[];
};

const columnsOf = ({rows}: ListFile): number => rows.reduce((most, row) => Math.max(most, row.length), 0);

/** The column with the most customers; of a list that means nobody the first. */
const chosenColumn = (list: ListFile, isKnown: (entry: string) => boolean): number => {
	let best = {column: 0, known: -1};
	for (let column = 0; column < columnsOf(list); column++) {
		const known = new Set(list.rows.map(row => row[column] ?? '').filter(entry => isKnown(entry))).size;
		if (known > best.known) {
			best = {column, known};
		}
	}

	return best.column;
};

const describe = async (session: Session, list: ListFile, signal?: AbortSignal): Promise<LeakedList> => {
	const {customers, ambiguous} = await resolveEntries(session, [...new Set(list.rows.flat().filter(entry => entry !== ''))], signal);
	const isKnown = (entry: string): boolean => customers.has(entry) || ambiguous.has(entry);
	const column = chosenColumn(list, isKnown);
	const heading = hasHeading(list, isKnown);
	const cells = list.rows.slice(heading ? 1 : 0).map(row => row[column] ?? '').filter(entry => entry !== '');
	// Letters of an address in another case are the same entry.
	const entries = [...new Map(cells.toReversed().map(entry => [entry.includes('@') ? entry.toLowerCase() : entry, entry])).values()].toReversed();
	const found = entries.flatMap(entry => customers.get(entry) ?? []);
	const different = [...new Set(found)].toSorted();
	return {
		path: list.path, sha256: list.sha256, given: entries.length, resolved: different.length, repeated: cells.length - entries.length, same: found.length - different.length,
		ambiguous: entries.filter(entry => ambiguous.has(entry)).length, unknown: entries.filter(entry => !isKnown(entry)), customers: different,
		...(columnsOf(list) > 1 ? {column: heading ? list.rows[0]![column]! : `column ${column + 1}`} : {}),
	};
};

/** Reads lists of leaked customers and takes them into the store. */
export const loadLists = async (session: Session, paths: readonly string[], signal?: AbortSignal): Promise<readonly LeakedList[]> => {
	const lists: LeakedList[] = [];
	for (const path of paths) {
		const list = await describe(session, await readListFile(path), signal);
		await addLeakedList(session, path, list.customers);
		lists.push(list);
	}

	return lists;
};
