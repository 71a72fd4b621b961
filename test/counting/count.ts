import test from 'ava';
import {emptyColumns, flag, numberPairs, type Columns, type RecordCodes} from '../../source/counting/columns.ts';
import {countBuckets, countCountries, countPeople, countValues, marksFor} from '../../source/counting/count.ts';
import {addRow, combined, countBits, countRows, emptyMatch, fewRows, hasRow, matchCodes, matchRows, partsOf, type Match} from '../../source/counting/match.ts';
import {makeDice} from '../helpers/world-dice.ts';

const dice = makeDice(11);
/** Not a multiple of 32: the last bits of a set are of no record. */
const rows = 4003;
const highest = {employee: 300, customer: 90, data: 5, activity: 4, system: 3, country: 4};

const records: readonly RecordCodes[] = Array.from({length: rows}, () => {
	const code = (field: keyof typeof highest): number => dice.between(0, highest[field]);
	return {
		employee: code('employee'), customer: code('customer'), data: code('data'), activity: code('activity'), system: code('system'),
		flags: (dice.chance(0.9) ? flag.kept : 0) + (dice.chance(0.2) ? flag.denied : 0) + (dice.chance(0.1) ? flag.unknownScope : 0),
	};
});

const someColumns = (): Columns => {
	const {columns, put} = emptyColumns({rows, several: {from: Math.ceil(rows / 32) * 32, accesses: 0}}, highest, true);
	for (const [row, record] of records.entries()) {
		put(row, record);
		columns.count[row] = dice.chance(0.3) ? dice.between(1, 4_294_967_295) : 0;
	}

	for (let customer = 1; customer <= highest.customer; customer++) {
		columns.country[customer] = dice.between(0, highest.country);
	}

	return columns;
};

const someRows = (chance: number): {readonly match: Match; readonly listed: readonly number[]} => {
	const match = emptyMatch(rows);
	const listed = Array.from({length: rows}, (_, row) => row).filter(() => dice.chance(chance));
	for (const row of listed) {
		addRow(match, row);
	}

	return {match, listed};
};

/** How often each code from 0 to the highest stands in a list. */
const tally = (codes: readonly number[], most: number): readonly number[] => Array.from({length: most + 1}, (_, code) => codes.filter(each => each === code).length);

const columns = someColumns();
numberPairs(columns);
const marks = marksFor(columns);

test('a pair of an account and a customer has one number, and no two have the same', t => {
	const numbers = new Map<string, number>();
	for (let row = 0; row < rows; row++) {
		const [account, who] = [columns.employee[row]!, columns.customer[row]!];
		const key = `${account} ${who}`;
		t.is(columns.pair[row], account === 0 || who === 0 ? 0 : (numbers.get(key) ?? columns.pair[row]!));
		if (account !== 0 && who !== 0) {
			numbers.set(key, columns.pair[row]!);
		}
	}

	t.deepEqual([...new Set(numbers.values())].toSorted((one, other) => one - other), Array.from({length: numbers.size}, (_, index) => index + 1));
});

for (const chance of [0, 0.003, 0.5, 1]) {
	test(`of a set with ${chance} of the records all counts are those of its list`, t => {
		const {match, listed} = someRows(chance);
		const isDenied = (row: number): boolean => (records[row]!.flags & flag.denied) !== 0;
		const reached = listed.filter(row => !isDenied(row));
		const of = (field: 'employee' | 'data' | 'activity' | 'system'): readonly number[] => tally(reached.map(row => records[row]![field]), highest[field]);
		const values = countValues(columns, match);
		t.is(countRows(match), listed.length);
		t.deepEqual([values.events, values.denied], [reached.length, listed.length - reached.length]);
		t.is(values.unknownScope, reached.filter(row => (records[row]!.flags & flag.unknownScope) !== 0).length);
		t.is(values.nameless, reached.filter(row => columns.employee[row] === 0).length);
		const numbers = reached.filter(row => columns.count[row] !== 0).map(row => ({customer: columns.customer[row]!, said: BigInt(columns.count[row]!) - 1n}));
		const unnamed = numbers.filter(({customer}) => customer === 0);
		t.is(values.counted, unnamed.length);
		t.is(BigInt(values.countedRecords), unnamed.reduce((sum, {said}) => sum + said, 0n));
		t.is(BigInt(values.unlisted), numbers.filter(({customer}) => customer !== 0).reduce((sum, {said}) => sum + (said > 1n ? said - 1n : 0n), 0n));
		for (const field of ['employee', 'data', 'activity', 'system'] as const) {
			t.deepEqual([...values[field]], of(field), field);
		}

		const people = countPeople(columns, match, marks);
		const distinct = (codes: readonly number[]): number => new Set(codes.filter(code => code !== 0)).size;
		t.is(values.employees, distinct(reached.map(row => columns.employee[row]!)));
		t.is(people.customers, distinct(reached.map(row => columns.customer[row]!)));
		t.deepEqual([...people.customersOf].slice(1), Array.from({length: highest.employee}, (_, index) =>
			distinct(reached.filter(row => columns.employee[row] === index + 1).map(row => columns.customer[row]!))));

		t.deepEqual([...countCountries(columns, match)], tally(reached.map(row => columns.country[columns.customer[row]!]!), highest.country));
		const bucketOf = new Uint8Array(new SharedArrayBuffer(rows));
		bucketOf.set(Array.from({length: rows}, (_, row) => Math.floor(row / 500)));
		const frame = {bucketOf, buckets: 9};
		const byBucket = tally(reached.map(row => Math.floor(row / 500)), 8);
		t.deepEqual([...countBuckets(columns, match, frame)], byBucket);
		t.deepEqual(countValues(columns, match, frame), {...values, buckets: Uint32Array.from(byBucket)});
	});
}

test('records are found by their codes, among those that are kept', t => {
	const {match: kept, listed} = someRows(0.8);
	const wanted = new Uint8Array(highest.customer + 1);
	wanted.set([1, 0, 1, 0, 0, 1]);
	const match = emptyMatch(rows);
	for (const part of partsOf(match, 3)) {
		matchCodes(columns.customer, wanted, kept, match, part);
	}

	t.deepEqual(Array.from({length: rows}, (_, row) => row).filter(row => hasRow(match, row)), listed.filter(row => [0, 2, 5].includes(columns.customer[row]!)));
	t.is(countRows(match), listed.filter(row => [0, 2, 5].includes(columns.customer[row]!)).length);
});

test('records of a few accounts are found without a look at the others, and of many not', t => {
	const {match: kept, listed} = someRows(0.8);
	const wanted = new Uint8Array(highest.employee + 1);
	t.deepEqual(fewRows(columns.byEmployee, wanted), []);
	wanted.set([1, 0, 0, 1]);
	wanted[highest.employee] = 1;
	const match = matchRows(fewRows(columns.byEmployee, wanted)!, kept);
	t.deepEqual(Array.from({length: rows}, (_, row) => row).filter(row => hasRow(match, row)), listed.filter(row => [0, 3, highest.employee].includes(columns.employee[row]!)));
	t.is(fewRows(columns.byEmployee, wanted.fill(1)), undefined);
});

test('bits are counted from one to before another, within a number and over several', t => {
	const {match, listed} = someRows(0.5);
	for (const [from, to] of [[0, 0], [0, 1], [5, 9], [0, 32], [31, 33], [32, 64], [7, 200], [100, 100], [64, 4000]] as const) {
		t.is(countBits(match, from, to), listed.filter(row => row >= from && row < to).length, `${from} to ${to}`);
	}
});

test('sets are combined record by record', t => {
	const [one, other] = [someRows(0.5), someRows(0.4)];
	const both = combined(one.match, other.match, 'and');
	for (let row = 0; row < rows; row++) {
		t.is(hasRow(both, row), one.listed.includes(row) && other.listed.includes(row));
	}

	t.is(countRows(combined(one.match, one.match, 'without')), 0);
});
