import test from 'ava';
import fc from 'fast-check';
import {reachDays} from '../../source/leads/reach-days.ts';

test('what is counted of whom an account reached on each day is what a naive count finds', t => {
	const access = fc.record({customer: fc.nat(19), day: fc.nat(5)});
	fc.assert(fc.property(fc.array(fc.array(access, {maxLength: 60}), {minLength: 1, maxLength: 3}), fc.array(fc.nat(3), {minLength: 20, maxLength: 20}), (accounts, markets) => {
		const seen = new Uint32Array(20);
		const market = Uint16Array.from(markets);
		for (const [account, given] of accounts.entries()) {
			// By days, a customer on a day once.
			const accesses = given.filter((one, at) => given.findIndex(({customer, day}) => customer === one.customer && day === one.day) === at).toSorted((a, b) => a.day - b.day);
			const found = reachDays({customers: Uint32Array.from(accesses, ({customer}) => customer), days: Uint16Array.from(accesses, ({day}) => day)}, {market, markets: 4, seen, mark: account + 1});
			const days = [...new Set(accesses.map(({day}) => day))];
			const isUsual = (customer: number): boolean => accesses.filter(each => market[each.customer] === market[customer]).length * 10 >= accesses.length;
			t.deepEqual([...found.days], days);
			for (const [place, day] of days.entries()) {
				const today = accesses.filter(each => each.day === day).map(({customer}) => customer);
				const before = new Set(accesses.filter(each => each.day < day).map(({customer}) => customer));
				const runs = today.map(first => {
					let length = 1;
					while (today.includes(first + length)) {
						length++;
					}

					return length;
				});
				t.deepEqual(
					[found.customers[place], found.newCustomers[place], found.otherMarkets[place], found.consecutive[place]],
					[today.length, today.filter(customer => !before.has(customer)).length, today.filter(customer => !isUsual(customer)).length, Math.max(...runs)],
				);
			}
		}
	}), {numRuns: 200});
});
