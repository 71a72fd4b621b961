import {closeSync, existsSync, fsync, fsyncSync, ftruncateSync, openSync, readFileSync, writeFileSync, writeSync} from 'node:fs';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {ExpectedError} from '../errors.ts';
import {makeFolder} from '../make-folder.ts';
import type {Act, Person} from './acts.ts';
import {datedBefore} from './clock-order.ts';
import {isLock, takeLock, type Lock} from './case-lock.ts';
import {stateOf, type CaseState} from './case-state.ts';
import {lineText, nextLine, type JournalLine} from './journal-line.ts';
import {readJournal} from './read-journal.ts';

/** The one truth of a case, in its folder. */
export const journalName = 'case.journal';

export const isCase = (folder: string): boolean => existsSync(join(folder, journalName));

/** An open case: what its journal says, and the way to add to it. */
export type Journal = {
	readonly folder: string;
	readonly lines: readonly JournalLine[];
	readonly state: CaseState;
	/** Why nothing can be added; absent when it can. */
	readonly readOnly?: string;
	/** What to do about it, where something can be done. */
	readonly next?: string;
	/** Which act does not hold, and why: nothing behind it is believed. */
	readonly broken?: string;
	/** Nobody else can write, and the journal is whole: what is to be destroyed may be destroyed. */
	readonly mayDispose: boolean;
	/** What a person should know of how it was found. */
	readonly warnings: readonly string[];
	/** Adds an act: on the disk before this returns. */
	readonly append: (act: Act) => JournalLine;
	/** The same for somebody who draws meanwhile: the act stands in its place at once, and is on the disk when this settles. */
	readonly appendSoon: (act: Act) => Promise<JournalLine>;
	readonly close: () => void;
};

/** What chance and the clock give, passed in. */
export type Acting = {readonly by: Person; readonly now: () => Date; readonly salt: () => string};

export const synced = (path: string, work: (handle: number) => void, flags: string): void => {
	const handle = openSync(path, flags, 0o600);
	try {
		work(handle);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
};

/** A folder's entry for a new file is on the disk only when the folder is. Not every system lets one open a folder. */
export const syncFolder = (folder: string): void => {
	try {
		const handle = openSync(folder, 'r');
		fsyncSync(handle);
		closeSync(handle);
	} catch {}
};

/** Sets a torn append aside, where it can be looked at, and cuts it off. */
const setAside = (path: string, {bytes, torn}: {readonly bytes: number; readonly torn: Uint8Array}, now: Date): string => {
	const aside = `${path}.torn-${now.toISOString().replaceAll(/[:.]/g, '')}`;
	writeFileSync(aside, torn, {mode: 0o600});
	synced(path, handle => {
		ftruncateSync(handle, bytes);
	}, 'r+');
	return aside;
};

const diskWords: Readonly<Record<string, readonly [message: string, next: string]>> = {
	ENOSPC: ['the disk is full', 'Make room and do it again.'],
	EDQUOT: ['the disk quota is used up', 'Make room and do it again.'],
	EACCES: ['the case folder may not be written to', 'Ask its owner, or work on a copy.'],
	EPERM: ['the case folder may not be written to', 'Ask its owner, or work on a copy.'],
	EROFS: ['the disk is read-only', 'Copy the case folder to another disk.'],
};

/** What could not be written whole is cut off again, so that a full disk leaves the journal as it was. */
const writeText = (handle: number, text: string, before: number): void => {
	const bytes = Buffer.from(text, 'utf8');
	try {
		for (let at = 0; at < bytes.length;) {
			at += writeSync(handle, bytes, at);
		}
	} catch (error) {
		ftruncateSync(handle, before);
		throw error;
	}
};

const notWritten = (path: string, error: unknown): unknown => {
	const words = diskWords[(error as NodeJS.ErrnoException).code ?? ''];
	return words ? new ExpectedError(`the act was not written to the journal: ${words[0]}`, {where: path, next: words[1], cause: error}) : error;
};

/** One write and one fsync. */
const appendText = (path: string, text: string, before: number): void => {
	try {
		synced(path, handle => {
			writeText(handle, text, before);
		}, 'a');
	} catch (error) {
		throw notWritten(path, error);
	}
};

/** One write now, so that acts stand in the order in which they were done, and one fsync that nobody waits for but who asked. */
const appendTextSoon = (path: string, text: string, before: number): () => Promise<void> => {
	const handle = openToWrite(path);
	try {
		writeText(handle, text, before);
	} catch (error) {
		closeSync(handle);
		throw notWritten(path, error);
	}

	return async () => {
		try {
			await promisify(fsync)(handle);
		} catch (error) {
			throw notWritten(path, error);
		} finally {
			closeSync(handle);
		}
	};
};

const openToWrite = (path: string): number => {
	try {
		return openSync(path, 'a', 0o600);
	} catch (error) {
		throw notWritten(path, error);
	}
};

/** Makes the folder of a new case. It must be absent or empty. */
export const createCaseFolder = (folder: string): void => {
	if (isCase(folder)) {
		throw new ExpectedError('there is a case already', {where: folder, next: 'Name another folder, or add to it: whosaw case sources add DIR PATH…'});
	}

	makeFolder(folder, 0o700);
	synced(join(folder, journalName), () => undefined, 'wx');
	syncFolder(folder);
};

/** Opens a case. With `acting` for writing where that is possible, else only to read. Throws when there is none. */
export const openJournal = (folder: string, acting?: Acting): Journal => {
	const path = join(folder, journalName);
	if (!existsSync(path)) {
		throw new ExpectedError('there is no case', {where: folder, next: 'A case is a folder with a case.journal; make one: whosaw case create DIR PATH…'});
	}

	const warnings: string[] = [];
	const lock = acting ? lockOf(folder, acting) : undefined;
	const held = lock && !('release' in lock) ? lock : undefined;
	const found = readJournal(readFileSync(path));
	const broken = found.broken && `act ${found.broken.seq} of the journal ${found.broken.why}; nothing behind it is believed`;
	const mayDispose = broken === undefined && lock !== undefined && held === undefined;
	let readOnly = broken ?? held?.why ?? (acting ? undefined : 'it was opened to be read') ?? disposedWords(stateOf(found.lines));
	let end = found.bytes;
	if (broken !== undefined) {
		warnings.push(`The journal is damaged: ${broken}. The case opens read-only.`);
	}

	if (found.torn && mayDispose) {
		warnings.push(`The last line of the journal was torn. It was set aside in ${setAside(path, {bytes: found.bytes, torn: found.torn}, acting!.now())}; the case is as it was before that act.`);
	}

	const last = found.lines.at(-1);
	const now = last && acting?.now().toISOString();
	if (last && now !== undefined && datedBefore([last, {seq: last.seq + 1, at: now}]).length > 0) {
		warnings.push(`The clock of this machine says ${now}, and the last act was done at ${last.at}: one of the clocks is wrong. Acts are dated by this one; the chain tells their order.`);
	}

	const withheld = found.lines.filter(line => line.payload === undefined && !isDestroyed(found.lines, line.seq)).map(({seq}) => seq);
	if (withheld.length > 0) {
		warnings.push(`What was done in act ${withheld.join(', ')} is missing from the journal, though it was not disposed of.`);
	}

	const lines = [...found.lines];
	const add = (act: Act, write: (path: string, text: string, before: number) => void): JournalLine => {
		if (readOnly !== undefined || !acting) {
			throw new ExpectedError(`the case cannot be changed: ${readOnly ?? 'it was opened to be read'}`, {where: folder});
		}

		const line = nextLine(lines.at(-1), {act, by: acting.by, at: acting.now(), salt: acting.salt()});
		const text = lineText(line);
		write(path, text, end);
		end += Buffer.byteLength(text);
		lines.push(line);
		return line;
	};

	return {
		folder, lines, warnings, mayDispose,
		get state() {
			return stateOf(lines);
		},
		...(readOnly === undefined ? {} : {readOnly}), ...(broken === undefined ? {} : {broken}), ...nextOf({broken, held}),
		append: act => add(act, appendText),
		async appendSoon(act) {
			let sync = async (): Promise<void> => undefined;
			const line = add(act, (...place) => {
				sync = appendTextSoon(...place);
			});
			await sync();
			return line;
		},
		close() {
			readOnly ??= 'it was closed';
			if (lock && 'release' in lock) {
				lock.release();
			}
		},
	};
};

/** Whether the payload of an act may be missing: the case was disposed of after it. */
const isDestroyed = (lines: readonly JournalLine[], seq: number): boolean => lines.some(line => line.act === 'disposed' && line.payload !== undefined && line.seq > seq);

/** Why nothing can be done to a case any more. */
export const disposedWords = ({disposed}: Pick<CaseState, 'disposed'>): string | undefined =>
	disposed && `it was disposed of on ${disposed.at.slice(0, 10)} by ${disposed.by.name} (${disposed.reason})`;

const nextOf = ({broken, held}: {readonly broken: string | undefined; readonly held: Refused | undefined}): {readonly next?: string} =>
	broken === undefined ? (held ? {next: held.next} : {}) : {next: 'Keep the damaged journal as it is, and go on from a copy that verifies.'};

/** Why there is no lock, and what to do about it. */
type Refused = {readonly why: string; readonly next: string};

/** The lock, or why there is none. */
const lockOf = (folder: string, {by, now, salt}: Acting): Lock | Refused => {
	try {
		const taken = takeLock(folder, {name: by.name, now: now(), random: salt().slice(0, 8)});
		return isLock(taken) ? taken : {why: `${taken.name} has it open since ${taken.since} (process ${taken.pid} on ${taken.host})`, next: 'Wait until it is closed.'};
	} catch (error) {
		const words = diskWords[(error as NodeJS.ErrnoException).code ?? ''];
		if (!words) {
			throw error;
		}

		return {why: words[0], next: words[1]};
	}
};
