import {statSync} from 'node:fs';
import {ExpectedError} from '../errors.ts';
import {containerOf, openBytes, readHead, smallFile, type Container, type SmallFile} from './byte-source.ts';
import {decodeChunks, encodingOf, type EncodingGuess} from './encoding.ts';
import {JsonSplitter} from './json-splitter.ts';
import {NoLogError} from './no-log.ts';
import {LineSplitter} from './line-splitter.ts';
import type {FilePart} from './file-part.ts';
import type {Splitter, SplitterStart, Visitor} from './splitter.ts';
import {structureOf, type Structure} from './structure.ts';
import {TableSplitter} from './table-splitter.ts';
import {TextSplitter} from './text-splitter.ts';

/** A file that was looked at and can be read: nothing of it has been interpreted yet. */
export type PreparedFile = {
	/** As given or found. */
	readonly path: string;
	/** Where the bytes are: the path itself, or the private copy of standard input. */
	readonly location: string;
	/** Of the file as stored. */
	readonly bytes: number;
	/** To notice a change while it is read. */
	readonly modified: number;
	readonly container: Container;
	readonly encoding: EncodingGuess;
	readonly structure: Structure;
	/** The first decoded bytes, whole characters; without a byte order mark. */
	readonly head: Buffer;
	readonly headIsWhole: boolean;
	/** Of a small file all bytes as stored: it is read once, for to open thousands of files again takes longer than what is done with them. */
	readonly content?: Buffer;
	/** Of Parquet, whose bytes hold no text: its first records as JSON. */
	readonly firstRows?: readonly string[];
	/** Why bytes behind its end are missing: it is a member of a damaged archive. */
	readonly torn?: string;
	/** Of a file that mixes formats, whose records these are; all when absent. */
	readonly part?: FilePart;
};

const headLength = 1 << 19;

const advice: Partial<Record<Container, readonly [string, string]>> = {
	zip: ['it is an archive', 'Unpack it and give the result.'],
	xlsx: ['it is a spreadsheet', 'Save the sheet as CSV and give the result.'],
	xz: ['xz files are not read', 'Unpack it with `xz -dk` and give the result.'],
	tar: ['it is a tar archive', 'Unpack it with `tar -xf` and give the result.'],
	'7z': ['7z archives are not read', 'Unpack it and give the result.'],
	sqlite: ['it is a SQLite database', 'Export its table as CSV with `sqlite3 -header -csv FILE "select * from …"`.'],
	duckdb: ['it is a DuckDB database', 'Export its table with `copy … to \'export.csv\'`.'],
	pdf: ['it is a PDF document', 'Ask for the export as CSV or JSON.'],
	age: ['it is encrypted with age', 'Decrypt it with `age -d` first.'],
};

const sizeOf = (location: string): {readonly size: number; readonly modified: number} => {
	const {size, mtimeMs} = statSync(location);
	return {size, modified: mtimeMs};
};

/** Looks at a file: container, encoding, structure. Throws an ExpectedError that names it and says what to do. `small` is what was read of it just now. */
export const prepareFile = async (path: string, location = path, torn?: string, small?: SmallFile): Promise<PreparedFile> => {
	try {
		// Of thousands of small files, opening each once more takes longer than what is done with it.
		const read = small ?? smallFile(location);
		const {size, modified} = read ?? sizeOf(location);
		const bytes = read?.bytes;
		const container = containerOf(bytes?.subarray(0, 512) ?? await readHead(location, 512));
		refuse(path, container);
		const file = {path, location, bytes: size, modified, container, ...(torn === undefined ? {} : {torn}), ...(bytes ? {content: bytes} : {})};
		if (container === 'parquet') {
			return {...file, encoding: {encoding: 'utf-8', mark: 0, assumed: false}, structure: {kind: 'parquet'}, head: Buffer.alloc(0), headIsWhole: false};
		}

		const raw = bytes && container === 'plain' ? {bytes, whole: true, torn: undefined} : await rawHead(location, container);
		if (container !== 'plain') {
			refuseTwice(path, containerOf(raw.bytes));
		}

		const encoding = encodingOf(raw.bytes);
		const head = raw.whole && encoding.encoding === 'utf-8' ? raw.bytes.subarray(encoding.mark) : await decodeHead(raw.bytes, encoding, raw.whole);
		if (looksBinary(encoding.encoding.startsWith('utf-16') ? head : raw.bytes)) {
			throw new NoLogError('it is a binary file, not a log', {where: path, next: 'Give an export as CSV, TSV, JSON, NDJSON or Parquet.'});
		}

		refuseMarkup(path, head);
		const structure = structureOf(head, raw.whole);
		refuseOldLineEnds(path, structure, head);
		const tear = raw.torn ?? torn;
		if (tear !== undefined && !holdsRecord(structure, head)) {
			throw new ExpectedError(`${tear}: not one whole line of it can be read`, {where: path, next: 'Copy it from its origin again.'});
		}

		return {...file, encoding, structure, head, headIsWhole: raw.whole};
	} catch (error) {
		throw readError(error, path);
	}
};

/** Lines that end in carriage returns alone, as on computers of the last century, are one line to whoever reads tables. */
const refuseOldLineEnds = (path: string, structure: Structure, head: Buffer): void => {
	if (!head.includes('\n') && ((structure.kind === 'table' && structure.header.some(name => name.includes('\r'))) || (structure.kind === 'text' && head.includes('\r') && isTableOf(head)))) {
		throw new ExpectedError('its lines end in carriage returns alone', {where: path, next: `Convert it and give the result: tr '\\r' '\\n' < EXPORT > CONVERTED.`});
	}
};

/** Whether it would be a table if its lines ended as they do today; lines of text are read as they are. */
const isTableOf = (head: Buffer): boolean => structureOf(Buffer.from(head.toString('latin1').replaceAll('\r', '\n'), 'latin1'), false).kind === 'table';

/** XML has no records that can be told without its schema; a page of HTML is what a server gave in the place of an export. */
const refuseMarkup = (path: string, head: Buffer): void => {
	const start = head.toString('utf8', 0, 4096).trimStart();
	if (/^<(?:!doctype\s+html|html)\b/i.test(start)) {
		throw new NoLogError('it is a web page', {where: path, next: 'Export it again, logged in, and give the file that you get.'});
	}

	if (/^<\?xml\b/.test(start) || /^<(?:AuditEvent|Bundle)\b[^>]*hl7\.org\/fhir/.test(start)) {
		const isHealth = start.includes('hl7.org/fhir');
		throw new NoLogError(isHealth ? 'it is FHIR in XML, of which only JSON is read' : 'it is XML, which is not read', {where: path, next: isHealth ? 'Ask the server for JSON: with _format=json, or the header Accept: application/fhir+json.' : 'Ask for the export as JSON or CSV.'});
	}
};

const refuse = (path: string, container: Container): void => {
	const refused = advice[container];
	if (refused) {
		throw new NoLogError(refused[0], {where: path, next: refused[1]});
	}
};

/** What comes out of a packed file must be text. */
const refuseTwice = (path: string, inner: Container): void => {
	refuse(path, inner);
	if (inner === 'gzip' || inner === 'bzip2' || inner === 'zstd' || inner === 'parquet') {
		throw new ExpectedError(inner === 'parquet' ? 'it is Parquet in a packed file' : 'it is packed twice', {where: path, next: 'Unpack it once and give the result.'});
	}
};

/** Whether something of a torn file can be told: a whole line, or a record on a line that has no end. */
const holdsRecord = (structure: Structure, head: Buffer): boolean => {
	const splitter = splitterFor(structure, {wants: () => false, visit() {/* counted is enough */}});
	splitter?.push(head, 0, false);
	return head.includes(10) || (splitter?.records ?? 0) > 0;
};

/** Turns a file system error into words. */
export const readError = (error: unknown, path: string): unknown => {
	const code = (error as NodeJS.ErrnoException).code ?? '';
	const words: Record<string, readonly [string, string]> = {
		ENOENT: ['no such file', 'Check the path.'],
		EACCES: ['it may not be read', 'Check the permissions of the file and of the folders above it.'],
		EPERM: ['it may not be read', 'Check the permissions of the file.'],
		ELOOP: ['it is a link that leads back to itself', 'Give the file itself.'],
		ENOTDIR: ['no such file', 'Check the path: a part of it is a file.'],
		ENAMETOOLONG: ['no such file: its name is longer than names can be', 'Check the path.'],
		EISDIR: ['it is a folder', 'Give the files in it.'],
		ENOSPC: ['there is no room to unpack it', 'Set TMPDIR to a folder on a larger disk.'],
		EIO: ['the disk could not read it', 'Copy it from its origin again.'],
	};
	const known = words[code];
	return known ? new ExpectedError(known[0], {where: path, next: known[1], cause: error}) : error;
};

const rawHead = async (location: string, container: Container): Promise<{readonly bytes: Buffer; readonly whole: boolean; readonly torn: string | undefined}> => {
	const parts: Buffer[] = [];
	let length = 0;
	const source = openBytes(location, container);
	for await (const chunk of source.chunks) {
		parts.push(chunk);
		length += chunk.length;
		if (length > headLength) {
			return {bytes: Buffer.concat(parts).subarray(0, headLength), whole: false, torn: undefined};
		}
	}

	return {bytes: Buffer.concat(parts), whole: true, torn: source.torn()};
};

const decodeHead = async (bytes: Buffer, encoding: EncodingGuess, whole: boolean): Promise<Buffer> => {
	const parts: Buffer[] = [];
	for await (const chunk of decodeChunks(once(bytes), encoding)) {
		parts.push(chunk);
	}

	const head = Buffer.concat(parts);
	// A cut inside a UTF-16 unit decodes to a replacement character; the line it stands in is not looked at.
	return whole ? head : head.subarray(0, head.includes(10) ? head.lastIndexOf(10) + 1 : head.length);
};

const once = async function * (bytes: Buffer): AsyncGenerator<Buffer> {
	yield bytes;
};

/** Control characters in number are a sign of a program or a picture: random bytes hold 10 % of them. A few NULs in a log are not. */
const looksBinary = (head: Buffer): boolean => {
	const length = Math.min(head.length, 8192);
	let controls = 0;
	for (let at = 0; at < length; at++) {
		const byte = head[at]!;
		controls += byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 27 ? 1 : 0;
	}

	return controls > length * 0.04;
};

/** The splitter that cuts this file into records; undefined for a structure that has none of its own (Parquet, plain text, nothing). */
export const splitterFor = (structure: Structure, visitor: Visitor, start: SplitterStart = {records: 0}): Splitter | undefined => {
	switch (structure.kind) {
		case 'table': {
			return new TableSplitter(structure.shape, visitor, start);
		}

		case 'lines': {
			return new LineSplitter(structure.lineEnd, visitor, start);
		}

		case 'json': {
			return new JsonSplitter(structure.shape, visitor, start);
		}

		case 'text': {
			return structure.shape && new TextSplitter({...structure, shape: structure.shape}, visitor, start);
		}

		default: {
			return undefined;
		}
	}
};
