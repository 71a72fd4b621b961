import test from 'ava';
import fc from 'fast-check';
import {orderByDays, reachesOf} from '../../source/leads/gather.ts';

test('what each holder reached is what a naive count finds: by days, a customer on a day once', t => {
	const access = fc.record({holder: fc.nat(4), customer: fc.nat(9), day: fc.nat(6)});
	fc.assert(fc.property(fc.array(access, {maxLength: 80}), accesses => {
		const columns = {holder: Uint16Array.from(accesses, ({holder}) => holder), customer: Uint32Array.from(accesses, ({customer}) => customer), day: Uint16Array.from(accesses, ({day}) => day)};
		orderByDays(columns);
		const {holder: holders, customer: reached, day: onDays} = columns;
		// The last holder stands for none.
		const reaches = reachesOf({customers: reached, days: onDays}, {holders, count: 4, size: 10});
		for (const [holder, {customers, days}] of reaches.entries()) {
			const naive = new Set(accesses.filter(each => each.holder === holder).map(({day, customer}) => `${day}/${customer}`));
			const found = Array.from(customers, (customer, place) => `${days[place]!}/${customer}`);
			t.is(found.length, naive.size);
			t.deepEqual(found.toSorted(), [...naive].toSorted());
			t.deepEqual([...days], [...days].toSorted((a, b) => a - b));
		}
	}));
	t.is(reachesOf({customers: new Uint32Array(0), days: new Uint16Array(0)}, {holders: new Uint16Array(0), count: 1, size: 1})[0]!.customers.length, 0);
});

test('accesses come into the order of their days, and keep their order on a day, in long lines and short ones', t => {
	const access = fc.record({day: fc.nat(4), rows: fc.integer({min: 1, max: 40})});
	fc.assert(fc.property(fc.array(access, {maxLength: 12}), lines => {
		const days = lines.flatMap(({day, rows}) => Array.from({length: rows}, () => day));
		const columns = {narrow: Uint8Array.from(days, (_, row) => row % 251), day: Uint16Array.from(days), row: Uint32Array.from(days, (_, row) => row)};
		orderByDays(columns);
		const expected = days.map((day, row) => ({day, row})).toSorted((a, b) => a.day - b.day || a.row - b.row);
		t.deepEqual([...columns.day], expected.map(({day}) => day));
		t.deepEqual([...columns.row], expected.map(({row}) => row));
		t.deepEqual([...columns.narrow], expected.map(({row}) => row % 251));
	}));
});
