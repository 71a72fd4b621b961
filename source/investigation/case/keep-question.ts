import type {Filter} from '../../filter/filter.ts';
import {printFilter} from '../../filter/print.ts';
import type {Investigation} from '../investigation.ts';
import {caseFilter} from './case-filter.ts';
import type {Case} from './open-case.ts';
import {beyondScope} from './scope.ts';

/** What the person should know: how it goes beyond what may be looked at, and why the journal does not keep it. */
type Kept = {readonly beyond: readonly string[]; readonly unkept?: string};

/** What is asked as the case selects is no question of its own; and what was asked last is not asked anew. */
const isKnown = ({state, lines}: Case, text: string): boolean => {
	const last = lines.at(-1);
	return text === printFilter(caseFilter(state)) || (last?.act === 'filter-asked' && (last.payload as {readonly filter?: unknown} | undefined)?.filter === text);
};

/**
Keeps in the journal what was asked of a case: the questions that were abandoned are part of the examination, too. Where nobody can add to the journal it is asked all the same.
*/
export const keepQuestion = async (opened: Case, investigation: Pick<Investigation, 'answer'>, filter: Filter, called?: (account: string) => string): Promise<Kept> => {
	const text = printFilter(filter);
	if (isKnown(opened, text)) {
		return {beyond: []};
	}

	const beyond = await beyondScope(opened.state, investigation, filter, called);
	if (opened.readOnly !== undefined) {
		return {beyond, unkept: opened.readOnly};
	}

	await opened.appendSoon({act: 'filter-asked', payload: {filter: text, beyondScope: beyond.length > 0}});
	return {beyond};
};
