/* oxlint-disable no-control-regex -- escape sequences are the matter of this file */
import {characterKey, namedKey, pasteKey, type Key} from './key.ts';
import {consoleKey, controlKey, csiKey, ss3Key} from './key-sequences.ts';

/*
From what stdin gives to keys. One read may hold several keys (`jjj`), or part of one; a terminal's replies and mouse reports come
the same way. Reading is a function from the head of the text to one key, so that it cannot matter where the input was split.
*/

/** One key from the head of the input: how many characters it takes and, unless it is swallowed, the key. */
type Read = {readonly length: number; readonly keys: readonly Key[]};
type Reader = (input: string) => Read | undefined;

const escape = '\u001B';
const pasteStart = `${escape}[200~`;
const pasteEnd = `${escape}[201~`;

const read = (length: number, key: Key | undefined): Read => ({length, keys: key ? [key] : []});

const readPaste: Reader = input => {
	const end = input.indexOf(pasteEnd);
	return end === -1 ? undefined : read(end + pasteEnd.length, pasteKey(input.slice(pasteStart.length, end)));
};

/** The reports of X10 mice are three characters behind `ESC [ M`; those of others have the form of a sequence. */
const readCsi: Reader = input => {
	if (input.startsWith(pasteStart)) {
		return readPaste(input);
	}

	if (input[2] === '[') {
		return input.length < 4 ? undefined : read(4, consoleKey(input[3] ?? ''));
	}

	if (input[2] === 'M') {
		return input.length < 6 ? undefined : read(6, undefined);
	}

	// `$` ends a sequence only in rxvt's form: a number of one or two digits before it.
	const match = /^.\[(?:(\d{1,2})(\$)|([0-?]*)[ -/]*([@-~]))/su.exec(input);
	return match
		? read(match[0].length, csiKey(match[1] ?? match[3] ?? '', match[2] ?? match[4] ?? ''))
		: readBroken(input, /^.\[[0-?]*[ -/]*/su);
};

const readSs3: Reader = input => {
	const match = /^.O([\d;]*)([@-~])/su.exec(input);
	return match ? read(match[0].length, ss3Key(match[1] ?? '', match[2] ?? '')) : readBroken(input, /^.O[\d;]*/su);
};

/** A sequence that another character breaks off is swallowed up to there; one that just ends may go on in the next read. */
const readBroken = (input: string, begin: RegExp): Read | undefined => {
	const length = begin.exec(input)?.[0].length ?? 1;
	return length < input.length ? read(length, undefined) : undefined;
};

/** Replies such as a colour or the clipboard: everything up to BEL or ESC \. */
const readString: Reader = input => {
	const match = /^..[^\u0007\u001B]*(?:\u0007|\u001B\\?)/su.exec(input);
	if (!match) {
		return undefined;
	}

	// An escape that does not begin `ESC \` breaks the string off and begins something else.
	const isBroken = match[0].endsWith(escape);
	return isBroken && match[0].length === input.length ? undefined : read(match[0].length - (isBroken ? 1 : 0), undefined);
};

const withAlt = (key: Key): Key => namedKey(key.name, {...key, alt: true});

/** `ESC ESC [ A` is Alt-Up on rxvt; two escapes otherwise are two keys. */
const readDoubleEscape: Reader = input => {
	const next = input[2];
	if (next === undefined) {
		return undefined;
	}

	if (next !== '[' && next !== 'O') {
		return read(1, namedKey('escape'));
	}

	const inner = readEscape(input.slice(1));
	return inner && {length: inner.length + 1, keys: inner.keys.map(key => key.name === 'paste' ? key : withAlt(key))};
};

const isControl = (character: string): boolean => character < ' ' || character === '\u007F';

/** The first character, whole; undefined while only the first half of a surrogate pair has come. */
const firstCharacter = (input: string): string | undefined => {
	const [character = ''] = input;
	return character === '' || (input.length === 1 && /[\uD800-\uDBFF]/.test(character)) ? undefined : character;
};

const readAlt: Reader = input => {
	const character = firstCharacter(input.slice(1));
	return character === undefined
		? undefined
		: read(1 + character.length, isControl(character) ? controlKey(character, {alt: true}) : characterKey(character, {alt: true}));
};

const readers: Readonly<Record<string, Reader>> = {
	[escape]: readDoubleEscape, '[': readCsi, O: readSs3, ']': readString, P: readString, _: readString,
};

const readEscape: Reader = input => (readers[input[1] ?? ''] ?? readAlt)(input);

/** C1 controls are no text: a terminal that sends them in UTF-8 is answering something. */
const readCharacter: Reader = input => {
	const character = firstCharacter(input);
	if (character === undefined) {
		return undefined;
	}

	const isC1 = character >= '\u0080' && character <= '\u009F';
	return read(character.length, isControl(character) ? controlKey(character) : (isC1 ? undefined : characterKey(character)));
};

const readKey: Reader = input => input.startsWith(escape) ? readEscape(input) : readCharacter(input);

/** What an unfinished sequence means when nothing more comes: the keys that send its beginning, or nothing. */
const flushed = (input: string): readonly Key[] => {
	if (input.startsWith(pasteStart)) {
		return [pasteKey(input.slice(pasteStart.length))];
	}

	if (input === escape || input === escape + escape) {
		return [...input].map(() => namedKey('escape'));
	}

	return input.length === 2 && firstCharacter(input.slice(1)) !== undefined ? [characterKey(input.slice(1), {alt: true})] : [];
};

export type KeyParser = {
	/** Keys that are complete with this read. Bytes are taken as UTF-8; a character may be split between reads. */
	push(chunk: Uint8Array | string): readonly Key[];
	/** Nothing more came in time: what is pending is what it is. A lone Escape is the Escape key. */
	flush(): readonly Key[];
	/** What waits for more: nothing, the beginning of a sequence that is also a key, more of a sequence, a paste without its end. */
	readonly pending: 'nothing' | 'escape' | 'sequence' | 'paste';
};

const pendingKind = (input: string): KeyParser['pending'] => {
	if (input === '') {
		return 'nothing';
	}

	return input.startsWith(pasteStart) ? 'paste' : (input.length < 3 ? 'escape' : 'sequence');
};

export const createKeyParser = (): KeyParser => {
	const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
	let waiting = '';
	return {
		push(chunk) {
			waiting += typeof chunk === 'string' ? chunk : decoder.decode(chunk, {stream: true});
			const keys: Key[] = [];
			for (let found = waiting === '' ? undefined : readKey(waiting); found; found = waiting === '' ? undefined : readKey(waiting)) {
				keys.push(...found.keys);
				waiting = waiting.slice(found.length);
			}

			return keys;
		},
		flush() {
			const keys = flushed(waiting);
			waiting = '';
			return keys;
		},
		get pending() {
			return pendingKind(waiting);
		},
	};
};
