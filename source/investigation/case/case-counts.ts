import type {CaseState} from '../../case/case-state.ts';
import type {Affected, Totals} from '../../records/answer.ts';
import type {Investigation} from '../investigation.ts';
import {caseFilter} from './case-filter.ts';

/** The three counts of a case, never merged; each says what it rests on. */
export type CaseCounts = {
	readonly accessed: {readonly customers: number; readonly affected: Affected; readonly basis: string};
	readonly withoutSupportedReason: {readonly customers: number; readonly basis: string};
	readonly corroborated: {readonly customers: number; readonly basis: string};
	readonly totals: Totals;
};

export const caseCounts = async (state: CaseState, investigation: Investigation, corroborated: ReadonlySet<string>): Promise<CaseCounts> => {
	const {totals, affected, customers} = await investigation.answer({filter: caseFilter(state)});
	return countsOf(state, {totals, affected, disclosed: customers.filter(({customer}) => corroborated.has(customer)).length});
};

/** The same of an answer that is there; `disclosed` are its customers who stand on a frozen list. */
export const countsOf = (state: CaseState, {totals, affected, disclosed}: {readonly totals: Totals; readonly affected: Affected; readonly disclosed: number}): CaseCounts => ({
	totals,
	accessed: {customers: totals.customers, affected, basis: `any access left in ${state.selections.length === 1 ? 'the selection' : `the ${state.selections.length} selections`}${state.exclusions.length > 0 ? ` after ${state.exclusions.length} exclusion${state.exclusions.length === 1 ? '' : 's'}` : ''}`},
	withoutSupportedReason: {customers: totals.customers, basis: 'no ticket system was given to check reasons against: no access is known to be supported'},
	corroborated: {customers: disclosed, basis: state.leaked.length === 0 ? 'no list of leaked customers was frozen' : `member of ${state.leaked.length === 1 ? 'the frozen list' : `one of ${state.leaked.length} frozen lists`} of leaked customers`},
});
