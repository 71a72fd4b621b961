import {stat} from 'node:fs/promises';
import {ExpectedError} from '../../errors.ts';
import {containerOf, type Container} from '../../files/byte-source.ts';
import {decodeChunks, encodingOf} from '../../files/encoding.ts';

const whatToGive = 'Give a text file: customer ids or e-mail addresses, one a line or in a column of a table.';

export const refuseList = (path: string, message: string, next = whatToGive): ExpectedError => new ExpectedError(message, {where: path, next});

/** More is no list of people who reported something, and no text that can be held at once. */
const mostBytes = 256 * 1024 * 1024;

const compressed = (how: string): readonly [string, string] => [`the list is no text: it is compressed (${how})`, 'Unpack it and give the text that is in it.'];

const containers: Partial<Record<Container, readonly [string, string]>> = {
	'gzip': compressed('gzip'), 'bzip2': compressed('bzip2'), 'zstd': compressed('zstd'), 'xz': compressed('xz'),
	'zip': ['the list is no text: it is a zip archive, such as a spreadsheet; save it as CSV', whatToGive],
	'7z': ['the list is no text: it is a 7z archive', 'Unpack it and give the text that is in it.'],
	'tar': ['the list is no text: it is a tar archive', 'Unpack it and give the text that is in it.'],
	'pdf': ['the list is no text: it is a PDF document', whatToGive],
	'sqlite': ['the list is no text: it is a SQLite database', 'Export the column of its table as CSV.'],
	'duckdb': ['the list is no text: it is a DuckDB database', 'Export the column of its table as CSV.'],
	'parquet': ['the list is no text: it is a Parquet file', 'Export its column as CSV.'],
	'age': ['the list is encrypted with age', 'Decrypt it with `age -d` first.'],
};

/** What the list is called in a sentence, and the option that names it. */
export type Called = {readonly list: string; readonly option: string};

export const leakedList: Called = {list: 'the list of leaked customers', option: '--leaked'};

const codes: Readonly<Record<string, readonly [string, string?]>> = {
	ENOENT: ['there is no such file'],
	ENOTDIR: ['there is no such file'],
	ELOOP: ['it is a link that leads to itself'],
	EACCES: ['it may not be read', 'Check the permissions of the file and of the folders above it.'],
	EPERM: ['it may not be read', 'Check the permissions of the file.'],
	EIO: ['the disk could not read it', 'Copy it from its origin again.'],
};

/** Why the system does not give it, in words. */
export const unreadableList = (path: string, error: unknown, {list, option} = leakedList): ExpectedError => {
	const code = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
	const [why, next = `Check the path of ${option}.`] = codes[code] ?? [''];
	return new ExpectedError(`${list} cannot be read${why === '' ? '' : `: ${why}`} (${code})`, {where: path, next, cause: error});
};

/** Refuses what has no end or no text before anything is read of it: reading a pipe waits for whoever writes it, for ever where nobody does. */
export const refuseNoFile = async (path: string, called = leakedList): Promise<void> => {
	const status = await stat(path).catch((error: unknown) => {
		throw unreadableList(path, error, called);
	});
	if (status.isDirectory()) {
		throw refuseList(path, `${called.list} is a folder`, `Give the file in it; several lists are several ${called.option}.`);
	}

	if (!status.isFile()) {
		throw refuseList(path, `${called.list} is a device or a pipe, not a file`, 'Save it in a file and give that: a list is hashed, and a case keeps a copy of it.');
	}

	if (status.size > mostBytes) {
		throw refuseList(path, 'the list is larger than 256 MB', 'Give the column of ids or e-mail addresses alone.');
	}
};

/** Characters that are looked at together: what is no text among pages of text is found, too. */
const stretch = 1024;
/** A few are no sign of a program or a picture: an entry may hold whatever somebody wrote to deceive. */
const mostControls = 16;

/** Escape is not counted: escapes in an entry are there to deceive, and are shown. */
const isControl = (code: number): boolean => code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 27;

/** The line on which something begins that is no text; undefined of a text. */
const lineOfBinary = (text: string): number | undefined => {
	for (let from = 0; from < text.length; from += stretch) {
		let controls = 0;
		for (let at = from; at < Math.min(from + stretch, text.length); at++) {
			controls += isControl(text.charCodeAt(at)) ? 1 : 0;
		}

		if (controls > mostControls) {
			return text.slice(0, from).split('\n').length;
		}
	}

	return undefined;
};

const isJson = (text: string): boolean => {
	const [first = ''] = text.split('\n', 1);
	return [text, first].some(each => {
		try {
			return /^\s*[[{]/.test(each) && typeof JSON.parse(each) === 'object';
		} catch {
			return false;
		}
	});
};

export type ListText = {readonly text: string; /** Nothing proves how it is written: it was read as Windows-1252. */ readonly assumed: boolean};

/** The text of a list; bytes that are none are refused in words. */
export const textOfList = async (path: string, bytes: Buffer): Promise<ListText> => {
	const refused = containers[containerOf(bytes.subarray(0, 512))];
	if (refused) {
		throw refuseList(path, ...refused);
	}

	const encoding = encodingOf(bytes);
	const parts: Buffer[] = [];
	for await (const part of decodeChunks((async function * () {
		yield bytes;
	})(), encoding)) {
		parts.push(part);
	}

	const text = Buffer.concat(parts).toString('utf8');
	const line = lineOfBinary(text);
	if (line !== undefined) {
		throw refuseList(path, line === 1 ? 'the list is no text' : `the list is no text from about line ${line} on`);
	}

	if (/^\s*<(?:!doctype\s+html|html|\?xml)\b/i.test(text)) {
		throw refuseList(path, 'the list is a web page or XML');
	}

	if (isJson(text)) {
		throw refuseList(path, 'the list is JSON', 'Give customer ids or e-mail addresses as text, one a line; jq -r writes them so.');
	}

	return {text, assumed: encoding.assumed};
};
