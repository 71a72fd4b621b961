import test from 'ava';
import fc from 'fast-check';
import {backgroundOf, exponents, touchesOf} from '../../source/leads/background.ts';
import {fitMixture, gainOf, mostGain, type Component} from '../../source/leads/mixture.ts';
import type {LeakQuestion, Reach} from '../../source/leads/reach.ts';

const likelihoodsIn = fc.array(fc.double({min: 0.001, max: 1, noNaN: true}), {minLength: 3, maxLength: 12}).map(list => Float64Array.from(list));
const componentOf = (count: number): fc.Arbitrary<Component> => fc.record({
	listed: fc.uniqueArray(fc.nat(count - 1), {minLength: 1}).map(list => Uint32Array.from(list)),
	size: fc.integer({min: 1, max: 5000}),
});

const logarithm = (background: Float64Array, components: readonly Component[], shares: readonly number[]): number => {
	let sum = 0;
	for (const [place, likelihood] of background.entries()) {
		const mixed = shares[0]! * likelihood + components.reduce((all, {listed, size}, index) => all + (listed.includes(place) ? shares[index + 1]! / size : 0), 0);
		sum += Math.log(mixed);
	}

	return sum;
};

test('no other shares make a list more likely than the fitted ones', t => {
	fc.assert(fc.property(likelihoodsIn.chain(background => fc.tuple(fc.constant(background), fc.array(componentOf(background.length), {maxLength: 3}), fc.array(fc.double({min: 0.01, max: 1, noNaN: true}), {minLength: 4, maxLength: 4}))), ([background, components, weights]) => {
		const fitted = fitMixture(background, components);
		t.true(Math.abs(fitted.shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-6);
		const some = weights.slice(0, components.length + 1);
		const total = some.reduce((sum, weight) => sum + weight, 0);
		t.true(fitted.logarithm >= logarithm(background, components, some.map(weight => weight / total)) - 1e-4);
		t.true(Math.abs(fitted.logarithm - logarithm(background, components, [...fitted.shares])) < 1e-6);
	}), {numRuns: 300});
});

test('a gain is the best of all shares that could be tried, and never more than its bound', t => {
	fc.assert(fc.property(likelihoodsIn.chain(background => fc.tuple(fc.constant(background), componentOf(background.length))), ([background, component]) => {
		const gain = gainOf(background, component);
		const before = logarithm(background, [], [1]);
		for (let share = 0; share < 1; share += 0.01) {
			t.true(gain >= logarithm(background, [component], [1 - share, share]) - before - 1e-9);
		}

		const sum = component.listed.reduce((all, place) => all + 1 / background[place]!, 0) / component.size;
		t.true(mostGain(background.length, component.listed.length, sum) >= gain - 1e-9);
	}), {numRuns: 300});
});

const reach = (...customers: readonly number[]): Reach => ({customers: Uint32Array.from(customers), days: new Uint16Array(customers.length)});

const question: LeakQuestion = {
	accounts: [reach(0, 1, 2), reach(0, 1), reach(0, 0)], groups: [], customers: 6, markets: Uint16Array.of(0, 0, 0, 1, 1, 1), leaked: Uint32Array.of(0, 1, 3), days: 1,
};

test('accounts that touched a customer are counted once each', t => {
	t.deepEqual([...touchesOf(question)], [3, 2, 1, 0, 0, 0]);
});

test('the background is the most likely of the formulas of its exponents', t => {
	const touches = [3, 2, 1, 0, 0, 0];
	const share = [(2 + 3 / 6) / 4, (1 + 3 / 6) / 4];
	const naive = exponents.map(exponent => {
		const weights = touches.map(count => (count + 0.5) ** exponent);
		const total = [weights[0]! + weights[1]! + weights[2]!, weights[3]! + weights[4]! + weights[5]!];
		return {exponent, likelihoods: [0, 1, 3].map(customer => share[customer < 3 ? 0 : 1]! * weights[customer]! / total[customer < 3 ? 0 : 1]!)};
	});
	const best = naive.toSorted((a, b) => b.likelihoods.reduce((sum, each) => sum + Math.log(each), 0) - a.likelihoods.reduce((sum, each) => sum + Math.log(each), 0))[0]!;
	const found = backgroundOf(question);
	t.is(found.exponent, best.exponent);
	for (const [place, likelihood] of found.likelihoods.entries()) {
		t.true(Math.abs(likelihood - best.likelihoods[place]!) < 1e-12);
	}
});
