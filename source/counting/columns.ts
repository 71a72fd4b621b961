/** Codes from 0 to some highest, in the narrowest numbers that hold them, and in memory that all threads see. */
export type Codes = Uint8Array<SharedArrayBuffer> | Uint16Array<SharedArrayBuffer> | Uint32Array<SharedArrayBuffer>;

/** What a record is, as bits of `flags`. */
export const flag = {
	/** Neither a duplicate nor rejected. */
	kept: 1,
	/** Denied or failed: it reached nobody. */
	denied: 2,
	/** Data left, and the record says neither whose nor how much. */
	unknownScope: 4,
	/** Gives a reason. */
	reasoned: 8,
} as const;

/** The fields that records are counted by; each has codes. */
export const codedFields = ['employee', 'customer', 'data', 'activity', 'system'] as const;
export type CodedField = typeof codedFields[number];

/** Code 0 is nothing; the others go from 1 to this. */
export type Highest = Readonly<Record<CodedField | 'country', number>>;

/**
A load as columns of small numbers: what stands at a place is of the record of that row. They are written once and counted by several threads.
Every record is one access: there are none for a load in which some events name several customers.
*/
export type Columns = Readonly<Record<CodedField, Codes>> & {
	/** Records in all, kept or not. */
	readonly rows: number;
	readonly highest: Highest;
	readonly flags: Uint8Array<SharedArrayBuffer>;
	/** One more than the number of customers that a record says; 0 where it says none. Empty where no record says any. */
	readonly count: Uint32Array<SharedArrayBuffer>;
	/** A number for each pair of an account and a customer, from 1; 0 where a record lacks one of them. Filled by `numberPairs`. */
	readonly pair: Uint32Array<SharedArrayBuffer>;
	/** Of a customer: the code of the country. */
	readonly country: Codes;
};

/** Zeros that hold codes up to `highest`. */
export const codesFor = (length: number, highest: number): Codes => {
	if (highest > 0xFF_FF) {
		return new Uint32Array(new SharedArrayBuffer(length * 4));
	}

	return highest > 0xFF ? new Uint16Array(new SharedArrayBuffer(length * 2)) : new Uint8Array(new SharedArrayBuffer(length));
};

/** Columns of zeros; `counted`: some records say a number of customers. */
export const emptyColumns = (rows: number, highest: Highest, counted: boolean): Columns => {
	const codes = (field: CodedField): Codes => codesFor(rows, highest[field]);
	return {
		rows, highest, employee: codes('employee'), customer: codes('customer'), data: codes('data'), activity: codes('activity'), system: codes('system'),
		flags: new Uint8Array(new SharedArrayBuffer(rows)), count: new Uint32Array(new SharedArrayBuffer(counted ? rows * 4 : 0)), pair: new Uint32Array(new SharedArrayBuffer(rows * 4)), country: codesFor(highest.customer + 1, highest.country),
	};
};

/**
Numbers the pairs of account and customer, and gives how many there are. Account after account: then one mark a customer is enough to know a pair
that was met before.
*/
export const numberPairs = ({rows, employee, customer, pair, highest}: Columns): number => {
	const starts = new Uint32Array(highest.employee + 2);
	for (let row = 0; row < rows; row++) {
		starts[employee[row]! + 1]!++;
	}

	for (let code = 1; code < starts.length; code++) {
		starts[code]! += starts[code - 1]!;
	}

	const inOrder = new Uint32Array(rows);
	const next = starts.slice();
	for (let row = 0; row < rows; row++) {
		inOrder[next[employee[row]!]!++] = row;
	}

	const lastAccount = new Uint32Array(highest.customer + 1);
	const pairOf = new Uint32Array(highest.customer + 1);
	let pairs = 0;
	for (let place = starts[1]!; place < rows; place++) {
		const row = inOrder[place]!;
		const who = customer[row]!;
		if (who !== 0) {
			const account = employee[row]!;
			if (lastAccount[who] !== account) {
				lastAccount[who] = account;
				pairOf[who] = ++pairs;
			}

			pair[row] = pairOf[who]!;
		}
	}

	return pairs;
};
