import test from 'ava';
import {cellReader, evaluate, jsonReader, trimmed} from '../../source/records/evaluate-expression.ts';
import {each, field, first, join, literal, unlike} from '../../source/records/field-expression.ts';

const row = cellReader(['a', 'b', '__proto__'], [' x ', '', 'p']);
const record = jsonReader({a: {b: [1, {c: 'x'}, {c: null}], 'd.e': true}, n: null, t: ' y '});

test('a cell is trimmed, and an empty one has no value', t => {
	t.is(evaluate(field('a'), row), 'x');
	t.is(evaluate(field('b'), row), undefined);
	t.is(evaluate(field('toString'), row), undefined);
	t.is(evaluate(field('__proto__'), row), 'p');
});

test('nested values come as text, and lists as a JSON array of texts', t => {
	t.is(evaluate(field('a', 'd.e'), record), 'true');
	t.is(evaluate(field('a', 'b'), record), '[1,{"c":"x"},{"c":null}]');
	t.is(evaluate(field('a', 'b', '*', 'c'), record), '["x",null]');
	t.is(evaluate(field('n'), record), undefined);
	t.is(evaluate(field('constructor'), record), undefined);
});

test('a condition says which elements of an array are meant', t => {
	const parts = jsonReader({parts: [{role: {code: 4}, of: 'a'}, {role: {code: 1}, of: 'b'}, {of: 'c'}, {role: {code: 1}, of: 'd'}]});
	t.is(evaluate(field('parts', '*?role.code=1', 'of'), parts), '["b","d"]');
	t.is(evaluate(field('parts', '[0]?role.code=4|1', 'of'), parts), 'a');
	t.is(evaluate(field('parts', '[0]?role.code=9', 'of'), parts), undefined);
});

test('a value that another has too is none, in capitals or not', t => {
	const owners = jsonReader({owner: 'Ann@Example.com', same: 'ann@example.com', other: 'bob@example.com'});
	t.is(evaluate(unlike(field('owner'), field('same')), owners), undefined);
	t.is(evaluate(unlike(field('owner'), field('other')), owners), 'Ann@Example.com');
	t.is(evaluate(unlike(field('owner'), field('nobody')), owners), 'Ann@Example.com');
	t.is(evaluate(unlike(field('nobody'), field('nobody')), owners), undefined);
});

test('of several values each is looked at by itself', t => {
	const parts = jsonReader({parts: [{of: 'Patient/1/_history/2'}, {of: null}, {of: 'Patient/3'}], one: 'Patient/1/_history/2'});
	t.is(evaluate(each(field('parts', '*', 'of'), '^(.+)/_history/[^/]+$'), parts), '["Patient/1",null,"Patient/3"]');
	t.is(evaluate(each(field('one'), '^(.+)/_history/[^/]+$'), parts), 'Patient/1/_history/2');
});

test('the first with a value, conditions, and parts joined', t => {
	t.is(evaluate(first(field('n'), field('t'), literal('z')), record), 'y');
	t.is(evaluate({kind: 'when', of: field('t'), among: ['y'], then: literal('yes'), otherwise: literal('no')}, record), 'yes');
	t.is(evaluate({kind: 'when', of: field('n'), then: literal('yes'), otherwise: literal('no')}, record), 'no');
	t.is(evaluate(join('/', field('t'), field('n'), literal('z')), record), 'y/z');
	t.is(evaluate({kind: 'join', of: [field('t'), field('n')], separator: '/', all: true}, record), undefined);
	t.is(evaluate({kind: 'extract', of: field('t'), pattern: '^(.)', group: 1}, record), 'y');
});

test('a megabyte of blanks inside a value is no work', t => {
	const text = `a${' '.repeat(1_000_000)}b`;
	t.is(trimmed(` \t${text}\r\n`), text);
	t.is(trimmed(' '.repeat(1_000_000)), '');
});

test('a value nested ten thousand deep has no text, and is no error', t => {
	const deep: unknown = JSON.parse('['.repeat(10_000) + ']'.repeat(10_000));
	t.notThrows(() => evaluate(field('a'), jsonReader({a: deep})));
});
