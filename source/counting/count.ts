import type {Codes} from './codes.ts';
import type {Columns, Kinds} from './columns.ts';
import {countBits, countRows, hasRow, type Match} from './match.ts';

/** Events by the code of each field; denied ones are counted apart and nowhere else. */
export type Values = {
	readonly events: number;
	readonly denied: number;
	/** Events that name no employee. */
	readonly nameless: number;
	/** Distinct accounts. */
	readonly employees: number;
	readonly unknownScope: number;
	/** Events that name no customer and say how many they reached, and how many these are. */
	readonly counted: number;
	readonly countedRecords: number;
	/** Customers beyond the one whom an event names. */
	readonly unlisted: number;
	readonly employee: Uint32Array;
	readonly data: Uint32Array;
	readonly activity: Uint32Array;
	readonly system: Uint32Array;
	/** Events by the bucket of a timeline, where one was given. */
	readonly buckets?: Uint32Array;
};

/** Distinct customers, of events that are not denied. */
export type People = {readonly customers: number; /** By account. */ readonly customersOf: Uint32Array};

/** What can be counted of a set of records. */
export type Counts = {
	readonly values: Values;
	readonly people: People;
	/** Events by the country of their customer. */
	readonly countries: Uint32Array;
	/** Events by the bucket of a timeline. */
	readonly buckets: Uint32Array;
};

/** `bucketOf` each record, and how many buckets there are. */
export type Buckets = {readonly bucketOf: Codes; readonly buckets: number};

const zeros = (highest: number): Uint32Array => new Uint32Array(highest + 1);

const sum = (counts: Uint32Array): number => counts.reduce((all, count) => all + count, 0);

/** Marks of what was met, for one count after another of the same thread: memory that is asked for anew each time costs as much as the count of a few records. */
export type Marks = {readonly customer: Uint8Array; readonly pair: Uint32Array};

export const marksFor = ({pairStarts, highest}: Columns): Marks => ({customer: new Uint8Array(highest.customer + 1), pair: new Uint32Array((pairStarts.at(-1)! >>> 5) + 1)});

/*
Each count goes over the set bits in a loop of its own: a function that is called for each of ten million records costs more than what it counts. And a
record costs what is looked up for it: what a kind is, is looked up once for all of a kind.
*/

/** Events of a set of records that are not denied, by their values. */
export const countValues = (columns: Columns, match: Match, frame?: Buckets): Values => {
	const {denied, employee, kind, kinds, highest} = columns;
	const byEmployee = zeros(highest.employee);
	const byKind = zeros(kinds.data.length);
	// Without a frame kinds are counted twice: a loop that asks whether there is one costs more.
	const {bucketOf, buckets} = frame ?? {bucketOf: kind, buckets: kinds.data.length};
	const byBucket = new Uint32Array(buckets);
	for (let place = 0; place < match.length; place++) {
		for (let bits = match[place]! & ~denied[place]!; bits !== 0; bits &= bits - 1) {
			const row = (place << 5) + 31 - Math.clz32(bits & -bits);
			byEmployee[employee[row]!]!++;
			byKind[kind[row]!]!++;
			byBucket[bucketOf[row]!]!++;
		}
	}

	const events = sum(byEmployee);
	return {
		events, denied: countRows(match) - events, ...countNumbers(columns, match), nameless: byEmployee[0]!, employees: byEmployee.subarray(1).reduce((all, count) => count > 0 ? all + 1 : all, 0),
		employee: byEmployee, ...ofKinds(byKind, kinds, highest), ...(frame ? {buckets: byBucket} : {}),
	};
};

/** Events by kind, as events by each of the fields that make a kind. */
const ofKinds = (byKind: Uint32Array, kinds: Kinds, highest: Columns['highest']): Pick<Values, 'data' | 'activity' | 'system' | 'unknownScope'> => {
	const by = (codes: readonly number[], most: number): Uint32Array => {
		const counts = zeros(most);
		for (const [kind, code] of codes.entries()) {
			counts[code]! += byKind[kind]!;
		}

		return counts;
	};

	return {data: by(kinds.data, highest.data), activity: by(kinds.activity, highest.activity), system: by(kinds.system, highest.system), unknownScope: by(kinds.unknownScope, 1)[1]!};
};

/** What events that are not denied say of numbers of customers. */
const countNumbers = ({denied, customer, count}: Columns, match: Match): Pick<Values, 'counted' | 'countedRecords' | 'unlisted'> => {
	let [counted, countedRecords, unlisted] = [0, 0, 0];
	for (let place = 0; count.length > 0 && place < match.length; place++) {
		for (let bits = match[place]! & ~denied[place]!; bits !== 0; bits &= bits - 1) {
			const row = (place << 5) + 31 - Math.clz32(bits & -bits);
			const said = count[row]! - 1;
			if (said === -1) {
				continue;
			}

			if (customer[row] === 0) {
				counted++;
				countedRecords += said;
			} else if (said > 1) {
				unlisted += said - 1;
			}
		}
	}

	return {counted, countedRecords, unlisted};
};

/** Distinct customers, in all and by account: each pair of the two is marked, and the pairs of an account stand together. */
export const countPeople = ({denied, customer, pair, pairStarts, highest}: Columns, match: Match, {customer: metCustomer, pair: metPair}: Marks): People => {
	metCustomer.fill(0);
	metPair.fill(0);
	for (let place = 0; place < match.length; place++) {
		for (let bits = match[place]! & ~denied[place]!; bits !== 0; bits &= bits - 1) {
			const row = (place << 5) + 31 - Math.clz32(bits & -bits);
			const both = pair[row]!;
			metCustomer[customer[row]!] = 1;
			metPair[both >>> 5]! |= 1 << (both & 31);
		}
	}

	const customersOf = zeros(highest.employee);
	for (let account = 1; account <= highest.employee; account++) {
		customersOf[account] = countBits(metPair, pairStarts[account]!, pairStarts[account + 1]!);
	}

	let customers = 0;
	for (let code = 1; code < metCustomer.length; code++) {
		customers += metCustomer[code]!;
	}

	return {customers, customersOf};
};

/** Events by the code of the customer's country; those that name no customer are at 0 with those of no country. One that reaches several of a country is one there. */
export const countCountries = ({denied, customer, country, several: {from, rowOf}, highest}: Columns, match: Match): Uint32Array => {
	const counts = zeros(highest.country);
	const last = new Float64Array(counts.length).fill(-1);
	for (let access = 0; access < rowOf.length; access++) {
		const [at, row] = [from + access, rowOf[access]!];
		const code = country[customer[at]!]!;
		if (hasRow(match, at) && !hasRow(denied, at) && last[code] !== row) {
			last[code] = row;
			counts[code]!++;
		}
	}

	for (let place = 0; place < from >>> 5; place++) {
		for (let bits = match[place]! & ~denied[place]!; bits !== 0; bits &= bits - 1) {
			const row = (place << 5) + 31 - Math.clz32(bits & -bits);
			counts[country[customer[row]!]!]!++;
		}
	}

	return counts;
};

/** Events by bucket. */
export const countBuckets = ({denied}: Columns, match: Match, {bucketOf, buckets}: Buckets): Uint32Array => {
	const counts = new Uint32Array(buckets);
	for (let place = 0; place < match.length; place++) {
		for (let bits = match[place]! & ~denied[place]!; bits !== 0; bits &= bits - 1) {
			const row = (place << 5) + 31 - Math.clz32(bits & -bits);
			counts[bucketOf[row]!]!++;
		}
	}

	return counts;
};
