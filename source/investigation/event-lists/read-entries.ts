import {ExpectedError} from '../../errors.ts';
import {plainName} from '../../formats/vocabulary.ts';
import type {Session} from '../../store/database.ts';
import {addressIn} from '../../store/leaked-lists.ts';
import {isHeading, readListFile, type ListFile} from '../leads/leaked-list.ts';
import type {Called} from '../leads/list-text.ts';
import {bare, columnsOf, differentEntries, nameOf, whomMean, type Known} from '../leads/load-lists.ts';
import {words} from '../read-directory.ts';

/*
A list behind an export makes customers of entries that nobody else names. A heading, or a column of something else, must not become customers: where it
cannot be told which column is meant, or whether the first line is a heading, the list is refused.
*/

export const listBehind: Called = {list: 'the list behind an export', option: '--list-of'};

/** Names of columns that say who a customer is, as plain names. */
const idNames = new Set(words('customerid customer customers customernumber customerno customernr clientid client clientnumber contactid contact memberid member accountid accountnumber account userid user id ids recordid number kundennummer kundennr kundenid kunde kunden'));
const emailNames = new Set(words('email emails mail emailaddress emailaddresses customeremail clientemail contactemail useremail memberemail mailadresse emailadresse'));

const refuse = (path: string, message: string, next: string): ExpectedError => new ExpectedError(message, {where: path, next});

const oneColumn = 'Give a file with one column: customer ids or e-mail addresses, one a line, with a heading such as customer_id or without.';

const refuseEmpty = (path: string): ExpectedError => refuse(path, 'the list names nobody', oneColumn);

/** What every row of a list says, and what became of rows that say nothing. */
export type ReadList = ListFile & {readonly entries: readonly string[]; readonly repeated: number; readonly without: number; readonly column?: string; readonly known: Known};

/** Whether the first row is a heading. */
const isHeaded = ({rows: [first = []]}: ListFile, {isKnown}: Known): boolean =>
	first.some(cell => isHeading(cell) || idNames.has(plainName(cell)) || emailNames.has(plainName(cell))) && !first.some(cell => isKnown(cell));

/** A first line unlike all others may be a heading that nobody foresaw: as a customer it would be an invented one. */
const refuseDoubt = (list: ListFile, cells: readonly string[], {isKnown}: Known): void => {
	const [first = '', ...others] = cells;
	const isLike = (cell: string): boolean => /[\d@]/.test(cell);
	if (others.length > 0 && !isKnown(first) && !isLike(first) && others.every(cell => isLike(cell))) {
		throw refuse(list.path, `the first line of the list, “${first.slice(0, 40)}”, is unlike all others: whether it is a heading or a customer cannot be told`, 'Call the heading customer_id or email, or take the line out.');
	}
};

/** Rows in which both columns mean a customer, and in how many of them they mean different ones. */
const compare = (rows: ListFile['rows'], {customer}: Known, [one, other]: readonly [number, number]): {readonly both: number; readonly differ: number} => {
	const pairs = rows.map(row => [customer(row[one] ?? ''), customer(row[other] ?? '')]).filter(pair => !pair.includes(undefined));
	return {both: pairs.length, differ: pairs.filter(([a, b]) => a !== b).length};
};

type Body = {readonly list: ListFile; readonly rows: ListFile['rows']; readonly headed: boolean; readonly known: Known};

/** The column that says who the customers are: by its name, and else by whom it names. */
const columnOf = ({list, rows, headed, known}: Body): number => {
	const all = Array.from({length: columnsOf(list)}, (_, column) => column);
	const names = headed ? list.rows[0]!.map(cell => plainName(cell)) : [];
	const filled = (column: number): number => rows.filter(row => (row[column] ?? '') !== '').length;
	const named = (column: number): number => rows.filter(row => known.isKnown(row[column] ?? '')).length;
	const told = [idNames, emailNames].map(set => all.filter(column => set.has(names[column] ?? ''))).find(columns => columns.length > 0) ?? all;
	if (told.length === 1) {
		return told[0]!;
	}

	const likely = told.filter(column => named(column) * 2 > filled(column));
	if (likely.length !== 1) {
		throw refuse(list.path, `which column of the list is the customers cannot be told: ${told.slice(0, 5).map(column => nameOf(list, headed, column)).join(', ')}`, oneColumn);
	}

	return likely[0]!;
};

/** Other columns by which a customer of the row is known, where the id in it is one of another system. */
const othersOf = ({list, rows, headed, known}: Body, column: number): readonly number[] => {
	const others = headed ? [...list.rows[0]!.keys()].filter(each => each !== column && (emailNames.has(plainName(list.rows[0]![each]!)) || idNames.has(plainName(list.rows[0]![each]!)))) : [];
	for (const other of others) {
		const {differ} = compare(rows, known, [column, other]);
		if (differ > 0) {
			throw refuse(list.path, `${nameOf(list, headed, column)} and ${nameOf(list, headed, other)} of the list name different customers: which of them were in the export cannot be told`, oneColumn);
		}
	}

	return others;
};

const newId = (entry: string): string => {
	const address = addressIn(entry);
	return address.includes('@') ? address.toLowerCase() : entry;
};

/** Whom an entry means: one that nobody else names is a customer by its own text. Undefined where several customers share it. */
export const meantBy = ({known}: Pick<ReadList, 'known'>, entry: string): {readonly id: string; readonly isKnown: boolean} | undefined => {
	const customer = known.customer(entry);
	if (customer !== undefined) {
		return {id: customer, isKnown: true};
	}

	return known.isAmbiguous(entry) ? undefined : {id: newId(bare(entry)), isKnown: false};
};

/** Reads the list behind an export. */
export const readList = async (session: Session, path: string, signal?: AbortSignal): Promise<ReadList> => {
	const list = await readListFile(path, listBehind);
	if (list.rows.length === 0) {
		throw refuseEmpty(path);
	}

	const known = await whomMean(session, new Set(list.rows.flat()), signal);
	const headed = isHeaded(list, known);
	const rows = list.rows.slice(headed ? 1 : 0);
	const body = {list, rows, headed, known};
	const column = columnOf(body);
	const others = othersOf(body, column);
	const cells = rows.flatMap(row => {
		const own = row[column] ?? '';
		const elsewhere = known.isKnown(own) ? undefined : others.map(other => row[other] ?? '').find(cell => known.isKnown(cell));
		const cell = elsewhere ?? own;
		return bare(cell) === '' ? [] : [cell];
	});
	if (!headed) {
		refuseDoubt(list, cells, known);
	}

	if (cells.length === 0) {
		throw refuseEmpty(path);
	}

	const entries = differentEntries(cells);
	return {...list, known, entries, repeated: cells.length - entries.length, without: rows.length - cells.length, ...(columnsOf(list) > 1 || headed ? {column: nameOf(list, headed, column)} : {})};
};
