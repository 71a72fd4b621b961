import {readCells} from './delimiter-style.ts';
import {splitterFor, type PreparedFile} from './prepared-file.ts';
import {asLine} from './text-shape.ts';

/** The first records of a file, from its head: cells, parsed JSON objects, or lines of text, of which `directives` are no records. */
export type FirstRecords =
	| {readonly kind: 'table'; readonly header: readonly string[]; readonly rows: ReadonlyArray<readonly string[]>}
	| {readonly kind: 'json'; readonly rows: ReadonlyArray<Readonly<Record<string, unknown>>>}
	| {readonly kind: 'text'; readonly rows: readonly string[]; readonly directives: readonly string[]};

/** Reads up to `limit` whole records of the head; undefined where the structure has none. */
export const firstRecords = (file: PreparedFile, limit: number): FirstRecords | undefined => {
	const found: string[] = [];
	const passed: string[] = [];
	const splitter = splitterFor(file.structure, {
		wants: () => found.length < limit,
		visit(piece) {
			if (piece.kind === 'passed' && found.length < limit) {
				passed.push(piece.bytes.toString('utf8'));
			}

			if (piece.kind !== 'passed' && piece.kind !== 'rejected' && found.length < limit) {
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
		const value = isDeep(text) ? undefined : parseObject(text);
		return value ? [value] : [];
	})};
};

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

/** The object a JSON text stands for, or undefined. */
export const parseObject = (text: string): Readonly<Record<string, unknown>> | undefined => {
	try {
		const value: unknown = JSON.parse(withExactNumbers(text));
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Readonly<Record<string, unknown>> : undefined;
	} catch {
		return undefined;
	}
};

/** Ids of 17 digits and more are no safe numbers here: as texts they keep their digits, as they do for the engine. */
const withExactNumbers = (text: string): string =>
	/\d{16}/.test(text) ? text.replaceAll(/"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|-?\d[\d.eE+-]*/g, token => /^-?[1-9]\d{15,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token) : text;
