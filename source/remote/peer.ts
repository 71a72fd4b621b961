import type {MessagePort, Worker} from 'node:worker_threads';
import {CancelledError} from '../errors.ts';
import {calls, type Calls} from './calls.ts';
import {fillLists} from './fill-lists.ts';
import type {Message} from './message.ts';
import {packed, unpacked} from './parcel.ts';
import {receivedError, sentError} from './sent-error.ts';
import {describing, last, making, rootThing, type Callable, type CallThere, type Own, type Unfilled} from './things.ts';

/** What one side offers, as the other one has it: every function gives a promise. Objects with functions cross the same way, wherever they are given or returned. */
export type Remote<Offered> = {
	readonly [Key in keyof Offered]: Offered[Key] extends (...args: never[]) => infer Result ? (...args: Parameters<Offered[Key]>) => Promise<Awaited<Result>> : Offered[Key];
};

/** One end of a line between two threads. */
export type Peer<Offered> = {
	/** What the other side offers. */
	readonly remote: Remote<Offered>;
	/** Settles when nothing is waited for any more. */
	readonly settled: () => Promise<void>;
	/** How many things of this side the other one may call; what was offered is the first. */
	readonly kept: () => number;
	/** Tells the other side that it is needed no more: its thread ends when it has nothing left to do. */
	readonly leave: () => void;
	/** Tells the other side of an error that escaped here. */
	readonly tellFall: (error: unknown) => void;
	/** The other side is gone: everything that is waited for fails. */
	readonly fail: (error: unknown) => void;
};

const doneWith = (ends: ReadonlyArray<() => void>): void => {
	for (const end of ends) {
		end();
	}
};

/** Calls the other side; `send` gathers in `ends` what is to be done once it has answered. */
const caller = ({begin, settle, failure}: Pick<Calls, 'begin' | 'settle' | 'failure'>, send: (id: number, order: Parameters<CallThere>, ends: Array<() => void>) => void): CallThere =>
	async (...order) => new Promise((resolve, reject) => {
		const failed = failure();
		if (failed) {
			reject(failed.error as Error);
			return;
		}

		const ends: Array<() => void> = [];
		const id = begin({resolve, reject, end: () => doneWith(ends)});
		try {
			send(id, order, ends);
		} catch (error) {
			settle(id, waiting => waiting.reject(error));
		}
	});

/**
One end of a line: what is `offered` here can be called from there, and the other way around. Arguments and results are copied; functions, signals,
errors, and objects that have functions stand on the other side for what they are here. A thing that was sent as an argument is forgotten when that
call is done, one that was a result when its `close` is. `onFall` hears of errors that escaped over there.
*/
export const peer = <Offered>(port: MessagePort | Worker, offered: object, onFall?: (error: Error) => void): Peer<Offered> => {
	const own: Own = new Map([[rootThing, offered as Callable]]);
	const signals = new Map<number, AbortController>();
	const {begin, settle, settled, failure, failAll} = calls();
	const send = (message: Message): void => {
		port.postMessage(message);
	};

	const describe = describing(own, send);
	const call = caller({begin, settle, failure}, (id, order, ends) => {
		const [object, method, args] = order;
		send({kind: 'call', call: id, object, method, args: packed(args, describe(ends, false))});
	});
	const make = making(own, signals, call);
	const answer = async ({call: id, object, method, args}: Extract<Message, {kind: 'call'}>): Promise<void> => {
		const ends: Array<() => void> = [];
		try {
			const thing = own.get(object);
			if (thing?.[method] === undefined) {
				throw new CancelledError('it was closed meanwhile');
			}

			const result = await thing[method](...unpacked(args, make(ends, [])));
			// What is in a result may be asked until it is closed.
			send({kind: 'done', call: id, result: packed([result], describe([], true))});
			if (method === last && object !== rootThing) {
				own.delete(object);
			}
		} catch (error) {
			send({kind: 'failed', call: id, error: sentError(error)});
		} finally {
			doneWith(ends);
		}
	};

	const receive = async ({call: id, result}: Extract<Message, {kind: 'done'}>): Promise<void> => {
		const unfilled: Unfilled[] = [];
		const [value] = unpacked(result, make([], unfilled));
		try {
			await fillLists(unfilled, call);
			settle(id, ({resolve}) => resolve(value));
		} catch (error) {
			settle(id, ({reject}) => reject(error));
		}
	};

	const handlers: {readonly [Kind in Message['kind']]: (message: Extract<Message, {readonly kind: Kind}>) => void} = {
		call: message => void answer(message),
		done: message => void receive(message),
		failed: ({call: id, error}) => settle(id, ({reject}) => reject(receivedError(error))),
		abort: ({signal, reason}) => signals.get(signal)?.abort(reason && receivedError(reason)),
		fell: ({error}) => onFall?.(receivedError(error)),
		end() {
			if ('close' in port) {
				port.close();
			}
		},
	};
	port.on('message', (message: Message) => {
		(handlers[message.kind] as (message: Message) => void)(message);
	});
	const remote = new Proxy({}, {get: (_target, method: string) => async (...args: readonly unknown[]) => call(rootThing, method, args)}) as Remote<Offered>;
	return {remote, settled, kept: () => own.size, leave: () => send({kind: 'end'}), tellFall: error => send({kind: 'fell', error: sentError(error)}), fail: failAll};
};
