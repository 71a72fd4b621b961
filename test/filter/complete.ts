import test from 'ava';
import fc from 'fast-check';
import {completeAt} from '../../source/filter/complete.ts';

const at = (text: string) => {
	const cursor = text.includes('|') ? text.indexOf('|') : text.length;
	return completeAt(text.replace('|', ''), cursor);
};

test('a word without a colon begins a field', t => {
	t.deepEqual(at(''), {kind: 'field', prefix: '', from: 0});
	t.deepEqual(at('emp'), {kind: 'field', prefix: 'emp', from: 0});
	t.deepEqual(at('data:email -sys'), {kind: 'field', prefix: 'sys', from: 12});
	t.deepEqual(at('(tea'), {kind: 'field', prefix: 'tea', from: 1});
	t.deepEqual(at('data:email '), {kind: 'field', prefix: '', from: 11});
});

test('behind a colon begins a value', t => {
	t.deepEqual(at('employee:'), {kind: 'value', field: 'employee', prefix: '', from: 9});
	t.deepEqual(at('x Employee:E00| data:email'), {kind: 'value', field: 'employee', prefix: 'E00', from: 11});
	t.deepEqual(at('resource:arn:aws'), {kind: 'value', field: 'resource', prefix: 'arn:aws', from: 9});
	t.deepEqual(at('-team:a'), {kind: 'value', field: 'team', prefix: 'a', from: 6});
	t.deepEqual(at('time:[2020-10'), {kind: 'value', field: 'time', prefix: '2020-10', from: 6});
});

test('a quote may still be open', t => {
	t.deepEqual(at('employee:"jane d'), {kind: 'value', field: 'employee', prefix: 'jane d', from: 9});
	t.deepEqual(at(String.raw`employee:"a \"b`), {kind: 'value', field: 'employee', prefix: 'a "b', from: 9});
	t.deepEqual(at('"free te'), {kind: 'field', prefix: 'free te', from: 0});
});

test('inside the brackets of a field every word is a value of it', t => {
	t.deepEqual(at('employee:(A OR "b c'), {kind: 'value', field: 'employee', prefix: 'b c', from: 15});
	t.deepEqual(at('employee:(A (-b'), {kind: 'value', field: 'employee', prefix: 'b', from: 14});
	t.deepEqual(at('employee:(A) te'), {kind: 'field', prefix: 'te', from: 13});
	t.deepEqual(at('(employee:('), {kind: 'value', field: 'employee', prefix: '', from: 11});
});

test('any text can be completed at any place', t => {
	fc.assert(fc.property(fc.string({unit: fc.constantFrom('"', '\\', '(', ')', '[', ']', ':', ' ', 'a', '-', '😀')}), fc.nat(40), (text, cursor) => {
		const {from} = completeAt(text, cursor);
		return from >= 0 && from <= cursor;
	}));
	t.notThrows(() => completeAt(`${'"\\'.repeat(5000)}`, 10_000));
	t.notThrows(() => completeAt('team:('.repeat(1700), 10_200));
});
