import {undoneActs} from '../../case/case-state.ts';
import {actWords} from './act-words.ts';
import type {Case} from './open-case.ts';

/** One act of the journal, as a person reads it. */
export type JournalEntry = {readonly seq: number; readonly at: string; readonly by: string; readonly act: string; readonly undone: boolean; readonly words: string};

/** Newest first; an act that was taken back says so. */
export const journalOf = ({lines, state}: Pick<Case, 'lines' | 'state'>): readonly JournalEntry[] => {
	const undone = undoneActs(lines);
	return lines.map(line => ({seq: line.seq, at: line.at, by: line.by.name, act: line.act, undone: undone.has(line.seq), words: actWords(line, state)})).toReversed();
};
