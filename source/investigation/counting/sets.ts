import {addRow, copyNumbers, emptyMatch, hasRow, type Match} from '../../counting/match.ts';
import {BugError} from '../../errors.ts';
import type {Filter, Test} from '../../filter/filter.ts';
import {streamRows, type Blocks} from '../../store/questions/access-ids.ts';
import {keyOfField, streamMatchingCodes, streamSeveralMatching} from '../../store/questions/code-columns.ts';
import type {Context} from '../context.ts';
import type {Ask} from '../investigation.ts';
import {rowsOfBlock, type LaidOut} from './lay-out.ts';

type Leaf = Extract<Filter, {readonly kind: 'match'}>;
type Within = Extract<Test, {readonly kind: 'within'}>;

/** More blocks than this are not worth naming to the store: it is asked of all. */
const mostBlocks = 256;
const numbersOfBlock = rowsOfBlock / 32;

/** What a part of a filter matches, found without asking the store of every record. */
export type Sets = {
	/** All leaves of a filter are of this kind. */
	readonly isLaidOut: (filter: Filter) => boolean;
	readonly ofLeaf: (leaf: Leaf, ask: Ask) => Promise<Match>;
	/** Asks the store: of every record, or of those of some blocks. */
	readonly stored: (ask: Ask, into?: {readonly match: Match; readonly only: Blocks}) => Promise<Match>;
};

const isReasoned = ({field, test}: Leaf): boolean => field === 'reason' && test.kind === 'present';

/** Blocks before one that lie wholly in a range, and those that may do so in part. */
const blocksWithin = ({first, last}: LaidOut['times'], before: number, {from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY}: Within): {readonly whole: readonly number[]; readonly part: readonly number[]} => {
	const [whole, part]: [number[], number[]] = [[], []];
	for (const [block, begin] of first.subarray(0, before).entries()) {
		const end = last[block]!;
		if (begin >= from && end < to) {
			whole.push(block);
		} else if (end >= from && begin < to) {
			part.push(block);
		}
	}

	return {whole, part};
};

/** Where the accesses of each record begin. */
const beginsOf = (rowOf: Uint32Array): Map<number, number> => {
	const begins = new Map<number, number>();
	for (let access = 0; access < rowOf.length; access++) {
		if (access === 0 || rowOf[access] !== rowOf[access - 1]) {
			begins.set(rowOf[access]!, access);
		}
	}

	return begins;
};

/** Finds the place of an access to a customer, of a record that names several: their accesses stand together. */
const placeFinder = ({several: {from, rowOf}, customer}: LaidOut['columns']): ((row: number, code: number) => number | undefined) => {
	let begins: Map<number, number> | undefined;
	return (row, code) => {
		begins ??= beginsOf(rowOf);
		for (let access = begins.get(row) ?? rowOf.length; rowOf[access] === row; access++) {
			if (customer[from + access] === code) {
				return from + access;
			}
		}

		return undefined;
	};
};

/** Asks the store for the set. */
const storedSet = (context: Context, {columns}: LaidOut, placeOf = placeFinder(columns)): Sets['stored'] => async (ask, into) => context.question(ask, async question => {
	const match = into?.match ?? emptyMatch(columns.rows);
	for await (const [found] of streamRows(question, into?.only)) {
		for (const row of found!) {
			addRow(match, row);
		}
	}

	// Of some blocks, those are asked for that hold records with one customer or none.
	for await (const [rows, customers] of into || columns.several.rowOf.length === 0 ? [] : streamSeveralMatching(question)) {
		for (const [index, row] of rows!.entries()) {
			const place = placeOf(row, customers![index]!);
			if (place === undefined) {
				throw new BugError('an access of several customers was not laid out');
			}

			addRow(match, place);
		}
	}

	return match;
});

/** Adds the kept accesses of records with several customers whose time is in a range. */
const addSeveralWithin = (match: Match, {columns: {several}, kept, severalAt}: LaidOut, {from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY}: Within): void => {
	for (let access = 0; access < severalAt.length; access++) {
		const at = severalAt[access]!;
		if (at >= from && at < to && hasRow(kept, several.from + access)) {
			addRow(match, several.from + access);
		}
	}
};

export const setsOf = (context: Context, laidOut: LaidOut): Sets => {
	const {columns, counters, kept, reasoned, times} = laidOut;
	const stored = storedSet(context, laidOut);
	const withCodes = async (leaf: Leaf, ask: Ask): Promise<Match> => {
		const field = keyOfField[leaf.field]!;
		const wanted = new Uint8Array(columns.highest[field] + 1);
		await context.question({...ask, filter: leaf}, async ({session, condition, signal}) => {
			for await (const [codes] of streamMatchingCodes(session, field, condition, signal)) {
				for (const code of codes!) {
					wanted[code] = 1;
				}
			}
		});
		return counters.codes(field, wanted, kept);
	};

	const within = async (test: Within, ask: Ask): Promise<Match> => {
		const {whole, part} = blocksWithin(times, columns.several.from / rowsOfBlock, test);
		if (part.length > mostBlocks) {
			return stored(ask);
		}

		const match = emptyMatch(columns.rows);
		for (const block of whole) {
			copyNumbers(kept, match, block * numbersOfBlock, (block + 1) * numbersOfBlock);
		}

		addSeveralWithin(match, laidOut, test);
		return part.length === 0 ? match : stored(ask, {match, only: {rowsOfBlock, blocks: part}});
	};

	const isLeaf = (leaf: Leaf): boolean => keyOfField[leaf.field] !== undefined || leaf.test.kind === 'within' || isReasoned(leaf);
	const isLaidOut = (filter: Filter): boolean => {
		switch (filter.kind) {
			case 'all': {
				return true;
			}

			case 'match': {
				return isLeaf(filter);
			}

			case 'not': {
				return isLaidOut(filter.part);
			}

			default: {
				return filter.parts.every(part => isLaidOut(part));
			}
		}
	};

	return {
		isLaidOut, stored,
		async ofLeaf(leaf, ask) {
			if (isReasoned(leaf)) {
				return reasoned;
			}

			if (leaf.test.kind === 'within') {
				return within(leaf.test, {...ask, filter: leaf});
			}

			return keyOfField[leaf.field] === undefined ? stored({...ask, filter: leaf}) : withCodes(leaf, ask);
		},
	};
};
