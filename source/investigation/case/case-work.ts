import type {Filter} from '../../filter/filter.ts';
import type {ListOf} from '../../records/reading.ts';
import {formatInstant} from '../../records/instant.ts';
import type {ExportRequest, ExportResult, Investigation} from '../investigation.ts';
import type {Leads, LeadsAsk} from '../leads/leads.ts';
import {leadsHash} from '../leads/leads-hash.ts';
import type {CaseCounts} from './case-counts.ts';
import {caseView, type CaseView} from './case-view.ts';
import {exportCase} from './export-case.ts';
import {readFacts} from './facts.ts';
import {surfacedIn} from './last-leads.ts';
import {joinEventLists} from './event-lists.ts';
import {journalOf, type JournalEntry} from './journal-entries.ts';
import {keepQuestion} from './keep-question.ts';
import {freezeNamed, selectionsOf} from './leaked-lists.ts';
import {openCase, personOf} from './open-case.ts';
import {addSelection, countsWith, excludeAccesses, restoreAccesses, takenBy, type Done, type Taken} from './select.ts';

type Asked = {readonly filter: Filter; readonly reason: string};

/** An open case for somebody who works on it while they look at something else: all of it promises, and what comes back are copies. */
export type CaseWork = {
	/** Why nothing can be added; absent when it can. */
	readonly readOnly?: string;
	/** How the case stands. */
	view(): Promise<CaseView>;
	/** Newest first. */
	journal(): Promise<readonly JournalEntry[]>;
	/** What an act on the selections would do; nothing is done. Whom it takes out is said of an exclusion. */
	foresee(act: 'select' | 'exclude', filter: Filter): Promise<{readonly counts: CaseCounts; readonly taken?: Pick<Taken['matched'], 'accesses'> & Pick<Taken, 'customersOut'>}>;
	select(asked: Asked): Promise<Done>;
	exclude(asked: Asked): Promise<Done>;
	restore(asked: {readonly number: number; readonly reason: string}): Promise<Done>;
	/** These acts give their number in the journal. */
	note(text: string): Promise<number>;
	unmasked(what: 'accounts' | 'contacts', reason: string): Promise<number>;
	/** The facts as JSON, as a file of them would say it. */
	stateFacts(json: string): Promise<number>;
	/** That a filter was asked; gives how it goes beyond what may be looked at. */
	filterAsked(filter: Filter): Promise<readonly string[]>;
	/** That a record was looked at; where nothing can be added it is not kept. */
	recordOpened(record: {readonly sha256: string; readonly record: number}): Promise<void>;
	/** Joins a list to a bulk export of the case; gives it as the case keeps it. Its exports are to be opened again with it. */
	joinList(list: ListOf): Promise<ListOf>;
	/** Freezes the lists that are named and not frozen yet. True when there were any. */
	freezeNamed(): Promise<boolean>;
	/** Leads of the case; what came of it stands in the journal by its hash. */
	leads(ask: LeadsAsk): Promise<Leads>;
	/** Writes the case file of the case. */
	export(asked: Omit<ExportRequest, 'filter' | 'reason' | 'examination' | 'reading' | 'kept'>): Promise<ExportResult>;
	close(): Promise<void>;
};

/** Opens a case whose exports are loaded. `now` gives the moment of its acts. */
export const workOnCase = ({folder, investigation, investigator, now}: {
	readonly folder: string;
	readonly investigation: Investigation;
	readonly investigator: string | undefined;
	readonly now: () => Date;
}): CaseWork => {
	const opened = openCase(folder, {by: personOf(investigator ?? 'somebody'), now});
	opened.attach(investigation);
	return {
		...(opened.readOnly === undefined ? {} : {readOnly: opened.readOnly}),
		view: async () => caseView(opened, investigation, now()),
		journal: async () => journalOf(opened),
		async foresee(act, filter) {
			const counts = await countsWith(opened, act, filter);
			if (act === 'select') {
				return {counts};
			}

			const {matched: {accesses}, customersOut} = await takenBy(opened, filter);
			return {counts, taken: {accesses, customersOut}};
		},
		select: async asked => addSelection(opened, asked),
		exclude: async asked => excludeAccesses(opened, asked),
		restore: async asked => restoreAccesses(opened, asked),
		note: async text => opened.append({act: 'note', payload: {text}}).seq,
		unmasked: async (what, reason) => (await opened.appendSoon({act: 'unmasked', payload: {what, reason}})).seq,
		stateFacts: async json => opened.append({act: 'facts', payload: {facts: readFacts(json, 'the form').facts}}).seq,
		filterAsked: async filter => (await keepQuestion(opened, investigation, filter)).beyond,
		async recordOpened(record) {
			if (opened.readOnly === undefined) {
				await opened.appendSoon({act: 'record-opened', payload: record});
			}
		},
		async joinList(list) {
			const [joined] = await joinEventLists(opened, [list]);
			return {event: joined!.event, path: joined!.path};
		},
		freezeNamed: async () => freezeNamed(opened, investigation),
		async leads(ask) {
			const held = surfacedIn(opened.lines, ask);
			const {surfaced} = held;
			const value = await investigation.leads({...ask, ...held, selections: selectionsOf(opened.state)});
			if (opened.readOnly === undefined) {
				const zone = ask.displayTimezone ?? 'UTC';
				opened.append({act: 'leads-computed', payload: {sha256: leadsHash(value), verdict: value.list?.verdict ?? 'behaviour', ...(surfaced === undefined ? {} : {surfaced: formatInstant(surfaced)}), ...(zone === 'UTC' ? {} : {displayTimezone: zone})}});
			}

			return value;
		},
		export: async asked => exportCase(opened, investigation, asked),
		close: async () => opened.close(),
	};
};
