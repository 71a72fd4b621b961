import {codesFor, type ByCode, type Codes} from './codes.ts';
import {addRow, emptyMatch, type Match} from './match.ts';

/** What a record is, as bits of a number. */
export const flag = {
	/** Neither a duplicate nor rejected. */
	kept: 1,
	/** Denied or failed: it reached nobody. */
	denied: 2,
	/** It reached somebody, and the record says neither whom nor how many. */
	unknownScope: 4,
	/** Gives a reason. */
	reasoned: 8,
} as const;

/** Fields of few values: what a record has in them together is its kind. */
export const kindFields = ['data', 'activity', 'system'] as const;
export type KindField = typeof kindFields[number];

/** The fields that records are counted by; each has codes. */
export const codedFields = ['employee', 'customer', ...kindFields] as const;
export type CodedField = typeof codedFields[number];

/** Code 0 is nothing; the others go from 1 to this. */
export type Highest = Readonly<Record<CodedField | 'country', number>>;

/** What each kind is: its codes, and 1 where its records do not say whom they reached, nor how many. */
export type Kinds = Readonly<Record<KindField | 'unknownScope', readonly number[]>>;

/**
The accesses of records that name several customers, from a place on that no record has: `rowOf` each its record, those of a record together. A record counts
once, however many of its accesses are in a set.
*/
export type Several = {readonly from: number; readonly rowOf: Uint32Array<SharedArrayBuffer>};

/**
A load as columns of small numbers, one access a place. What names one customer or none stands at the place of its row; behind all rows stand the accesses of what names
several. They are written once and counted by several threads.
*/
export type Columns = {
	/** Places in all, those of records that are not kept among them. */
	readonly rows: number;
	readonly several: Several;
	readonly highest: Highest;
	readonly employee: Codes;
	readonly customer: Codes;
	readonly kind: Codes;
	readonly kinds: Kinds;
	/** The records that reached nobody. */
	readonly denied: Match;
	/** One more than the number of customers that a record says; 0 where it says none. Empty where no record says any. */
	readonly count: Uint32Array<SharedArrayBuffer>;
	/** A number for each pair of an account and a customer, from 1; 0 where a record lacks one of them. Filled by `numberPairs`. */
	readonly pair: Uint32Array<SharedArrayBuffer>;
	/** The pairs of account `c` have the numbers from `pairStarts[c]` to before `pairStarts[c + 1]`. Filled by `numberPairs`. */
	readonly pairStarts: Uint32Array<SharedArrayBuffer>;
	/** Filled by `numberPairs`. */
	readonly byEmployee: ByCode;
	/** Of a customer: the code of the country. */
	readonly country: Codes;
};

const zeros = (length: number): Uint32Array<SharedArrayBuffer> => new Uint32Array(new SharedArrayBuffer(length * 4));

/** What a record is by itself: a code for each field, and bits of `flag`. */
export type RecordCodes = Readonly<Record<CodedField, number>> & {readonly flags: number};

/** So many places, and those among them from which on the accesses of records with several customers stand. */
export type Places = {readonly rows: number; readonly several: {readonly from: number; readonly accesses: number}};

/** Columns of zeros, and what fills in an access; `counted`: some records say a number of customers. */
export const emptyColumns = ({rows, several}: Places, highest: Highest, counted: boolean): {readonly columns: Columns; readonly put: (row: number, codes: RecordCodes) => void} => {
	const kinds = {data: [] as number[], activity: [] as number[], system: [] as number[], unknownScope: [] as number[]};
	const known = new Map<number, number>();
	const [activities, systems] = [highest.activity + 1, highest.system + 1];
	const most = Math.min(rows, (highest.data + 1) * activities * systems * 2);
	const columns: Columns = {
		rows, several: {from: several.from, rowOf: zeros(several.accesses)}, highest, employee: codesFor(rows, highest.employee), customer: codesFor(rows, highest.customer), kind: codesFor(rows, most), kinds,
		denied: emptyMatch(rows), count: zeros(counted ? rows : 0), pair: zeros(rows), pairStarts: zeros(highest.employee + 2),
		byEmployee: {rows: zeros(rows), starts: zeros(highest.employee + 2)}, country: codesFor(highest.customer + 1, highest.country),
	};
	const kindOf = ({data, activity, system, flags}: RecordCodes): number => {
		const unknownScope = (flags & flag.unknownScope) === 0 ? 0 : 1;
		const key = (((data * activities) + activity) * systems + system) * 2 + unknownScope;
		const before = known.get(key);
		if (before !== undefined) {
			return before;
		}

		known.set(key, known.size);
		kinds.data.push(data);
		kinds.activity.push(activity);
		kinds.system.push(system);
		kinds.unknownScope.push(unknownScope);
		return known.size - 1;
	};

	return {
		columns,
		put(row, codes) {
			columns.employee[row] = codes.employee;
			columns.customer[row] = codes.customer;
			columns.kind[row] = kindOf(codes);
			if ((codes.flags & flag.denied) !== 0) {
				addRow(columns.denied, row);
			}
		},
	};
};

/**
Numbers the pairs of account and customer, account after account: then one mark a customer is enough to know a pair that was met before, and the pairs of an
account stand together.
*/
export const numberPairs = ({rows, employee, customer, pair, pairStarts, byEmployee: {rows: inOrder, starts}, highest}: Columns): void => {
	for (let row = 0; row < rows; row++) {
		starts[employee[row]! + 1]!++;
	}

	for (let code = 1; code < starts.length; code++) {
		starts[code]! += starts[code - 1]!;
	}

	const next = Uint32Array.from(starts);
	for (let row = 0; row < rows; row++) {
		inOrder[next[employee[row]!]!++] = row;
	}

	const lastAccount = new Uint32Array(highest.customer + 1);
	const pairOf = new Uint32Array(highest.customer + 1);
	let pairs = 0;
	pairStarts.fill(1, 0, 2);
	for (let account = 1; account <= highest.employee; account++) {
		for (let place = starts[account]!; place < starts[account + 1]!; place++) {
			const row = inOrder[place]!;
			const who = customer[row]!;
			if (who !== 0) {
				if (lastAccount[who] !== account) {
					lastAccount[who] = account;
					pairOf[who] = ++pairs;
				}

				pair[row] = pairOf[who]!;
			}
		}

		pairStarts[account + 1] = pairs + 1;
	}
};
