import test from 'ava';
import fc from 'fast-check';
import {cellReader, evaluate, jsonReader} from '../../source/records/evaluate-expression.ts';
import type {FieldExpression} from '../../source/records/field-expression.ts';
import {columnReader, compileExpression, jsonPaths} from '../../source/store/compile-expression.ts';
import {openDatabase, toText, type Session} from '../../source/store/database.ts';
import {joined, sql, wholeNumber} from '../../source/store/sql.ts';

const word = fc.oneof(fc.constantFrom('', ' ', 'a', 'A', 'b', 'ab', ' a ', '\t', '\r\n', '!', '!x', 'a b', '\u00A0', '\u2003x', 'Zo\u00EB', '\u{1F4A5}', '\'', '"', '%', '_', '\\', '[]', '{}', 'null', '0', 'arn:aws:x/E1', '{"a":"x","b":[1,{"a":"y"}]}', '["x",{"b":null}]'), fc.string({unit: 'binary', maxLength: 6})).map(text => text.replaceAll('\0', '').replaceAll('\u0001', ''));
const patterns: ReadonlyArray<readonly [string, number]> = [['^(.)', 1], ['([^/:]+)$', 1], ['(a|b)(.*)', 2], ['^(Get|List)', 1], ['b', 0], ['(\\d+)', 1]];

const expressionOver = (field: fc.Arbitrary<FieldExpression>): fc.Arbitrary<FieldExpression> => fc.letrec<{readonly any: FieldExpression}>(tie => ({
	any: fc.oneof(
		{maxDepth: 3},
		field,
		word.filter(text => text.trim() === text && text !== '').map(text => ({kind: 'literal', text} as const)),
		fc.array(tie('any'), {minLength: 1, maxLength: 3}).map(of => ({kind: 'first', of} as const)),
		fc.tuple(tie('any'), fc.constantFrom(...patterns)).map(([of, [pattern, group]]) => ({kind: 'extract', of, pattern, group} as const)),
		fc.tuple(tie('any'), fc.constantFrom('a', ' ', ',', '$', 'x!'), fc.constantFrom('', ';', '$&', ' ')).map(([of, text, by]) => ({kind: 'replace', of, text, by} as const)),
		fc.tuple(tie('any'), fc.option(fc.array(word, {minLength: 1, maxLength: 3})), tie('any'), fc.option(tie('any')))
			.map(([of, among, then, otherwise]) => ({kind: 'when', of, then, ...(among ? {among} : {}), ...(otherwise ? {otherwise} : {})} as const)),
		fc.tuple(tie('any'), tie('any')).map(([of, other]) => ({kind: 'unlike', of, other} as const)),
		fc.tuple(fc.array(tie('any'), {minLength: 1, maxLength: 3}), fc.constantFrom(' ', '/', ':', ''), fc.boolean()).map(([of, separator, all]) => ({kind: 'join', of, separator, ...(all ? {all} : {})} as const)),
	),
})).any;

const withSession = async (work: (session: Session) => Promise<void>): Promise<void> => {
	const database = await openDatabase();
	const session = await database.open();
	await work(session);
	session.close();
	database.close();
};

const valuesOf = (rows: ReadonlyArray<Readonly<Record<string, unknown>>>): ReadonlyArray<string | undefined> => rows.map(row => toText(row['v']));

test('the engine evaluates expressions over cells as the second reader does', async t => withSession(async session => {
	const header = ['a', 'b', 'it\'s "c"'];
	const column = fc.tuple(fc.constantFrom(...header, 'missing'), fc.array(fc.constantFrom('a', 'b', '[0]', '[1]'), {maxLength: 2})).map(([name, inside]) => ({kind: 'field', path: inside.length === 0 ? [name] : [name, '{}', ...inside]} as const));
	await fc.assert(fc.asyncProperty(expressionOver(column), fc.array(fc.tuple(word, word, word), {minLength: 1, maxLength: 24}), async (expression, rows) => {
		await session.run(sql`create or replace table given (${joined(header.map((_, index) => sql`c${wholeNumber(index)} varchar`))})`);
		await session.append('given', rows);
		const found = await session.all(sql`select ${compileExpression(expression, columnReader(header))} as v from given`);
		t.deepEqual(valuesOf(found), rows.map(cells => evaluate(expression, cellReader(header, cells))), JSON.stringify(expression));
	}), {numRuns: 125});
}));

const keys = ['a', 'b.c', 'it\'s', '$', 'x y', '*'.repeat(2)];
const value = fc.letrec<{readonly any: unknown}>(tie => ({
	any: fc.oneof({maxDepth: 3}, word, fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie('any'), {maxLength: 3}), fc.dictionary(fc.constantFrom(...keys), tie('any'), {maxKeys: 3, noNullPrototype: true})),
})).any;

test('the engine evaluates expressions over JSON as the second reader does', async t => withSession(async session => {
	const step = fc.constantFrom(...keys, '[0]', '[1]');
	const inside = fc.constantFrom([], ['{}', 'a'], ['{}', 'b', '[1]', 'a'], ['{}', '[0]']);
	const path = fc.tuple(fc.constantFrom(...keys), fc.array(step, {maxLength: 2}), inside).map(([first, steps, rest]) => ({kind: 'field', path: [first, ...steps, ...rest]} as const));
	const record = fc.dictionary(fc.constantFrom(...keys), value, {maxKeys: 4, noNullPrototype: true});
	await fc.assert(fc.asyncProperty(expressionOver(path), fc.array(record, {minLength: 1, maxLength: 20}), async (expression, records) => {
		const lines = records.map(each => JSON.stringify(each));
		await session.run(sql`create or replace table given (line varchar)`);
		await session.append('given', lines.map(line => [line]));
		const {read, extract} = jsonPaths([expression]);
		const found = await session.all(sql`select ${compileExpression(expression, read)} as v from (select ${extract(sql`line`)} from given)`);
		t.deepEqual(valuesOf(found), records.map(each => evaluate(expression, jsonReader(each))), `${JSON.stringify(expression)} over ${lines.join(' ')}`);
	}), {numRuns: 125});
}));

test('the elements of a list are read alike, nested or not', async t => withSession(async session => {
	const records = [{list: [{id: 'a'}, {id: 1}, {}, {id: null}]}, {list: []}, {list: {id: 'x'}}, {list: null}, {}, {list: [{id: ['x', 'y']}]}, {list: ['a', 'b']}, {list: [{id: null}]}, {list: [null, {id: {a: null}}, [{id: 'x'}]]}, {list: [{list: [{id: 'deep'}]}]}];
	const list: FieldExpression = {kind: 'field', path: ['list', '*', 'id']};
	await session.run(sql`create or replace table given (line varchar)`);
	await session.append('given', records.map(record => [JSON.stringify(record)]));
	const {read, extract} = jsonPaths([list]);
	for (const expression of [list, {kind: 'each', of: list, pattern: '^(.)y?$'}, {kind: 'each', of: list, pattern: '(.*)x'}] as const) {
		const found = await session.all(sql`select ${compileExpression(expression, read)} as v from (select ${extract(sql`line`)} from given)`);
		t.deepEqual(valuesOf(found), records.map(record => evaluate(expression, jsonReader(record))));
	}
}));

test('all matches of a pattern are read alike', async t => withSession(async session => {
	const records = ['a=1 or b=\'x\'', 'a = \u00FC or a = "q"', 'nothing', '', 'a=1'].map(text => ({text}));
	await session.run(sql`create or replace table given (line varchar)`);
	await session.append('given', records.map(record => [JSON.stringify(record)]));
	const expression: FieldExpression = {kind: 'all', of: {kind: 'field', path: ['text']}, pattern: '= ?\'?([^\' ]+)'};
	const {read, extract} = jsonPaths([expression]);
	const found = await session.all(sql`select ${compileExpression(expression, read)} as v from (select ${extract(sql`line`)} from given)`);
	t.deepEqual(valuesOf(found), ['["1","x"]', '["\u00FC","\\"q\\""]', undefined, undefined, '["1"]']);
	t.deepEqual(valuesOf(found), records.map(record => evaluate(expression, jsonReader(record))));
}));

test('elements that meet a condition are read alike', async t => withSession(async session => {
	const records = [
		{list: [{is: {it: 'a'}, id: 'x'}, {is: {it: 'b'}, id: 'y'}, {is: {it: 'a'}, id: 'z', in: [{id: 1}, {id: null}]}]}, {list: [{is: {it: 'a'}}, {is: {it: 'a'}, id: null}]}, {list: []}, {list: {is: {it: 'a'}, id: 'x'}}, {list: null}, {},
		{list: ['a', null, [], {is: 'a'}, {is: {it: true}, id: 7}]}, {list: [{is: {it: 'c'}, id: {in: 'v'}}], text: '{"list":[{"is":{"it":"a"},"id":"q"}]}'}, {text: 'no JSON'}, {list: [{is: {it: null}, id: 'n'}]},
	];
	await session.run(sql`create or replace table given (line varchar)`);
	await session.append('given', records.map(record => [JSON.stringify(record)]));
	for (const path of [['list', '*?is.it=a', 'id'], ['list', '[0]?is.it=a|true', 'id'], ['list', '*?is.it=b|c|true', 'id'], ['list', '*?is.it=a', 'in', '*', 'id'], ['list', '*?is.it=a'], ['list', '[0]?is.it=a', 'in', '[0]', 'id'], ['text', '{}', 'list', '[0]?is.it=a', 'id'], ['text', '{}', 'list', '*?is.it=a', 'id']]) {
		const expression: FieldExpression = {kind: 'field', path};
		const {read, extract} = jsonPaths([expression]);
		const found = await session.all(sql`select ${compileExpression(expression, read)} as v from (select ${extract(sql`line`)} from given)`);
		t.deepEqual(valuesOf(found), records.map(record => evaluate(expression, jsonReader(record))), path.join(' '));
	}
}));
