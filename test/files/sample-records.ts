import process from 'node:process';
import test from 'ava';
import {parseObject} from '../../source/files/sample-records.ts';

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
