import {setImmediate as turn} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {CancelledError} from '../../source/errors.ts';
import {openDatabase, type Session} from '../../source/store/database.ts';
import {sql, type Sql} from '../../source/store/sql.ts';

const sessionOf = async (t: ExecutionContext): Promise<Session> => {
	const database = await openDatabase();
	const session = await database.open();
	t.teardown(() => {
		session.close();
		database.close();
	});
	return session;
};

const count = 20_000;

/** Rows of each kind of value, in an order of their own. */
const many: Sql = sql`select range as n, 'C' || range::varchar as customer, case when range % 3 = 0 then null else ['a', 'b' || range::varchar] end as types, range % 2 = 0 as even from range(20000) order by n desc`;

const expected = (n: number): unknown => ({n: BigInt(n), customer: `C${n}`, types: n % 3 === 0 ? null : ['a', `b${n}`], even: n % 2 === 0});

test('rows come in their order and whole, whether they are streamed or held', async t => {
	const session = await sessionOf(t);
	const rows: unknown[] = [];
	for await (const block of session.stream(many)) {
		t.true(block.length > 0 && block.length <= 256);
		rows.push(...block);
	}

	t.is(rows.length, count);
	t.deepEqual([rows[0], rows[1999], rows[2048], rows.at(-1)], [count - 1, count - 2000, count - 2049, 0].map(n => expected(n)));
	t.deepEqual(await session.all(many), rows);
	t.deepEqual(await session.all(sql`select 1 as a where false`), []);
});

test.serial('other work has its turn between two stretches of rows, as keys of the app must', async t => {
	const session = await sessionOf(t);
	let [turns, running] = [0, true];
	const others = (async () => {
		while (running) {
			await turn();
			turns++;
		}
	})();
	let before = -1;
	for await (const block of session.stream(sql`${many} limit 4096`)) {
		t.true(turns > before, 'since the stretch before');
		before = turns;
		// Whoever takes the rows works at them for longer than a key may wait.
		const begun = performance.now();
		let looked = 0;
		while (performance.now() - begun < 6) {
			looked += block.length;
		}

		t.true(looked > 0);
	}

	running = false;
	await others;
});

test('a stream that is stopped between two stretches says so, and the session answers again', async t => {
	const session = await sessionOf(t);
	const stop = new AbortController();
	await t.throwsAsync(async () => {
		for await (const block of session.stream(many, stop.signal)) {
			t.is(block.length, 256);
			stop.abort();
		}
	}, {instanceOf: CancelledError});
	t.deepEqual(await session.all(sql`select 1 as a`), [{a: 1}]);
});

test('a session that is closed while it is asked answers, and is closed behind the answer', async t => {
	const database = await openDatabase();
	const session = await database.open();
	const [first, second] = [session.all(sql`select count(distinct range % 1000) as n from range(3000000)`), session.all(sql`select 7 as n`)];
	session.close();
	t.deepEqual([await first, await second], [[{n: 1000n}], [{n: 7}]]);
	await t.throwsAsync(session.all(sql`select 1`));
	database.close();
});

test('memory that is handed back leaves the limit as it was said, or by a rounding of what the engine set', async t => {
	for (const memory of [undefined, '512MB']) {
		const database = await openDatabase(memory === undefined ? {} : {memory});
		const session = await database.open();
		const limit = async (): Promise<unknown> => (await session.all(sql`select current_setting('memory_limit') as memory`))[0]?.['memory'];
		const [before, bytes] = [await limit(), (text: unknown) => Number.parseFloat(String(text))];
		await session.run(sql`create table filled as select range as n from range(1000000)`);
		await database.giveBack();
		await database.giveBack();
		const after = await limit();
		t.true(memory === undefined ? bytes(after) > bytes(before) * 0.98 && String(after).endsWith(String(before).slice(-3)) : after === before, `${String(before)} became ${String(after)}`);
		t.deepEqual(await session.all(sql`select count(*) as rows from filled`), [{rows: 1_000_000n}]);
		session.close();
		database.close();
	}
});
