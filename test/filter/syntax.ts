import test from 'ava';
import {parseSyntax, prepareParser} from '../../source/filter/syntax.ts';
import {FilterMistake} from '../../source/filter/mistake.ts';
import {cpuTime} from '../helpers/cpu-time.ts';

test('a parser that a thread has made is there without being made here, and reads and refuses as the one that is made at once', async t => {
	await prepareParser();
	const work = cpuTime(() => {
		t.like(parseSyntax('employee:E0042 AND NOT data:email'), {kind: 'and'});
	});
	t.true(work < 40, `${work} ms`);
	t.is(parseSyntax('  '), null);
	t.throws(() => parseSyntax('employee:(E0042'), {instanceOf: FilterMistake});
	await prepareParser();
	t.like(parseSyntax('a:b'), {kind: 'term', field: 'a'});
});
