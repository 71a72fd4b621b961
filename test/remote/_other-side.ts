import {parentPort} from 'node:worker_threads';
import {setTimeout as delay} from 'node:timers/promises';
import {CancelledError, ExpectedError} from '../../source/errors.ts';
import {peer} from '../../source/remote/peer.ts';

/** What a thread offers in the tests of the line to it. */
export type OtherSide = {
	sum(numbers: readonly number[]): number;
	echo<Value>(value: Value): Promise<Value>;
	/** Tells of each step; stops when it is told to. */
	count(options: {readonly to: number; readonly onStep: (step: number) => void; readonly signal?: AbortSignal}): Promise<number>;
	/** Asks who called for a word. */
	greet(ask: (what: string) => Promise<string>): Promise<string>;
	openBox(): Promise<Box>;
	/** True when this is the box that was opened here, and no stand-in for it. */
	isMine(box: Box): Promise<boolean>;
	refuse(): Promise<{readonly about: string; readonly error: unknown}>;
	fail(kind: 'expected' | 'cancelled' | 'other'): Promise<void>;
	/** How many of its things may still be called. */
	kept(): number;
	end(): void;
};

export type Box = {readonly size: number; put(value: number): Promise<void>; all(): Promise<readonly number[]>; close(): Promise<void>};

const boxes = new Set<Box>();

const openBox = (): Box => {
	const values: number[] = [];
	const box: Box = {
		size: 3,
		async put(value) {
			values.push(value);
		},
		all: async () => values,
		async close() {
			boxes.delete(box);
		},
	};
	boxes.add(box);
	return box;
};

let kept = (): number => 0;

const other: OtherSide = {
	kept: () => kept(),
	sum: numbers => numbers.reduce((sum, each) => sum + each, 0),
	echo: async value => value,
	async count({to, onStep, signal}) {
		for (let step = 1; step <= to; step++) {
			onStep(step);
			await delay(1);
			signal?.throwIfAborted();
		}

		return to;
	},
	greet: async ask => `hello ${await ask('name')}`,
	openBox: async () => openBox(),
	isMine: async box => boxes.has(box),
	refuse: async () => ({about: 'key', error: new ExpectedError('no such key', {where: 'id_ed25519', next: 'Make one.', exitCode: 2})}),
	async fail(kind) {
		switch (kind) {
			case 'expected': {
				throw new ExpectedError('the disk is full', {where: '/cases', next: 'Make room.', cause: Object.assign(new Error('ENOSPC'), {code: 'ENOSPC'})});
			}

			case 'cancelled': {
				throw new CancelledError();
			}

			case 'other': {
				throw Object.assign(new TypeError('not this'), {code: 'ERR_THIS'});
			}
		}
	},
	end() {
		throw new Error('unreachable');
	},
};

if (parentPort) {
	({kept} = peer(parentPort, other));
	// An error that nobody awaits ends the thread.
	parentPort.on('message', (message: {readonly kind: string; readonly method?: string}) => {
		if (message.method === 'end') {
			process.nextTick(() => {
				throw new Error('the thread fell over');
			});
		}
	});
}
