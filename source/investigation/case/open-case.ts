import {randomBytes} from 'node:crypto';
import {resolve} from 'node:path';
import type {Act, CaseSource, Matched, Person} from '../../case/acts.ts';
import type {CaseState} from '../../case/case-state.ts';
import {openJournal, type Journal} from '../../case/journal-file.ts';
import type {JournalLine} from '../../case/journal-line.ts';
import {ExpectedError} from '../../errors.ts';
import type {Source} from '../../records/source.ts';
import type {Investigation, LoadOptions} from '../investigation.ts';
import {pathInCase, requestOfCase} from './case-reading.ts';
import {refuseDisposed} from './disposed.ts';
import {openExports} from './open-exports.ts';
import {compareLists} from './leaked-lists.ts';

export {isCase} from '../../case/journal-file.ts';
export {personOf} from './person.ts';

/** Who works on a case, and when. */
export type Worker = {readonly by: Person; readonly now: () => Date};

/** An open case: its journal, and its exports when they are asked. */
export type Case = {
	readonly folder: string;
	readonly state: CaseState;
	readonly lines: readonly JournalLine[];
	readonly warnings: readonly string[];
	readonly readOnly?: string;
	/** What to do about it, where something can be done. */
	readonly next?: string;
	/** Which act of the journal does not hold. */
	readonly broken?: string;
	readonly append: (act: Act) => JournalLine;
	/** Settles when it is on the disk; it stands in its place at once. */
	readonly appendSoon: (act: Act) => Promise<JournalLine>;
	/** The exports of the case, loaded once and compared with the hashes of the journal. */
	readonly investigation: (options?: LoadOptions) => Promise<Investigation>;
	/** Takes exports that are loaded already, by somebody who closes them. */
	readonly attach: (investigation: Investigation) => void;
	readonly close: () => Promise<void>;
};

const salt = (): string => randomBytes(16).toString('hex');

export const sourceOf = (folder: string, {path, sha256, bytes, format, records}: Source): CaseSource => ({path: path === '-' ? path : pathInCase(folder, path), sha256, bytes, format, records});

/** The exports, and the lists that were frozen, must be what they were: another byte is another export. */
export const compareSources = (state: CaseState, investigation: Investigation): void => {
	compareLists(state, investigation);
	const found = new Map(investigation.sources.map(({sha256, path}) => [sha256, path]));
	for (const {path, sha256} of state.sources) {
		if (!found.has(sha256)) {
			const changed = investigation.sources.find(source => resolve(source.path).endsWith(path.replace(/^(\.\.\/)+/, '')));
			const failed = investigation.failed.find(source => resolve(source.path).endsWith(path.replace(/^(\.\.\/)+/, '')));
			throw changed
				? new ExpectedError(`an export of the case is not what it was: its sha256 was ${sha256} and is ${changed.sha256}`, {where: changed.path, next: 'Give back the file that the case was made with, or make another case.'})
				: new ExpectedError(`an export of the case cannot be read${failed ? ` (${failed.error})` : ''}`, {where: path, next: 'If it was moved: whosaw case sources relocate DIR PATH finds it by its hash.'});
		}
	}
};

const caseOf = (journal: Journal): Case => {
	let opened: Promise<Investigation> | undefined;
	let lent = false;
	return {
		folder: journal.folder, lines: journal.lines, warnings: journal.warnings, append: journal.append, appendSoon: journal.appendSoon,
		get state() {
			return journal.state;
		},
		...(journal.readOnly === undefined ? {} : {readOnly: journal.readOnly}), ...(journal.broken === undefined ? {} : {broken: journal.broken}), ...(journal.next === undefined ? {} : {next: journal.next}),
		async investigation(options = {}) {
			opened ??= (async () => {
				const {folder, state} = journal;
				const investigation = await openExports({folder, state, request: requestOfCase(folder, state), options});
				try {
					compareSources(journal.state, investigation);
					return investigation;
				} catch (error) {
					await investigation.close();
					throw error;
				}
			})();
			return opened;
		},
		attach(investigation) {
			opened = Promise.resolve(investigation);
			lent = true;
		},
		async close() {
			journal.close();
			if (lent) {
				return;
			}

			await (await opened?.catch(() => undefined))?.close();
		},
	};
};

/** Opens a case; without a worker only to read. */
export const openCase = (folder: string, worker?: Worker): Case => caseOf(openJournal(folder, worker && {...worker, salt}));

/** Opens a case for an act, or says why it cannot be changed. */
export const openToChange = (folder: string, worker: Worker): Case => {
	const opened = openCase(folder, worker);
	if (opened.readOnly !== undefined) {
		void opened.close();
		refuseDisposed(folder, opened.state);
		throw new ExpectedError(`the case cannot be changed: ${opened.readOnly}`, {where: folder, ...(opened.next === undefined ? {} : {next: opened.next})});
	}

	return opened;
};

export const matchedOf = ({events, customers, accesses, hash}: Matched): Matched => ({events, customers, accesses, hash});
