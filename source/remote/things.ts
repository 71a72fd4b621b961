import type {Message, Special} from './message.ts';
import type {Describe} from './parcel.ts';
import {receivedError, sentError} from './sent-error.ts';

export type Callable = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** Calls a function of a thing of the other side. */
export type CallThere = (object: number, method: string, args: readonly unknown[]) => Promise<unknown>;

/** What both sides begin with has this number. */
export const rootThing = 0;

/** The name of a function that stands for itself alone. */
const itself = 'call';

/** Things that stand for those of other sides: the side, by its table, and the number there. */
const standIns = new WeakMap<object, {readonly of: object; readonly id: number}>();

/** The things of this side that the other one may call, by number. */
export type Own = Map<number, Callable>;

/** So many items of a list are copied at a time: with some tens of fields each they take about a millisecond. */
export const pieceLength = 500;

/** Gives a piece of a list. */
export const pieceOf = 'piece';

/** Whoever closes what was given to it needs it no more. */
export const last = 'close';

const inPieces = (list: readonly unknown[]): Callable => ({
	[pieceOf]: (from: unknown) => list.slice(from as number, from as number + pieceLength),
	[last]: () => undefined,
});

/** Describes what cannot be copied, for the other side; `ends` gathers what is to be done when it needs it no more. What is asked for with a call crosses at once, what is answered piece by piece. */
export const describing = (own: Own, send: (message: Message) => void) => {
	let next = rootThing + 1;
	let signals = 0;
	const thing = (value: object, methods: readonly string[], ends: Array<() => void>): ReturnType<Describe> => {
		const known = standIns.get(value);
		if (known?.of === own) {
			return {is: 'returned', id: known.id};
		}

		const id = next++;
		own.set(id, typeof value === 'function' ? {[itself]: value as Callable[string]} : value as Callable);
		ends.push(() => own.delete(id));
		return typeof value === 'function' ? {is: 'function', id} : {is: 'object', id, methods};
	};

	const signal = (value: AbortSignal, ends: Array<() => void>): ReturnType<Describe> => {
		const id = signals++;
		const tell = (): void => send({kind: 'abort', signal: id, reason: sentError(value.reason)});
		value.addEventListener('abort', tell);
		ends.push(() => value.removeEventListener('abort', tell));
		return {is: 'signal', id, aborted: value.aborted};
	};

	return (ends: Array<() => void>, isAnswer: boolean): Describe => (value, methods) => {
		if (isAnswer && Array.isArray(value) && value.length > pieceLength) {
			const id = next++;
			own.set(id, inPieces(value));
			return {is: 'list', id, length: value.length};
		}

		if (typeof value === 'function' || methods.length > 0) {
			return thing(value as object, methods, ends);
		}

		if (value instanceof AbortSignal) {
			return signal(value, ends);
		}

		return value instanceof Error ? {is: 'error', error: sentError(value)} : undefined;
	};
};

/** A list of the other side, to be filled from there. */
export type Unfilled = {readonly id: number; readonly length: number; readonly items: unknown[]};

/** Makes what stands here for what was described there; `ends` as above. Lists are still empty. */
export const making = (own: Own, signals: Map<number, AbortController>, call: CallThere) => {
	const standIn = <Thing extends object>(thing: Thing, id: number): Thing => {
		standIns.set(thing, {of: own, id});
		return thing;
	};

	const signal = ({id, aborted}: Extract<Special, {is: 'signal'}>, ends: Array<() => void>): AbortSignal => {
		const controller = new AbortController();
		if (aborted) {
			controller.abort();
		}

		signals.set(id, controller);
		ends.push(() => signals.delete(id));
		return controller.signal;
	};

	const returned = (id: number): unknown => {
		const thing = own.get(id);
		return thing && Object.keys(thing).length === 1 && itself in thing ? thing[itself] : thing;
	};

	return (ends: Array<() => void>, unfilled: Unfilled[]) => (special: Special, copy: unknown): unknown => {
		switch (special.is) {
			case 'object': {
				return standIn({...copy as object, ...Object.fromEntries(special.methods.map(method => [method, async (...args: readonly unknown[]) => call(special.id, method, args)]))}, special.id);
			}

			case 'function': {
				return standIn(async (...args: readonly unknown[]) => call(special.id, itself, args), special.id);
			}

			case 'returned': {
				return returned(special.id);
			}

			case 'list': {
				const items: unknown[] = [];
				unfilled.push({id: special.id, length: special.length, items});
				return items;
			}

			case 'signal': {
				return signal(special, ends);
			}

			case 'error': {
				return receivedError(special.error);
			}
		}
	};
};
