import type {CaseState} from '../../case/case-state.ts';
import type {Investigation} from '../investigation.ts';
import {caseCounts, type CaseCounts} from './case-counts.ts';
import {journalOf, type JournalEntry} from './journal-entries.ts';
import {corroboratedCustomers} from './leaked-lists.ts';
import type {Case} from './open-case.ts';
import {deltas, type Delta} from './select.ts';

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

export const caseView = async (opened: Case, investigation: Investigation): Promise<CaseView> => ({
	folder: opened.folder, state: opened.state, ...(opened.readOnly === undefined ? {} : {readOnly: opened.readOnly}), warnings: opened.warnings,
	counts: await caseCounts(opened.state, investigation, await corroboratedCustomers(opened, investigation)),
	deltas: await deltas(opened),
	journal: journalOf(opened),
});
