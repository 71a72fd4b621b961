import {flag, type Codes, type Columns} from './columns.ts';
import type {Match} from './match.ts';

/** Events by the code of each field; denied ones are counted apart and nowhere else. */
export type Values = {
	readonly events: number;
	readonly denied: number;
	/** Events that name no employee. */
	readonly nameless: number;
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
};

/** Distinct people, of events that are not denied. */
export type People = {readonly employees: number; readonly customers: number; /** By account. */ readonly customersOf: Uint32Array};

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

/*
Each count goes over the set bits in a loop of its own: a function that is called for each of ten million records costs more than what it counts.
*/

/** Events of a set of records that are not denied, by their values. */
export const countValues = (columns: Columns, match: Match): Values => {
	const {flags, employee, data, activity, system, highest} = columns;
	const byEmployee = zeros(highest.employee);
	const byData = zeros(highest.data);
	const byActivity = zeros(highest.activity);
	const bySystem = zeros(highest.system);
	let [events, denied, unknownScope] = [0, 0, 0];
	for (let place = 0; place < match.length; place++) {
		for (let bits = match[place]!; bits !== 0; bits &= bits - 1) {
			const row = (place << 5) + 31 - Math.clz32(bits & -bits);
			const flagged = flags[row]!;
			if ((flagged & flag.denied) !== 0) {
				denied++;
				continue;
			}

			events++;
			if ((flagged & flag.unknownScope) !== 0) {
				unknownScope++;
			}

			byEmployee[employee[row]!]!++;
			byData[data[row]!]!++;
			byActivity[activity[row]!]!++;
			bySystem[system[row]!]!++;
		}
	}

	return {events, denied, unknownScope, ...countNumbers(columns, match), nameless: byEmployee[0]!, employee: byEmployee, data: byData, activity: byActivity, system: bySystem};
};

/** What events that are not denied say of numbers of customers. */
const countNumbers = ({flags, customer, count}: Columns, match: Match): Pick<Values, 'counted' | 'countedRecords' | 'unlisted'> => {
	let [counted, countedRecords, unlisted] = [0, 0, 0];
	for (let place = 0; count.length > 0 && place < match.length; place++) {
		for (let bits = match[place]!; bits !== 0; bits &= bits - 1) {
			const row = (place << 5) + 31 - Math.clz32(bits & -bits);
			const said = count[row]! - 1;
			if (said === -1 || (flags[row]! & flag.denied) !== 0) {
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

/** Distinct accounts and customers. `pairs` is what `numberPairs` gave: each pair of an account and a customer is counted once. */
export const countPeople = ({flags, employee, customer, pair, highest}: Columns, match: Match, pairs: number): People => {
	const customersOf = zeros(highest.employee);
	const metAccount = new Uint8Array(highest.employee + 1);
	const metCustomer = new Uint8Array(highest.customer + 1);
	const metPair = new Uint32Array((pairs >>> 5) + 1);
	for (let place = 0; place < match.length; place++) {
		for (let bits = match[place]!; bits !== 0; bits &= bits - 1) {
			const row = (place << 5) + 31 - Math.clz32(bits & -bits);
			if ((flags[row]! & flag.denied) !== 0) {
				continue;
			}

			const account = employee[row]!;
			metAccount[account] = 1;
			metCustomer[customer[row]!] = 1;
			const both = pair[row]!;
			const bit = 1 << (both & 31);
			if (both !== 0 && (metPair[both >>> 5]! & bit) === 0) {
				metPair[both >>> 5]! |= bit;
				customersOf[account]!++;
			}
		}
	}

	const met = (marks: Uint8Array): number => marks.subarray(1).reduce((sum, mark) => sum + mark, 0);
	return {employees: met(metAccount), customers: met(metCustomer), customersOf};
};

/** Events by the code of the customer's country; those that name no customer are at 0 with those of no country. */
export const countCountries = ({flags, customer, country, highest}: Columns, match: Match): Uint32Array => {
	const counts = zeros(highest.country);
	for (let place = 0; place < match.length; place++) {
		for (let bits = match[place]!; bits !== 0; bits &= bits - 1) {
			const row = (place << 5) + 31 - Math.clz32(bits & -bits);
			if ((flags[row]! & flag.denied) === 0) {
				counts[country[customer[row]!]!]!++;
			}
		}
	}

	return counts;
};

/** Events by bucket. */
export const countBuckets = ({flags}: Columns, match: Match, {bucketOf, buckets}: Buckets): Uint32Array => {
	const counts = new Uint32Array(buckets);
	for (let place = 0; place < match.length; place++) {
		for (let bits = match[place]!; bits !== 0; bits &= bits - 1) {
			const row = (place << 5) + 31 - Math.clz32(bits & -bits);
			if ((flags[row]! & flag.denied) === 0) {
				counts[bucketOf[row]!]!++;
			}
		}
	}

	return counts;
};
