import type {CaseState, Exclusion, Selection} from '../../case/case-state.ts';
import {allOf, anyOf, negate} from '../../filter/build.ts';
import type {Filter} from '../../filter/filter.ts';
import {parseFilter} from '../../filter/parse.ts';

/** A filter of the journal: canonical text that holds instants, so that no zone and no day of asking changes it. */
export const filterOf = (text: string): Filter => parseFilter(text, {displayTimezone: 'UTC'});

type Filtered = {readonly selections: ReadonlyArray<Pick<Selection, 'filter'>>; readonly exclusions: ReadonlyArray<Pick<Exclusion, 'filter'>>};

const exclusionsOf = ({exclusions}: Pick<Filtered, 'exclusions'>): readonly Filter[] => exclusions.map(({filter}) => negate(filterOf(filter)));

/** The accesses of one selection that no exclusion takes out. */
export const selectionFilter = (state: CaseState, number: number): Filter =>
	allOf([...state.selections.filter(selection => selection.number === number).map(({filter}) => filterOf(filter)), ...exclusionsOf(state)]);

/** The accesses of a case: of any selection, without what was excluded. A customer leaves only when none of their accesses remains. */
export const caseFilter = (state: Filtered): Filter =>
	allOf([anyOf(state.selections.map(({filter}) => filterOf(filter))), ...exclusionsOf(state)]);
