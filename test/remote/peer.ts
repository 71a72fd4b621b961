import type {Worker} from 'node:worker_threads';
import {once} from 'node:events';
import {setTimeout as delay} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {CancelledError, ExpectedError} from '../../source/errors.ts';
import {peer, type Peer} from '../../source/remote/peer.ts';
import {startWorker} from '../../source/start-worker.ts';
import type {OtherSide} from './_other-side.ts';

const started = (t: ExecutionContext): Peer<OtherSide> & {readonly worker: Worker} => {
	const worker = startWorker(import.meta.url, '_other-side', undefined);
	const line = peer<OtherSide>(worker, {});
	worker.on('error', line.fail);
	t.teardown(async () => worker.terminate());
	return {...line, worker};
};

test('what the other thread offers is called there, and gives a promise', async t => {
	const {remote} = started(t);
	t.is(await remote.sum([1, 2, 3]), 6);
});

test('values come back as they went: dates, sets, maps, big numbers, and what is undefined', async t => {
	const {remote} = started(t);
	const value = {at: new Date(5), on: new Set(['C1002']), by: new Map([['E0042', 7n]]), none: undefined, list: [{a: null}], nested: {deeper: {still: {more: new Uint8Array([1, 2])}}}};
	t.deepEqual(await remote.echo(value), value);
});

test('long lists come piece by piece, whole and in order, and leave nothing behind', async t => {
	const {remote} = started(t);
	const rows = Array.from({length: 12_345}, (_, row) => ({row, customer: `C${row}`}));
	t.deepEqual(await remote.echo(rows), rows);
	t.deepEqual(await remote.echo({event: {id: 'f00d-1'}, fields: rows, names: rows.slice(0, 500)}), {event: {id: 'f00d-1'}, fields: rows, names: rows.slice(0, 500)});
	const box = await remote.openBox();
	const before = await remote.kept();
	t.is((await remote.echo({rows, more: rows}) as {readonly more: readonly unknown[]}).more.length, 12_345);
	t.is(await remote.kept(), before);
	await box.close();
});

test('names from a log cannot be taken for what the line itself sends', async t => {
	const {remote} = started(t);
	const value = {is: 'function', id: 0, specials: [{at: ['0'], is: 'function', id: 0}], ['__proto__x']: 1};
	t.deepEqual(await remote.echo(value), value);
});

test('functions in options are called on the side that gave them, and a signal stops the work there', async t => {
	const {remote} = started(t);
	const steps: number[] = [];
	t.is(await remote.count({to: 3, onStep: step => steps.push(step)}), 3);
	t.deepEqual(steps, [1, 2, 3]);

	const stop = new AbortController();
	const stopped = remote.count({to: 100_000, signal: stop.signal, onStep(step) {
		if (step === 2) {
			stop.abort(new CancelledError());
		}
	}});
	await t.throwsAsync(stopped, {instanceOf: CancelledError});
	await t.throwsAsync(remote.count({to: 3, onStep() {/* nobody looks */}, signal: AbortSignal.abort()}));
});

test('what a function answers goes back to the other side', async t => {
	const {remote} = started(t);
	t.is(await remote.greet(async what => `your ${what}`), 'hello your name');
});

test('an object with functions stands for the one over there, which knows it when it comes back', async t => {
	const {remote} = started(t);
	const [box, other] = [await remote.openBox(), await remote.openBox()];
	t.is(box.size, 3);
	await box.put(7);
	await other.put(8);
	const {all} = box;
	t.deepEqual(await all(), [7]);
	t.deepEqual(await other.all(), [8]);
	t.true(await remote.isMine(box));
	await box.close();
	await t.throwsAsync(box.all(), {instanceOf: CancelledError, message: 'it was closed meanwhile'});
	t.deepEqual(await other.all(), [8]);
});

test('errors keep what they are, where it was and what to do, thrown or given', async t => {
	const {remote} = started(t);
	const expected = await t.throwsAsync(remote.fail('expected'), {instanceOf: ExpectedError, message: 'the disk is full'}) as ExpectedError;
	t.like(expected, {where: '/cases', next: 'Make room.', exitCode: 1});
	t.is((expected.cause as NodeJS.ErrnoException).code, 'ENOSPC');
	await t.throwsAsync(remote.fail('cancelled'), {instanceOf: CancelledError});
	await t.throwsAsync(remote.fail('other'), {name: 'TypeError', code: 'ERR_THIS', message: 'not this'});
	const {about, error} = await remote.refuse();
	t.is(about, 'key');
	t.true(error instanceof ExpectedError);
	t.like(error, {where: 'id_ed25519', next: 'Make one.', exitCode: 2});
});

test('what cannot be sent fails the call that it was for, and no other', async t => {
	const {remote, settled} = started(t);
	await t.throwsAsync(remote.echo([() => 1]), {any: true, name: 'DataCloneError'});
	t.is(await remote.sum([1]), 1);
	await settled();
});

test('when the thread falls over everything that waits for it fails with its words', async t => {
	const {remote, settled} = started(t);
	await remote.sum([]);
	const waiting = remote.greet(async () => delay(1e8, 'too late', {ref: false}));
	await Promise.all([
		t.throwsAsync(waiting, {any: true, message: 'the thread fell over'}),
		t.throwsAsync(remote.end(), {any: true}),
	]);
	await t.throwsAsync(remote.sum([1]), {any: true, message: 'the thread fell over'});
	await settled();
});

test('a thread that is left ends by itself when it has done what it was asked', async t => {
	const {remote, leave, worker} = started(t);
	const steps: number[] = [];
	const exit = once(worker, 'exit');
	await remote.count({to: 5, onStep: step => steps.push(step)});
	leave();
	t.deepEqual(await exit, [0]);
	t.is(steps.length, 5);
});

test('it is settled when every call is answered', async t => {
	const {remote, settled} = started(t);
	await settled();
	const steps: number[] = [];
	const counting = remote.count({to: 5, onStep: step => steps.push(step)});
	await settled();
	t.deepEqual(steps, [1, 2, 3, 4, 5]);
	t.is(await counting, 5);
});
