import {readCells} from './delimiter-style.ts';
import {isOwn} from './file-part.ts';
import {splitterFor, type PreparedFile} from './prepared-file.ts';
import {asLine} from './text-shape.ts';

/** The first records of a file, from its head: cells, parsed JSON objects, or lines of text, of which `directives` are no records. */
export type FirstRecords =
	| {readonly kind: 'table'; readonly header: readonly string[]; readonly rows: ReadonlyArray<readonly string[]>}
	| {readonly kind: 'json'; readonly rows: ReadonlyArray<Readonly<Record<string, unknown>>>}
	| {readonly kind: 'text'; readonly rows: readonly string[]; readonly directives: readonly string[]};

/** Reads up to `limit` whole records of the head; undefined where the structure has none. */
export const firstRecords = (file: PreparedFile, limit: number): FirstRecords | undefined => {
	const parsed = wholeRows(file, limit);
	if (parsed) {
		return {kind: 'json', rows: parsed};
	}

	const found: string[] = [];
	const passed: string[] = [];
	const splitter = splitterFor(file.structure, {
		wants: () => found.length < limit,
		visit(piece) {
			if (piece.kind === 'passed' && found.length < limit) {
				passed.push(piece.bytes.toString('utf8'));
			}

			if (piece.kind !== 'passed' && piece.kind !== 'rejected' && found.length < limit && isOwn(file.part, piece.record)) {
				found.push(piece.bytes.toString('utf8'));
			}
		},
	});
	if (!splitter) {
		return undefined;
	}

	splitter.push(file.head, 0, file.headIsWhole);
	if (file.structure.kind === 'table') {
		const {header, shape: {style}} = file.structure;
		return {kind: 'table', header, rows: found.flatMap(text => {
			const cells = readCells(text, style);
			return cells ? [cells.slice(0, header.length)] : [];
		})};
	}

	if (file.structure.kind === 'text') {
		return {kind: 'text', rows: found.map(text => asLine(text)), directives: passed.flatMap(text => text.split(/\r?\n/)).filter(line => line.startsWith('#'))};
	}

	return {kind: 'json', rows: found.flatMap(text => {
		const value = shallowObject(text);
		return value ? [value] : [];
	})};
};

/** The same records of a small document that is sound, parsed in one go: thousands of files have a few records each. Where anything is odd, they are cut out one by one. */
const wholeRows = ({structure, head, headIsWhole, part}: PreparedFile, limit: number): FirstRows | undefined => {
	if (part || structure.kind !== 'json' || structure.shape.kind === 'values' || !headIsWhole) {
		return undefined;
	}

	if (!isPlain(head)) {
		return undefined;
	}

	try {
		const document = JSON.parse(head.toString('utf8')) as Readonly<Record<string, unknown>>;
		const rows: unknown = structure.shape.kind === 'key' ? document[structure.shape.key] : document;
		return Array.isArray(rows) ? rows.slice(0, limit).filter(row => typeof row === 'object' && row !== null && !Array.isArray(row)) as FirstRows : undefined;
	} catch {
		return undefined;
	}
};

/** Neither deep nor with a number of so many digits that it would lose some, as far as a look at its bytes tells. */
const isPlain = (bytes: Buffer): boolean => !hasLongNumber(bytes) && countUpTo(bytes, 0x7B, deepest) + countUpTo(bytes, 0x5B, deepest) <= deepest;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** So many digits in a row may be more than a number keeps here. */
const manyInRow = 16;

/** Of so many bytes in a row one is looked at, for one of a long number is among them; what stands beside it only when that is a digit. */
const hasLongNumber = (bytes: Buffer): boolean => {
	for (let at = manyInRow - 1; at < bytes.length; at += manyInRow) {
		if (isDigit(bytes[at])) {
			let [first, last] = [at, at];
			while (isDigit(bytes[first - 1])) {
				first--;
			}

			while (isDigit(bytes[last + 1])) {
				last++;
			}

			if (last - first + 1 >= manyInRow) {
				return true;
			}
		}
	}

	return false;
};

const countUpTo = (bytes: Buffer, wanted: number, most: number): number => {
	let count = 0;
	for (let at = bytes.indexOf(wanted); at !== -1 && count <= most; at = bytes.indexOf(wanted, at + 1)) {
		count++;
	}

	return count;
};

type FirstRows = ReadonlyArray<Readonly<Record<string, unknown>>>;

/** No log nests as deep; a record made to exhaust the stack of who writes it again tells nothing about its file. */
const deepest = 500;

const isDeep = (text: string): boolean => {
	if (!mayBeDeep(text)) {
		return false;
	}

	let depth = 0;
	for (const bracket of text.replaceAll(/"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|[^[\]{}"]+/g, '')) {
		depth += bracket === '{' || bracket === '[' ? 1 : -1;
		if (depth > deepest) {
			return true;
		}
	}

	return false;
};

/** Nearly no record has as many brackets, in its texts or outside of them: counting them is quick. */
const mayBeDeep = (text: string): boolean => {
	let brackets = 0;
	for (let at = 0; at < text.length && brackets <= deepest; at++) {
		const code = text.charCodeAt(at);
		brackets += code === 0x7B || code === 0x5B ? 1 : 0;
	}

	return brackets > deepest;
};

/** The object a JSON text stands for; undefined where it is none, or nests as deep as no log does. */
export const shallowObject = (text: string): Readonly<Record<string, unknown>> | undefined => isDeep(text) ? undefined : parseObject(text);

/** The object a JSON text stands for, or undefined. */
export const parseObject = (text: string): Readonly<Record<string, unknown>> | undefined => {
	// Formats ask it of every text that might be one, and to be told by an error takes longer than all they ask else.
	if (!/^[ \t\r\n]*\{/.test(text)) {
		return undefined;
	}

	try {
		const value: unknown = JSON.parse(withExactNumbers(text));
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Readonly<Record<string, unknown>> : undefined;
	} catch {
		return undefined;
	}
};

const manyDigits = /\d{16}/;

/** Ids of 17 digits and more are no safe numbers here: as texts they keep their digits, as they do for the engine. */
const withExactNumbers = (text: string): string =>
	manyDigits.test(text) ? text.replaceAll(/"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|-?\d[\d.eE+-]*/g, token => /^-?[1-9]\d{15,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token) : text;
