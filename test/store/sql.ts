import test from 'ava';
import fc from 'fast-check';
import {openDatabase} from '../../source/store/database.ts';
import {constant, identifier, int64, joined, render, sql, text, texts, unsigned, wholeNumber, type Sql} from '../../source/store/sql.ts';

test('a bare value in SQL is an error, whatever its type', t => {
	for (const value of ['x', '\'; drop table event; --', 1, null, undefined, true, ['x'], {text: 'x'}, {pieces: ['drop table event']}]) {
		t.throws(() => sql`select ${value as unknown as Sql}`, {instanceOf: TypeError, message: /Only sql/}, JSON.stringify(value));
	}
});

test('values are bound in order, and pieces are put together', t => {
	const where = joined([sql`a = ${text('x')}`, sql`b > ${int64(5)}`], sql` and `);
	const {text: written, binds} = render(sql`select ${identifier('od"d')} from t where ${where} limit ${wholeNumber(3)}`);
	t.is(written, 'select "od""d" from t where a = $1 and b > $2 limit 3');
	t.deepEqual(binds, [{bind: 'text', value: 'x'}, {bind: 'int64', value: 5n}]);
});

test('what an engine cannot hold as a literal is refused', t => {
	t.throws(() => constant('a\0b'), {instanceOf: TypeError});
	for (const value of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60]) {
		t.throws(() => wholeNumber(value), {instanceOf: TypeError});
	}
});

test('any text comes back from the engine as it was, bound or written', async t => {
	const database = await openDatabase();
	const session = await database.open();
	const hostile = fc.oneof(fc.string({unit: 'binary'}), fc.constantFrom('\'', '\'\'', '\\\'', '"; drop table t; --', '$1', '?', '/*', '\'; attach \'x\'; --', 'E\'\\n\'', '{{', '\u2019')).map(value => value.replaceAll('\0', ''));
	await fc.assert(fc.asyncProperty(hostile, fc.array(hostile, {maxLength: 4}), fc.bigInt({min: 0n, max: (2n ** 64n) - 1n}), async (value, list, key) => {
		const rows = await session.all(sql`select ${text(value)} as bound, ${constant(value)} as written, ${texts(list)} as list, ${unsigned(key)} as key, 1 as ${identifier(`n${value}`)}`);
		t.is(rows[0]!['bound'], value);
		t.is(rows[0]!['written'], value);
		t.deepEqual(rows[0]!['list'], list);
		t.is(rows[0]!['key'], key);
		t.is(rows[0]![`n${value}`], 1);
	}), {numRuns: 200});
	session.close();
	database.close();
});
