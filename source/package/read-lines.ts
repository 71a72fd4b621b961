import {createReadStream} from 'node:fs';
import {throwIfCancelled} from './hashed-file.ts';

/** A line without its end; `text` is absent when it is too long or not UTF-8, and `problem` says so. Line 1 is the first. */
export type Line = {readonly number: number; readonly text?: string; readonly problem?: string};

/** Longer lines are named and not kept in memory. Bytes. */
const longestLine = 134_217_728;

const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

const toLine = (number: number, parts: readonly Uint8Array[], bytes: number): Line => {
	if (bytes > longestLine) {
		return {number, problem: 'is too long'};
	}

	try {
		return {number, text: decoder.decode(Buffer.concat(parts))};
	} catch {
		return {number, problem: 'is not UTF-8'};
	}
};

/** The lines of a file, whatever it holds, one at a time. A last line needs no end. */
export async function * readLines(path: string, signal?: AbortSignal): AsyncGenerator<Line> {
	let parts: Uint8Array[] = [];
	let bytes = 0;
	let number = 1;
	const take = (part: Uint8Array): void => {
		bytes += part.length;
		parts = bytes > longestLine ? [] : [...parts, part];
	};

	for await (const block of createReadStream(path, {highWaterMark: 1_048_576})) {
		throwIfCancelled(signal);
		let rest = block as Buffer;
		for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
			take(rest.subarray(0, end));
			yield toLine(number, parts, bytes);
			parts = [];
			bytes = 0;
			number++;
			rest = rest.subarray(end + 1);
		}

		if (rest.length > 0) {
			take(rest);
		}
	}

	if (bytes > 0) {
		yield toLine(number, parts, bytes);
	}
}
