import type {Key} from './key.ts';
import {createKeyParser, type KeyParser} from './key-parser.ts';

/** What of stdin the feed needs: `process.stdin`, or a stream in a test. */
export type KeySource = {
	on(event: 'data', listener: (chunk: Uint8Array | string) => void): unknown;
	on(event: string, listener: () => void): unknown;
	off(event: 'data', listener: (chunk: Uint8Array | string) => void): unknown;
	off(event: string, listener: () => void): unknown;
	resume(): unknown;
	pause(): unknown;
};

/** Milliseconds to wait for the rest. A sequence comes in one piece even over slow links; only a lone Escape is worth guessing early. */
const patience: Readonly<Record<KeyParser['pending'], number>> = {nothing: 0, escape: 25, sequence: 500, paste: 2000};

export type KeyFeedOptions = {
	readonly source: KeySource;
	/** Called once a key, in the order they were pressed. */
	readonly onKey: (key: Key) => void;
	/** The terminal has gone: no key will come any more. Called at most once. */
	readonly onEnd?: () => void;
};

/** Reads keys from a terminal that is in raw mode. Returns how to stop; then the source is paused and nothing keeps Node alive. */
export const feedKeys = ({source, onKey, onEnd}: KeyFeedOptions): (() => void) => {
	const parser = createKeyParser();
	let timer: NodeJS.Timeout | undefined;
	const hand = (keys: readonly Key[]): void => {
		for (const key of keys) {
			onKey(key);
		}
	};

	const onData = (chunk: Uint8Array | string): void => {
		clearTimeout(timer);
		hand(parser.push(chunk));
		if (parser.pending !== 'nothing') {
			timer = setTimeout(() => {
				hand(parser.flush());
			}, patience[parser.pending]);
		}
	};

	const stop = (): void => {
		clearTimeout(timer);
		source.off('data', onData);
		for (const event of ['end', 'close', 'error']) {
			source.off(event, onGone);
		}

		source.pause();
	};

	const onGone = (): void => {
		stop();
		hand(parser.flush());
		onEnd?.();
	};

	source.on('data', onData);
	source.on('end', onGone);
	source.on('close', onGone);
	source.on('error', onGone);
	source.resume();
	return stop;
};
