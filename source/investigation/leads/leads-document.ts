import {leadsSchemaName, type LeadRow, type LeadsDocument, type LeftOutRow} from '../../package/leads-document.ts';
import type {Lead, Leads, ListLeftOut} from './leads.ts';
import {ownBeginning} from './own-account.ts';

const rounded = (share: number): number => Math.round(share * 1e4) / 1e4;

const row = ({rank, employee, separable, consistentWith, share, customers, netEvidence, window, strength, alsoConsistent, inseparableFrom, why, presence}: Lead): LeadRow =>
	({rank, employee, separable, consistentWith, share: rounded(share), customers, netEvidence, ...(window ? {window} : {}), strength, alsoConsistent, inseparableFrom: inseparableFrom ?? null, why, ...(presence ? {presence} : {})});

const leftOut = ({list, sha256, resolved, only, left, verdict, first, verdictChanges, firstChanges, why}: ListLeftOut): LeftOutRow =>
	({list, sha256, resolved, only, left, verdict, first: first ?? null, verdictChanges, firstChanges, why});

/** Leads in the form that programs read, printed and in a case file alike. What the verdict means stands first among the caveats, but for whose own account is ranked. */
export const leadsDocument = ({list, behaviour, presence, presenceUnknown, caveats}: Leads): LeadsDocument => ({
	schema: leadsSchemaName,
	...(list ? {leaked: list.leaked, verdict: list.verdict, ...(list.unexplained === undefined ? {} : {unexplained: rounded(list.unexplained)}), leads: list.leads.map(lead => row(lead)), ...(list.leaveOneOut ? {leaveOneOut: list.leaveOneOut.map(each => leftOut(each))} : {})} : {}),
	behaviour: behaviour.map(({employee, state, why, presence: found}) => ({employee, state, why, ...(found ? {presence: found} : {})})),
	...(presence ? {presence: presence.map(({employee, findings}) => ({employee, findings}))} : {}),
	...(presenceUnknown ? {presenceUnknown} : {}),
	caveats: [...caveats.filter(caveat => ownBeginning.test(caveat)), ...(list ? [list.because] : []), ...caveats.filter(caveat => !ownBeginning.test(caveat))],
});
