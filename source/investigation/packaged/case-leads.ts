import {basename} from 'node:path';
import type {LeadsDocument} from '../../package/leads-document.ts';
import {isInvestigators} from '../../package/payload.ts';
import {lastLeads} from '../case/last-leads.ts';
import type {Context} from '../context.ts';
import type {ExportRequest} from '../investigation.ts';
import {askLeads} from '../leads/ask-leads.ts';
import {leadsDocument} from '../leads/leads-document.ts';
import type {Examination} from './examination.ts';

/**
The leads of a case that has a frozen list, or in which leads were asked for: computed anew of its exports and its lists, so that the same revision gives
the same bytes. Only for those who may have them are they computed at all.
*/
export const caseLeads = async (context: Context, request: ExportRequest, examination: Examination): Promise<LeadsDocument | 'withheld' | undefined> => {
	const {state, onTheWay} = examination;
	// Before the revision that is packed.
	const asked = lastLeads(examination.lines);
	if (onTheWay || (!asked && state.leaked.length === 0)) {
		return undefined;
	}

	if (!isInvestigators(request.audience ?? 'law-enforcement')) {
		return 'withheld';
	}

	const investigator = state.created?.by.name;
	const placeOf = new Map(context.loaded.sources.map(({source: {sha256, path}}) => [sha256, path]));
	// A list is called by the name of its file: where the case stands is nobody's business.
	const named = {...context, leaked: context.leaked.map(list => ({...list, path: basename(list.path)}))};
	return leadsDocument(await askLeads(named, {
		displayTimezone: 'UTC', ...asked,
		selections: state.sources.map(({path, sha256, acquisition: {selection}}) => ({path: placeOf.get(sha256) ?? basename(path), ...(selection === undefined ? {} : {selection})})), ...(investigator === undefined ? {} : {investigator}),
		...(request.signal ? {signal: request.signal} : {}),
		onProgress({text, done}) {
			request.onProgress?.({text: `leads: ${text}`, done: Math.round(done * 100), of: 100});
		},
	}));
};
