import {renameSync, writeSync} from 'node:fs';
import {join} from 'node:path';
import {BugError} from '../errors.ts';
import {journalName, syncFolder, synced, type Journal} from './journal-file.ts';
import {lineText, type JournalLine} from './journal-line.ts';

/** The journal while it is written anew. */
export const freshName = `${journalName}.new`;

/** Every act without what was done, but the one that says that it was disposed of. */
export const withoutPayloads = (lines: readonly JournalLine[]): readonly JournalLine[] =>
	lines.map(({payload, ...line}) => line.act === 'disposed' ? {...line, payload} as JournalLine : line);

/** Whether there is still something to destroy. */
export const holdsPayloads = (lines: readonly JournalLine[]): boolean => lines.some(({act, payload}) => payload !== undefined && act !== 'disposed');

/** Writes the journal anew without payloads, and puts it in the place of the old one in one step. The hashes of the lines stay, and so does the chain. */
export const destroyPayloads = ({folder, lines, state, mayDispose}: Pick<Journal, 'folder' | 'lines' | 'state' | 'mayDispose'>): void => {
	if (!state.disposed || !mayDispose) {
		throw new BugError('payloads were to be destroyed of a case that was not disposed of');
	}

	const fresh = join(folder, freshName);
	synced(fresh, handle => {
		const bytes = Buffer.from(withoutPayloads(lines).map(line => lineText(line)).join(''), 'utf8');
		for (let at = 0; at < bytes.length;) {
			at += writeSync(handle, bytes, at);
		}
	}, 'w');
	renameSync(fresh, join(folder, journalName));
	syncFolder(folder);
};
