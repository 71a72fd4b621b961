import path from 'node:path';
import {accountPseudonyms} from '../../document/account-pseudonyms.ts';
import {everything} from '../../filter/filter.ts';
import type {LoadRequest} from '../../investigation/investigation.ts';
import {listStart} from '../components/list/state.ts';
import {customersStart} from '../screens/customers/customers-state.ts';
import {leadsStart} from '../screens/leads/leads-state.ts';
import {sourcesStart} from '../screens/sources/sources-state.ts';
import type {StartState} from '../screens/start/start-state.ts';
import {loadStart} from './load-state.ts';
import {noMarks} from './marks.ts';
import type {Size, State} from './state.ts';
import {themesToChoose, type ThemeName} from '../theme.ts';

export type Beginning = {
	readonly size: Size;
	readonly request: LoadRequest;
	readonly commandPaths: readonly string[];
	/** The folder of the case, when one was named. */
	readonly caseFolder?: string;
	readonly displayTimezone: string;
	/** The zone of this machine: one of those that `z` goes through, and nothing else. */
	readonly localZone: string;
	readonly investigator: string | undefined;
	readonly surfaced?: State['surfaced'];
	readonly now: number;
	/** Nothing was named: what one can begin with. */
	readonly start?: StartState;
	readonly blind: boolean;
	/** For a screen reader. */
	readonly spoken?: boolean;
	/** A secret of this run: without it nobody can try accounts against their pseudonyms. */
	readonly pseudonymKey: string | Uint8Array;
	readonly theme?: ThemeName;
	/** False where there is no colour: then only one theme can be chosen. Default: true. */
	readonly colour?: boolean;
};

/** `exports/2020/crm.csv` and two more → `crm.csv +2`. */
export const titleOf = (paths: readonly string[]): string => {
	const [first, ...more] = paths;
	const name = first === undefined || first === '-' ? 'standard input' : path.basename(first);
	return more.length > 0 ? `${name} +${more.length}` : name;
};

export const initialState = ({size, request, commandPaths, displayTimezone, localZone, investigator, surfaced, now, blind, caseFolder, pseudonymKey, spoken = false, theme = 'default', colour = true, start}: Beginning): State => ({
	size, spoken, screen: 'explore', pageTop: 0, customers: customersStart, sources: sourcesStart, leads: leadsStart, caseFolder, opened: undefined, investigator, surfaced, request, commandPaths,
	start, title: titleOf(commandPaths),
	zones: [...new Set(['UTC', displayTimezone, localZone])],
	theme, themes: themesToChoose(colour),
	load: loadStart(now),
	facts: undefined, changed: [],
	view: {filter: everything, sort: 'time', descending: false, zone: displayTimezone},
	past: [], future: [], revision: 0, eventsRevision: 0, answers: {}, widest: {events: 5, customers: 5}, stopped: false,
	focus: 'events', otherFacet: undefined,
	places: {chips: listStart, timeline: listStart, events: listStart, employees: listStart, dataTypes: listStart, teams: listStart, countries: listStart, activities: listStart, systems: listStart, supports: listStart},
	marks: noMarks, citing: undefined, eventColumn: 1, rangeStart: undefined, overlay: undefined, masked: true, blind, pseudonyms: accountPseudonyms(pseudonymKey), found: undefined, finding: undefined,
	layers: [], history: [], drafts: {}, message: undefined, armed: false, awaitsRecord: false,
	stops: 0, attempt: 0, copied: undefined, leaving: undefined, suspends: 0,
});
