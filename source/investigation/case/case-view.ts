import {isUndone, type CaseState} from '../../case/case-state.ts';
import type {Investigation} from '../investigation.ts';
import {caseCounts, type CaseCounts} from './case-counts.ts';
import {corroboratedCustomers} from './leaked-lists.ts';
import type {Case} from './open-case.ts';
import {deltas, type Delta} from './select.ts';

/** One act of the journal, as a person reads it. */
export type JournalEntry = {readonly seq: number; readonly at: string; readonly by: string; readonly act: string; readonly undone: boolean; readonly words: string};

/** A case as a screen shows it. */
export type CaseView = {
	readonly folder: string;
	readonly state: CaseState;
	/** Why nothing can be added. */
	readonly readOnly?: string;
	readonly warnings: readonly string[];
	readonly counts: CaseCounts;
	readonly deltas: readonly Delta[];
	/** Newest first. */
	readonly journal: readonly JournalEntry[];
};

const told = new Set(['title', 'path', 'filter', 'number', 'reason', 'text', 'audience', 'seq']);

/** The words of a payload that tell it from others. */
const wordsOf = (payload: unknown): string => payload === undefined ? '(withheld)' : Object.entries(payload as Readonly<Record<string, unknown>>)
	.filter(([name, value]) => told.has(name) && (typeof value === 'string' || typeof value === 'number'))
	.map(([name, value]) => name === 'reason' ? `(${String(value)})` : String(value)).join('  ');

export const caseView = async (opened: Case, investigation: Investigation): Promise<CaseView> => ({
	folder: opened.folder, state: opened.state, ...(opened.readOnly === undefined ? {} : {readOnly: opened.readOnly}), warnings: opened.warnings,
	counts: await caseCounts(opened.state, investigation, await corroboratedCustomers(opened, investigation)),
	deltas: await deltas(opened),
	journal: opened.lines.map(({seq, at, by, act, payload}) => ({seq, at, by: by.name, act, undone: isUndone(opened.lines, seq), words: wordsOf(payload)})).toReversed(),
});

