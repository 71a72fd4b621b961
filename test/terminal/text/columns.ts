import test from 'ava';
import fc from 'fast-check';
import {fitColumns, type ColumnWish} from '../../../source/terminal/text/columns.ts';

const wishes: readonly ColumnWish[] = [
	{key: 'time', width: 19},
	{key: 'employee', width: 8, minimum: 5},
	{key: 'customer', width: 20, minimum: 6, grow: 1},
	{key: 'reason', width: 12, minimum: 6, optional: 2},
	{key: 'system', width: 10, optional: 1},
];

const widths = (room: number): string => fitColumns(wishes, room).map(({key, width}) => `${key} ${width}`).join(', ');

test('with room for all every column has its width and the growing one the rest', t => {
	t.is(widths(73), 'time 19, employee 8, customer 20, reason 12, system 10');
	t.is(widths(80), 'time 19, employee 8, customer 27, reason 12, system 10');
});

test('with less room they shrink together, down to what is of use', t => {
	t.is(widths(60), 'time 19, employee 7, customer 12, reason 8, system 10');
	t.is(widths(50), 'time 19, employee 5, customer 6, reason 6, system 10');
});

test('then the optional ones go, the most dispensable first', t => {
	t.is(widths(49), 'time 19, employee 7, customer 10, system 10');
	t.is(widths(42), 'time 19, employee 7, customer 14');
});

test('what is too narrow for the least is cut on the right', t => {
	t.is(widths(30), 'time 19, employee 5, customer 4');
	t.is(widths(10), 'time 10');
	t.is(widths(0), '');
});

const anyWish = fc.record({
	key: fc.string(), width: fc.integer({min: 0, max: 30}), minimum: fc.option(fc.integer({min: 0, max: 40}), {nil: undefined}),
	grow: fc.option(fc.integer({min: 0, max: 3}), {nil: undefined}), optional: fc.option(fc.integer({min: 0, max: 3}), {nil: undefined}),
}) as fc.Arbitrary<ColumnWish>;

test('columns never take more than the room, and all of it when one grows', t => {
	fc.assert(fc.property(fc.array(anyWish, {maxLength: 8}), fc.integer({min: 0, max: 200}), (columns, room) => {
		const fitted = fitColumns(columns, room, 1);
		const taken = fitted.reduce((total, {width}) => total + width, 0) + Math.max(0, fitted.length - 1);
		t.true(taken <= room);
		t.true(fitted.every(({width}) => width > 0));
	}), {numRuns: 2000});
});
