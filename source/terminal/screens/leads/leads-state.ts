import type {Behaviour, Lead, Leads, PresenceLead} from '../../../investigation/leads/leads.ts';
import {listStart, type ListPlace} from '../../components/list/state.ts';

export type LeadsScreen = {
	readonly place: ListPlace;
	/** What is being done, while it is. */
	readonly working?: string;
	/** Days break in this zone. */
	readonly answer?: {readonly zone: string; readonly value: Leads};
	/** Why there is no answer; Enter asks again. */
	readonly failure?: string;
};

export const leadsStart: LeadsScreen = {place: listStart};

export type LeadEntry = {readonly lead: Lead} | {readonly behaviour: Behaviour} | {readonly presence: PresenceLead};

/** What the cursor can stand on: the accounts of the list, then those with unusual days, then those used beside the records of presence. */
export const leadEntries = ({answer}: LeadsScreen): readonly LeadEntry[] => [
	...(answer?.value.list?.leads ?? []).map(lead => ({lead})), ...(answer?.value.behaviour ?? []).map(behaviour => ({behaviour})), ...(answer?.value.presence ?? []).map(presence => ({presence})),
];

/** Whose it is. */
export const accountOfEntry = (entry: LeadEntry): Pick<Lead, 'employee' | 'name'> => 'lead' in entry ? entry.lead : ('behaviour' in entry ? entry.behaviour : entry.presence);

export const entryUnderCursor = (screen: LeadsScreen): LeadEntry | undefined => leadEntries(screen)[screen.place.cursor];
