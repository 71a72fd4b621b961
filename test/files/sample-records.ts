import process from 'node:process';
import test from 'ava';
import {prepareFile} from '../../source/files/prepared-file.ts';
import {firstRecords, parseObject} from '../../source/files/sample-records.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

test('an object is read, and anything else is none', t => {
	t.deepEqual(parseObject('{"a":1}'), {a: 1});
	for (const text of ['[1]', '1', 'null', '{"a":', '']) {
		t.is(parseObject(text), undefined);
	}
});

test('a line torn inside a long text costs no more time than another', t => {
	const begun = process.hrtime.bigint();
	t.is(parseObject(`{"a":12345678901234567,"b":"${'a'.repeat(100_000)}`), undefined);
	t.is(parseObject(`{"a":12345678901234567,"b":"${String.raw`\"`.repeat(100_000)}`), undefined);
	// The pattern that this guards against would need longer than the universe has stood.
	t.true(process.hrtime.bigint() - begun < 60_000_000_000n);
});

test('ids longer than a number can hold keep their digits', t => {
	t.deepEqual(parseObject('{"a":12345678901234567,"b":[-98765432109876543210],"c":1234567890123456,"d":"x 12345678901234567 \\" 12345678901234567"}'), {
		a: '12345678901234567', b: ['-98765432109876543210'], c: 1_234_567_890_123_456, d: 'x 12345678901234567 " 12345678901234567',
	});
	t.is(typeof parseObject('{"a":0.12345678901234567}')!['a'], 'number');
});

test('a long id keeps its digits wherever it stands in a small document', async t => {
	for (let blanks = 0; blanks < 34; blanks++) {
		const file = await prepareFile(temporaryFile(t, `export-${blanks}.json`, `${' '.repeat(blanks)}{"Records":[{"a":12345678901234567,"b":12},{"a":9007199254740993}]}`));
		t.deepEqual(firstRecords(file, 10), {kind: 'json', rows: [{a: '12345678901234567', b: 12}, {a: '9007199254740993'}]});
	}
});

test('of a small document with very many brackets the records are found one by one', async t => {
	const file = await prepareFile(temporaryFile(t, 'export.json', `{"Records":[{"a":${'['.repeat(400)}${']'.repeat(400)}},{"a":${'['.repeat(600)}${']'.repeat(600)}},{"b":${JSON.stringify('{['.repeat(300))}}]}`));
	t.deepEqual(firstRecords(file, 10)?.rows.map(row => Object.keys(row)), [['a'], ['b']]);
});
