import {faultOf, type JournalLine} from './journal-line.ts';

/** A journal as it was found. */
export type ReadJournal = {
	/** The lines that hold, in order. */
	readonly lines: readonly JournalLine[];
	/** Bytes of the file up to the end of the last line that holds. */
	readonly bytes: number;
	/** What stands behind the last whole line: an append that a power cut tore. */
	readonly torn?: Uint8Array;
	/** A whole line that does not hold: from there on nothing is believed. */
	readonly broken?: {readonly seq: number; readonly why: string};
};

const members = new Set(['v', 'seq', 'at', 'by', 'act', 'salt', 'payloadHash', 'previous', 'hash', 'payload']);

/** A member under another name would be believed by nobody and hashed by nothing. */
const hasOnly = (value: object, names: ReadonlySet<string>): boolean => Object.keys(value).every(name => names.has(name));

const isLine = (value: unknown): value is JournalLine => {
	if (typeof value !== 'object' || value === null) {
		return false;
	}

	const line = value as Partial<Record<keyof JournalLine, unknown>>;
	return hasOnly(value, members) && typeof line.v === 'number' && typeof line.seq === 'number' && typeof line.by === 'object' && line.by !== null && hasOnly(line.by, new Set(['name', 'id']))
		&& [line.at, line.act, line.salt, line.payloadHash, line.previous, line.hash].every(text => typeof text === 'string');
};

const parsed = (text: string): JournalLine | undefined => {
	try {
		const value: unknown = JSON.parse(text);
		return isLine(value) ? value : undefined;
	} catch {
		return undefined;
	}
};

const decoder = new TextDecoder('utf-8', {fatal: true});

const textOf = (bytes: Uint8Array): string | undefined => {
	try {
		return decoder.decode(bytes);
	} catch {
		return undefined;
	}
};

const newline = 10;

/**
Reads a journal and checks its chain. Bytes behind the last newline are an append that was torn, and so is a last line that is no JSON: both are
set apart, and the case is as it was before. Any other fault is damage.
*/
export const readJournal = (bytes: Uint8Array): ReadJournal => {
	const lines: JournalLine[] = [];
	let at = 0;
	for (;;) {
		const end = bytes.indexOf(newline, at);
		if (end === -1) {
			return {lines, bytes: at, ...(at < bytes.length ? {torn: bytes.slice(at)} : {})};
		}

		const text = textOf(bytes.subarray(at, end));
		const line = text === undefined ? undefined : parsed(text);
		if (!line && end === bytes.length - 1) {
			return {lines, bytes: at, torn: bytes.slice(at)};
		}

		const why = line ? faultOf(line, lines.at(-1)) : 'is not a line of a journal';
		if (!line || why !== undefined) {
			return {lines, bytes: at, broken: {seq: lines.length + 1, why: why!}};
		}

		lines.push(line);
		at = end + 1;
	}
};
