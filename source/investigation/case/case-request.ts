import {resolve} from 'node:path';
import type {CaseState} from '../../case/case-state.ts';
import {printFilter} from '../../filter/print.ts';
import type {LoadOptions, LoadRequest, StreamingInvestigation} from '../investigation.ts';
import {caseFilter} from './case-filter.ts';
import {requestOfCase} from './case-reading.ts';
import {refuseDisposed} from './disposed.ts';
import {listsOfCase} from './leaked-lists.ts';
import {compareSources, openCase} from './open-case.ts';

/** A case in the place of exports: what to load, what it selects, and the check that its exports are what they were. */
export type CaseRequest = {
	readonly folder: string;
	readonly state: CaseState;
	readonly request: LoadRequest;
	/** The same by paths that do not hang on the folder that one stands in: whoever exports the case calls its sources by them. */
	readonly requestToExport: LoadRequest;
	/** Canonical text of the selections without the exclusions. */
	readonly filterText: string;
	/** What the app begins with: the same, or everything while nothing was selected yet. */
	readonly viewText: string;
	readonly title: string | undefined;
	/** Secret of the case, by which pseudonyms are the same in every report of it. */
	readonly maskKey: string | undefined;
	readonly open: (request: LoadRequest, options?: LoadOptions) => Promise<StreamingInvestigation>;
};

/** What to load, with the frozen lists of leaked customers and those that are named now. */
const requestFor = (folder: string, state: CaseState, leaked: readonly string[]): LoadRequest => {
	const lists = listsOfCase(folder, state, leaked);
	return {...requestOfCase(folder, state), ...(lists.length > 0 ? {leaked: lists} : {})};
};

/** `leaked`: lists that are asked about now, and become part of the case when they are ranked. */
export const requestOf = (folder: string, leaked: readonly string[] = []): CaseRequest => {
	const {state, lines, close} = openCase(folder);
	void close();
	refuseDisposed(folder, state);
	return {
		folder, state, request: requestFor(folder, state, leaked), requestToExport: requestFor(resolve(folder), state, leaked), filterText: printFilter(caseFilter(state)), viewText: state.selections.length === 0 ? '' : printFilter(caseFilter(state)), title: state.created?.title, maskKey: lines[0]?.salt,
		async open(request, options = {}) {
			const {openExports} = await import('./open-exports.ts');
			// What was done to the case since is in its journal.
			const now = openCase(folder);
			void now.close();
			const investigation = await openExports({folder, state: now.state, request, options});
			try {
				compareSources(now.state, investigation);
				return investigation;
			} catch (error) {
				await investigation.close();
				throw error;
			}
		},
	};
};
