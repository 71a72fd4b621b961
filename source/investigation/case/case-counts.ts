import type {CaseState, Exclusion, Selection} from '../../case/case-state.ts';
import type {Affected, CustomerRow, Totals} from '../../records/answer.ts';
import type {Investigation} from '../investigation.ts';
import {caseFilter} from './case-filter.ts';

/** The three counts of a case, never merged; each says what it rests on. */
export type CaseCounts = {
	readonly accessed: {readonly customers: number; readonly affected: Affected; readonly basis: string};
	readonly withoutSupportedReason: {readonly customers: number; readonly basis: string};
	readonly corroborated: {readonly customers: number; readonly basis: string};
	readonly totals: Totals;
};

/** What the counts of a case hang on. */
export type CountedCase = Pick<CaseState, 'leaked'> & {readonly selections: ReadonlyArray<Pick<Selection, 'filter'>>; readonly exclusions: ReadonlyArray<Pick<Exclusion, 'filter'>>};

export const caseCounts = async (state: CountedCase, investigation: Investigation, corroborated: ReadonlySet<string>): Promise<CaseCounts> => {
	const {totals, affected, customers} = await investigation.answer({filter: caseFilter(state)});
	return countsOf(state, {totals, affected, disclosed: customers.filter(({customer}) => corroborated.has(customer)).length, supported: supportedAmong(customers)});
};

/** Customers with an access whose reason a ticket supports; undefined where there are no tickets. */
export const supportedAmong = (customers: ReadonlyArray<Pick<CustomerRow, 'supported'>>): number | undefined =>
	customers.some(({supported}) => supported !== undefined) ? customers.filter(({supported}) => supported).length : undefined;

export type Counted = {
	readonly totals: Totals;
	readonly affected: Affected;
	/** Customers who stand on a frozen list. */
	readonly disclosed: number;
	/** As `supportedAmong` says. */
	readonly supported: number | undefined;
};

/** The same of an answer that is there. */
export const countsOf = (state: CountedCase, {totals, affected, disclosed, supported}: Counted): CaseCounts => ({
	totals,
	accessed: {customers: totals.customers, affected, basis: `any access left in ${state.selections.length === 1 ? 'the selection' : `the ${state.selections.length} selections`}${state.exclusions.length > 0 ? ` after ${state.exclusions.length} exclusion${state.exclusions.length === 1 ? '' : 's'}` : ''}`},
	withoutSupportedReason: supported === undefined
		? {customers: totals.customers, basis: 'no ticket system was given to check reasons against: no access is known to be supported'}
		: {customers: totals.customers - supported, basis: 'none of their accesses has a reason that a ticket supports: one of this customer, assigned to this account, open then'},
	corroborated: {customers: disclosed, basis: state.leaked.length === 0 ? 'no list of leaked customers was frozen' : `member of ${state.leaked.length === 1 ? 'the frozen list' : `one of ${state.leaked.length} frozen lists`} of leaked customers`},
});
