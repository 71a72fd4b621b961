import type {CaseState} from '../../case/case-state.ts';
import type {Investigation} from '../investigation.ts';
import {briefOf, type Brief} from './brief.ts';
import type {CaseCounts} from './case-counts.ts';
import {caseFilter} from './case-filter.ts';
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
	/** Customers who stand on a frozen list. */
	readonly corroborated: ReadonlySet<string>;
	/** By place and controller, once the facts say who answers for the data; each to be checked with counsel. */
	readonly clocks: Brief['clocks'];
	/** When this was so: what runs out by then has run out. */
	readonly at: Date;
	readonly deltas: readonly Delta[];
	/** Newest first. */
	readonly journal: readonly JournalEntry[];
};

export const caseView = async (opened: Case, investigation: Investigation, at: Date): Promise<CaseView> => {
	const corroborated = await corroboratedCustomers(opened, investigation);
	const {counts, clocks} = briefOf(await investigation.answer({filter: caseFilter(opened.state)}), opened.state, corroborated);
	return {
		folder: opened.folder, state: opened.state, ...(opened.readOnly === undefined ? {} : {readOnly: opened.readOnly}), warnings: opened.warnings,
		counts, corroborated, clocks, at, deltas: await deltas(opened), journal: journalOf(opened),
	};
};
