import test from 'ava';
import {parseFilter} from '../../source/filter/parse.ts';
import type {Ask} from '../../source/investigation/investigation.ts';
import {remembered} from '../../source/investigation/remembered.ts';

const ask = (text: string): Ask => ({filter: parseFilter(text, {displayTimezone: 'UTC'}), displayTimezone: 'UTC'});

test('the same question is answered once, however its filter was written', async t => {
	let asked = 0;
	const question = remembered(async (wanted: Ask & {readonly limit: number}) => {
		asked++;
		return wanted.limit;
	});
	t.is(await question({...ask('employee:E0042 data:email'), limit: 3}), 3);
	t.is(await question({...ask('employee:E0042   data:email'), limit: 3, signal: new AbortController().signal}), 3);
	t.is(asked, 1);
	t.is(await question({...ask('employee:E0042 data:email'), limit: 4}), 4);
	t.is(await question({...ask('employee:E0042'), limit: 3}), 3);
	t.is(asked, 3);
});

test('a question that failed or was given up is asked again', async t => {
	let asked = 0;
	const question = remembered<Ask, number>(async () => {
		asked++;
		if (asked === 1) {
			throw new Error('given up');
		}

		return asked;
	});
	await t.throwsAsync(question(ask('')), {message: 'given up'});
	t.is(await question(ask('')), 2);
	t.is(await question(ask('')), 2);
});

test('what was not asked for longest is let go, and what was asked again lately is not', async t => {
	const asked: string[] = [];
	const question = remembered(async ({filter}: Ask) => {
		asked.push(JSON.stringify(filter));
		return asked.length;
	});
	await question(ask('employee:E1'));
	await question(ask('employee:E2'));
	for (let other = 100; other < 162; other++) {
		await question(ask(`employee:E${other}`));
		await question(ask('employee:E1'));
	}

	t.is(asked.length, 64);
	await question(ask('employee:E500'));
	t.is(await question(ask('employee:E1')), 1);
	await question(ask('employee:E2'));
	t.is(asked.length, 66);
});
