import type {Filter} from '../../filter/filter.ts';
import {printFilter} from '../../filter/print.ts';
import type {Investigation} from '../investigation.ts';
import {caseFilter} from './case-filter.ts';
import type {Case} from './open-case.ts';
import {beyondScope} from './scope.ts';

/** What is asked as the case selects is no question of its own; and what was asked last is not asked anew. */
const isKnown = ({state, lines}: Case, text: string): boolean => {
	const last = lines.at(-1);
	return text === printFilter(caseFilter(state)) || (last?.act === 'filter-asked' && (last.payload as {readonly filter?: unknown} | undefined)?.filter === text);
};

/**
Keeps in the journal what was asked of a case: the questions that were abandoned are part of the examination, too. Gives what the person should know: that it lies
beyond what may be looked at, or that nobody can add to the journal, which keeps nobody from asking.
*/
export const keepQuestion = async (opened: Case, investigation: Pick<Investigation, 'answer'>, filter: Filter): Promise<readonly string[]> => {
	const text = printFilter(filter);
	if (isKnown(opened, text)) {
		return [];
	}

	const beyond = await beyondScope(opened.state, investigation, filter);
	if (opened.readOnly !== undefined) {
		return [...beyond, `The journal does not keep what was asked: ${opened.readOnly}.`];
	}

	await opened.appendSoon({act: 'filter-asked', payload: {filter: text, beyondScope: beyond.length > 0}});
	return beyond;
};
