import test from 'ava';
import fc from 'fast-check';
import {allOf, anyOf, negate, nothing} from '../../source/filter/build.ts';
import {exactly} from '../../source/filter/conjuncts.ts';
import {everything, type Filter} from '../../source/filter/filter.ts';
import {parseFilter} from '../../source/filter/parse.ts';
import {printFilter} from '../../source/filter/print.ts';

const [a, b] = [exactly('team', 'a'), exactly('team', 'b')];

test('what is flat, said once and not negated twice is left as it is', t => {
	t.is(allOf([a]), a);
	t.is(anyOf([a]), a);
	t.is(negate(negate(a)), a);
	t.deepEqual(allOf([a, allOf([b, a])]), allOf([a, b]));
	t.deepEqual(anyOf([b, anyOf([a, b])]), anyOf([b, a]));
});

test('of no parts, all is everything and any is nothing', t => {
	t.is(allOf([]), everything);
	t.is(anyOf([]), nothing);
	t.is(printFilter(nothing), 'NOT *');
	t.is(negate(nothing), everything);
});

/** A formula as a person writes it, with needless brackets, beside what it should answer for teams a to d. */
type Formula = {readonly text: string; readonly holds: (team: string) => boolean};

const {formula} = fc.letrec<{formula: Formula}>(tie => ({
	formula: fc.oneof(
		{maxDepth: 5, depthIdentifier: 'formula'},
		fc.constantFrom(...'abcd').map((name): Formula => ({text: `team:${name}`, holds: team => team === name})),
		fc.constantFrom<Formula>({text: '*', holds: () => true}, {text: 'NOT *', holds: () => false}),
		fc.record({part: tie('formula'), sign: fc.constantFrom('NOT ', '-')}).map(({part, sign}): Formula => ({text: `${sign}(${part.text})`, holds: team => !part.holds(team)})),
		fc.record({left: tie('formula'), right: tie('formula'), sign: fc.constantFrom(' ', ' AND ')}).map(({left, right, sign}): Formula => ({text: `(${left.text})${sign}(${right.text})`, holds: team => left.holds(team) && right.holds(team)})),
		fc.record({left: tie('formula'), right: tie('formula')}).map(({left, right}): Formula => ({text: `${left.text} OR ${right.text}`, holds: team => left.holds(team) || right.holds(team)})),
	),
}));

const matches = (filter: Filter, team: string): boolean => {
	switch (filter.kind) {
		case 'all': {
			return true;
		}

		case 'match': {
			return filter.test.kind === 'is' && filter.test.text === team;
		}

		case 'not': {
			return !matches(filter.part, team);
		}

		case 'and': {
			return filter.parts.every(part => matches(part, team));
		}

		case 'or': {
			return filter.parts.some(part => matches(part, team));
		}
	}
};

/** `and` and `or` hold two or more parts, never one of their own kind, and no part of them is everything. */
const isFolded = (filter: Filter): boolean => {
	switch (filter.kind) {
		case 'not': {
			return filter.part.kind !== 'not' && (filter.part.kind === 'all' || isFolded(filter.part));
		}

		case 'and':
		case 'or': {
			return filter.parts.length >= 2 && filter.parts.every(part => part.kind !== filter.kind && part.kind !== 'all' && isFolded(part));
		}

		default: {
			return true;
		}
	}
};

test('folding changes no meaning and leaves no form but the canonical one', t => {
	fc.assert(fc.property(formula, ({text, holds}) => {
		const filter = parseFilter(text, {displayTimezone: 'UTC'});
		return isFolded(filter) && [...'abcde'].every(team => matches(filter, team) === holds(team));
	}), {numRuns: 2000});
	t.pass();
});
