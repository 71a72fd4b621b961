import test from 'ava';
import {tablesOfStatement} from '../../source/formats/tables-of-statement.ts';

test('the tables that a statement reads are found, whatever stands beside them', t => {
	for (const [text, tables] of [
		['select * from public.customers', ['public.customers']],
		['SELECT *\n\tFROM "public"."Order Lines" AS l, crm.people p JOIN notes ON true', ['public.Order Lines', 'crm.people', 'notes']],
		['select * from a where x in (1, b) and y = \'it\'\'s from z\' -- from comments\n and /* join c */ true', ['a']],
		['with recent as (select * from logs), old (id) as materialized (select 1 from archive) select * from recent join old using (id), more', ['logs', 'archive']],
		['select * from generate_series(1, 2), t', []],
		['select * from (select id from inner_table) q', ['inner_table']],
		['select * from a a1, a', ['a']], ['select count(*), trim(x), y from t where z in (select id from "u")', ['t', 'u']],
		['select "from b", ")" from "a,b" x , "c (d" as y', ['a,b', 'c (d']],
		// Half of the tables would look like all of them.
		['select * from t join lateral_function(1) on true', []], ['select * from (select 1 from a) q, b', []], ['select * from (a join b on true)', []], ['select * from a, (select 1 from b) q', []], ['select * from a.b.', []], ['select * from', []], ['select * from (select 1 from a', []],
		['select 1', []], ['public.customers', []], ['/files/from here', []], ['', []],
	] as const) {
		t.deepEqual(tablesOfStatement(text), tables, text);
	}
});

test('a statement that is made to be hard to read is read in no time', t => {
	const began = performance.now();
	for (const hard of [`select * from ${'a,'.repeat(20_000)}(`, `select ${'from '.repeat(20_000)}`, `with ${'a as '.repeat(20_000)}`, `select * from ${'a.'.repeat(20_000)}`, `select * from ${'a '.repeat(20_000)}`, `select ${'/*'.repeat(20_000)}`, `select ${'\''.repeat(20_001)}`, `with a(${'('.repeat(20_000)}`, `select * ${'from (select '.repeat(20_000)}${')'.repeat(20_000)}`, `select * from a${' , a'.repeat(20_000)} (`, `select * from "${'a" , "'.repeat(20_000)}`]) {
		tablesOfStatement(hard);
	}

	t.true(performance.now() - began < 5000);
});
