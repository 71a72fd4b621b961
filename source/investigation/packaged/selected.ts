import type {CaseState} from '../../case/case-state.ts';
import {conjuncts} from '../../filter/conjuncts.ts';
import {printPart} from '../../filter/print.ts';
import {askCustomerIds, askRows} from '../../store/questions/case-accesses.ts';
import {filterOf, selectionFilter} from '../case/case-filter.ts';
import type {Context} from '../context.ts';

/** Which selections an event and a customer belong to, after what was excluded. */
export type Selected = {
	readonly ofRow: (row: number) => readonly number[];
	readonly ofCustomer: (customer: string) => readonly number[];
	/** The parts of the filters of its selections, each once. */
	readonly why: (row: number) => readonly string[];
};

export const selectedBy = async (context: Context, state: CaseState, signal: AbortSignal | undefined): Promise<Selected> => {
	const parts = new Map(state.selections.map(({number, filter}) => [number, conjuncts(filterOf(filter)).map(part => printPart(part))]));
	const why = (numbers: readonly number[]): readonly string[] => [...new Set(numbers.flatMap(number => parts.get(number) ?? []))];
	const [only, ...more] = state.selections;
	if (only && more.length === 0) {
		// One selection is all there is: nothing has to be asked.
		const [numbers, words] = [[only.number], why([only.number])];
		return {ofRow: () => numbers, ofCustomer: () => numbers, why: () => words};
	}

	const members: Array<{readonly number: number; readonly rows: ReadonlySet<number>; readonly customers: ReadonlySet<string>}> = [];
	for (const {number} of state.selections) {
		members.push(await context.question({filter: selectionFilter(state, number), ...(signal ? {signal} : {})}, async accesses => ({number, rows: await askRows(accesses), customers: await askCustomerIds(accesses)})));
	}

	const ofRow = (row: number): readonly number[] => members.filter(({rows}) => rows.has(row)).map(({number}) => number);
	return {ofRow, ofCustomer: customer => members.filter(({customers}) => customers.has(customer)).map(({number}) => number), why: row => why(ofRow(row))};
};
