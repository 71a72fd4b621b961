import test from 'ava';
import fc from 'fast-check';
import {listStart, moveInList, settle, type ListMove} from '../../../../source/terminal/components/list/state.ts';

const move = fc.oneof<Array<fc.Arbitrary<ListMove>>>(
	fc.record({by: fc.constantFrom(1, -1)}), fc.record({pages: fc.constantFrom(1, -1)}), fc.record({to: fc.constantFrom('first' as const, 'last' as const)}),
);

test('the cursor is always in the list and in view', t => {
	fc.assert(fc.property(fc.array(move), fc.nat(100), fc.integer({min: 1, max: 30}), (moves, count, height) => {
		const {cursor, top} = moves.reduce((place, one) => moveInList(place, one, {count, height}), listStart);
		return cursor >= 0 && cursor <= Math.max(0, count - 1) && top <= cursor && cursor < top + height && top <= Math.max(0, count - height);
	}));
	t.pass();
});

test('nothing scrolls while the cursor moves inside the view', t => {
	t.deepEqual(moveInList({cursor: 4, top: 2}, {by: 1}, {count: 50, height: 10}), {cursor: 5, top: 2});
});

test('a page keeps one row of the page before', t => {
	t.deepEqual(moveInList(listStart, {pages: 1}, {count: 50, height: 10}), {cursor: 9, top: 9});
});

test('a list that became shorter takes the cursor with it', t => {
	t.deepEqual(settle({cursor: 40, top: 35}, 3, 10), {cursor: 2, top: 0});
});
