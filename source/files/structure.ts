import {delimiters, readCells, type DelimiterStyle} from './delimiter-style.ts';
import {emptyEnvelope} from './empty-envelope.ts';
import {headerlessTable} from './headerless-table.ts';
import type {JsonShape} from './json-splitter.ts';
import type {TableShape} from './table-shape.ts';
import type {TextShape} from './text-shape.ts';
import {TableSplitter} from './table-splitter.ts';

/** How a decoded file is built, told by its content. */
export type Structure =
	| {readonly kind: 'empty'}
	| {readonly kind: 'table'; readonly shape: TableShape; /** Header cells, made unique. */ readonly header: readonly string[]; /** Byte length of the header and its line end, when it is the first line. */ readonly headerSpan: number}
	| {readonly kind: 'lines'; readonly lineEnd: '\n' | '\r\n'}
	| {readonly kind: 'json'; readonly shape: JsonShape}
	| {readonly kind: 'parquet'}
	/** `shape` once a format has claimed it. */
	| {readonly kind: 'text'; readonly lineEnd: '\n' | '\r\n'; readonly shape?: TextShape};

/** The line end of the first line. */
export const lineEndOf = (head: Buffer): '\n' | '\r\n' => {
	const line = head.indexOf(10);
	return line > 0 && head[line - 1] === 13 ? '\r\n' : '\n';
};

/** Tells the structure from the first decoded bytes of a file, without a byte order mark. `whole` when nothing follows them. */
export const structureOf = (head: Buffer, whole: boolean): Structure => {
	const text = head.toString('utf8');
	const first = text.trimStart()[0];
	if (first === undefined) {
		return {kind: 'empty'};
	}

	if (first === '{' || (first === '[' && /^\s*\[\s*(?:[{["\]]|$)/.test(text))) {
		return jsonStructure(text, whole, lineEndOf(head));
	}

	const table = tableStructure(head, whole);
	const headerless = table ? undefined : headerlessTable(head, whole, lineEndOf(head));
	return table ?? (headerless ? {kind: 'table', ...headerless, headerSpan: 0} : {kind: 'text', lineEnd: lineEndOf(head)});
};

const parsed = (line: string): unknown => {
	try {
		return JSON.parse(line) as unknown;
	} catch {
		return undefined;
	}
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const jsonStructure = (text: string, whole: boolean, lineEnd: '\n' | '\r\n'): Structure => {
	const all = text.split(/\r?\n/);
	// The last line of a head may be cut.
	const lines = (whole || all.length === 1 ? all : all.slice(0, -1)).filter(line => line.trim() !== '').slice(0, 50);
	// One line is most often a whole document: it is parsed only where nothing else tells what it is.
	const objects = (): number => lines.filter(line => isObject(parsed(line))).length;
	if (lines.length > 1 && objects() >= lines.length / 2) {
		const key = envelopeKey(lines.map(line => parsed(line)));
		return key === undefined ? {kind: 'lines', lineEnd} : {kind: 'json', shape: {kind: 'key', key}};
	}

	if (text.trimStart().startsWith('[')) {
		return {kind: 'json', shape: {kind: 'array'}};
	}

	const key = arrayKey(text) ?? (whole ? emptyEnvelope(text, each => knownKeys.has(each)) : undefined);
	if (key !== undefined) {
		return {kind: 'json', shape: {kind: 'key', key}};
	}

	return lines.length === 1 && objects() === 1 ? {kind: 'lines', lineEnd} : {kind: 'json', shape: {kind: 'values'}};
};

/** Keys that exports are known to put their records under. */
const knownKeys = new Set(['Records', 'records', 'value', 'entry', 'items', 'audit_logs', 'events', 'Events', 'logEvents', 'data', 'results', 'logs', 'entries', 'rows']);

const timeKeys = ['time', 'timestamp', '@timestamp', 'TIMESTAMP', 'eventTime', 'event_time', 'published', 'recorded', 'created_at', 'createdAt', 'date_create', 'CreationTime', 'TimeGenerated', 'EventDate', 'QUERY_START_TIME'];
const actorKeys = ['actor', 'agent', 'user', 'userId', 'user_id', 'UserId', 'USER_ID', 'userIdentity', 'created_by', 'identity', 'protoPayload', 'employee', 'USER_NAME'];

/** Whether an object is one record by itself, and the arrays in it are parts of it: it says when and who, or is a resource of FHIR. */
const isRecord = (keys: ReadonlySet<string>): boolean =>
	keys.has('resourceType') || (timeKeys.some(key => keys.has(key)) && actorKeys.some(key => keys.has(key)));

/** The activities of Google Workspace hold the events that came of one act. */
const isAct = (key: string, keys: ReadonlySet<string>): boolean => key === 'events' && keys.has('actor') && keys.has('id');

/** The known key under which each of the objects on lines has its records, as where whole documents were put one behind the other. An object that says when and who is a record itself. */
const envelopeKey = (values: readonly unknown[]): string | undefined => {
	const objects = values.filter(value => isObject(value));
	const holdsRecords = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(each => isObject(each));
	const keys = new Set(objects.flatMap(object => Object.keys(object).filter(key => knownKeys.has(key) && holdsRecords(object[key]))));
	const [key] = keys;
	return keys.size === 1 && objects.every(({resourceType = 'Bundle', ...object}) => resourceType === 'Bundle' && Array.isArray(object[key!]) && !timeKeys.some(time => Object.hasOwn(object, time)) && !isAct(key!, new Set(Object.keys(object)))) ? key : undefined;
};

/** The key of the object at the top under which an array of objects stands: a known one, else the only one in sight. */
const arrayKey = (text: string): string | undefined => {
	const found: string[] = [];
	const keys = new Set<string>();
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text[at]!;
		if (character === '"') {
			const match = /"((?:[^"\\]|\\.)*)"/y;
			match.lastIndex = at;
			const word = match.exec(text);
			if (!word) {
				break;
			}

			at = match.lastIndex - 1;
			if (depth === 1 && /^\s*:/.test(text.slice(at + 1, at + 64))) {
				keys.add(word[1]!);
			}

			const opens = /\s*:\s*\[\s*(?=\{)/y;
			opens.lastIndex = match.lastIndex;
			if (depth === 1 && opens.test(text)) {
				found.push(word[1]!);
				// Nothing that follows can change what it is; what stands before does, of the events that came of one act.
				if (knownKeys.has(word[1]!) && word[1] !== 'events') {
					break;
				}
			}
		} else if (character === '{' || character === '[') {
			depth++;
		} else if (character === '}' || character === ']') {
			depth--;
			if (depth === 0) {
				break;
			}
		}
	}

	const known = found.find(key => knownKeys.has(key) && !isAct(key, keys));
	return known ?? (found.length === 1 && !isRecord(keys) && !knownKeys.has(found[0]!) ? found[0] : undefined);
};

/** How much of a head is looked at for each delimiter; a header of thousands of columns still leaves some records. */
const sampleLength = 1 << 17;

type Candidate = {readonly style: DelimiterStyle; readonly header: readonly string[]; readonly bytes: Buffer; readonly offset: number; readonly span: number; /** Lines passed over before it. */ readonly lines: number; readonly share: number; readonly explained: number};

/** A header that hardly any record fits is none, when there are records enough to tell. */
const isPlausible = ({share, explained}: Candidate): boolean => share >= 0.1 && explained > 0;

/** The first line weighs most: a few misshapen records must not make a header of a later one. Then the cells that are explained. */
const compareCandidates = (a: Candidate, b: Candidate): number =>
	Number(isPlausible(b)) - Number(isPlausible(a)) || a.lines - b.lines || b.explained - a.explained || b.share - a.share;

const tableStructure = (head: Buffer, whole: boolean): Structure | undefined => {
	const lineEnd = lineEndOf(head);
	const candidates = delimiters
		.flatMap(delimiter => candidatesOf(head, whole, {delimiter, quote: '"', escape: /[^\\]\\"[^",;|\t\r\n]/.test(head.toString('latin1', 0, 65_536)) && !head.includes('""') ? '\\' : '"'}))
		.filter(found => isPlausible(found))
		.toSorted(compareCandidates);
	const best = candidates[0];
	return best && {
		kind: 'table',
		shape: {style: best.style, columns: best.header.length, header: Buffer.from(best.bytes), lineEnd, preamble: best.offset},
		header: uniqueNames(best.header),
		headerSpan: best.offset === 0 ? best.span : 0,
	};
};

/** How well a delimiter explains the head with each line that may be the header: the share of records with as many cells, and all those cells. */
const candidatesOf = (head: Buffer, whole: boolean, style: DelimiterStyle): readonly Candidate[] => headerStarts(head).flatMap((start, lines) => {
	const header = firstRecord(head.subarray(start), whole, style);
	const cells = header && readCells(header.bytes.toString('utf8'), style);
	if (!header || !cells || cells.length < 2 || !looksLikeHeader(cells)) {
		return [];
	}

	let read = 0;
	let fitting = 0;
	const splitter = new TableSplitter({style, columns: cells.length, header: header.bytes, lineEnd: lineEndOf(head)}, {
		wants: () => true,
		visit({kind}) {
			read += kind === 'passed' ? 0 : 1;
			fitting += kind === 'record' || kind === 'rewritten' ? 1 : 0;
		},
	});
	const sample = head.subarray(start, start + sampleLength);
	splitter.push(sample, 0, whole && start + sampleLength >= head.length);
	// A header alone explains itself.
	const [share, records] = read === 0 ? [1, 1] : [fitting / read, fitting];
	return [{style, header: cells, bytes: header.bytes, offset: start, span: header.span, lines, share, explained: records * cells.length}];
});

/** Where a header may begin: the first lines that are neither blank nor a `#` directive. A few lines of preamble are allowed. */
const headerStarts = (head: Buffer): readonly number[] => {
	const starts: number[] = [];
	for (let at = 0; at < head.length && starts.length < 8;) {
		const line = head.indexOf(10, at);
		const end = line === -1 ? head.length : line;
		const text = head.toString('utf8', at, Math.min(end, at + 200)).trim();
		if (text !== '' && !text.startsWith('#')) {
			starts.push(at);
		}

		at = end + 1;
	}

	return starts;
};

const firstRecord = (head: Buffer, whole: boolean, style: DelimiterStyle): {readonly bytes: Buffer; readonly span: number} | undefined => {
	let found: {readonly bytes: Buffer; readonly span: number} | undefined;
	// Its first line and some more, in case a cell of it goes over several.
	const part = head.subarray(0, Math.max(head.indexOf(10) + 1, 1) + 2048);
	const cut = part.length < head.length;
	// No record has minus one cell: every piece comes out as irregular, with its bytes.
	new TableSplitter({style, columns: -1, header: Buffer.alloc(0), lineEnd: '\n'}, {
		wants: () => true,
		visit({bytes, span}) {
			found ??= {bytes, span};
		},
	}).push(part, 0, !cut && (whole || !head.includes(10)));
	return found;
};

/** Names, not values: mostly filled, of more than a few words (a joined table names many columns twice), and none of them a number, a time or an e-mail address. */
const looksLikeHeader = (cells: readonly string[]): boolean => {
	const names = cells.map(cell => cell.trim().toLowerCase());
	const filled = names.filter(name => name !== '');
	return filled.length >= cells.length / 2
		&& new Set(filled).size >= filled.length * 0.4
		&& filled.every(name => name.length <= 200 && !/^[+-]?[\d.,]+$|^\d{2,4}[-/.]\d{1,2}[-/.]|@.+\./.test(name));
};

/** Empty names become `column 3`; a name that occurs again becomes `name (2)`. */
const uniqueNames = (cells: readonly string[]): readonly string[] => {
	const seen = new Set<string>();
	return cells.map((cell, index) => {
		const name = cell.trim() === '' ? `column ${index + 1}` : cell.trim();
		let unique = name;
		for (let again = 2; seen.has(unique); again++) {
			unique = `${name} (${again})`;
		}

		seen.add(unique);
		return unique;
	});
};
