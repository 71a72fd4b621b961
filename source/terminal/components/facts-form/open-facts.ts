import type {Action} from '../../app/actions.ts';
import type {Audience} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {editorOf} from '../line-editor/state.ts';
import type {FactName} from './fact-name.ts';
import {factDraft} from './keys.ts';
import {missingFacts} from './missing-facts.ts';

/** The form for some facts, with what was typed when it was left. */
const formFor = ({drafts}: State, audience: Audience, names: readonly FactName[]): readonly Action[] => {
	const [first] = names;
	return first === undefined ? [] : [{type: 'open', layer: {
		kind: 'facts', audience, names, part: first, status: {is: 'asking'}, texts: Object.fromEntries(names.map(name => [name, editorOf(drafts[factDraft(name)] ?? '')])),
	}}];
};

/** Asks what the documents of an audience would say and the case does not. */
export const openFacts = (state: State, audience: Audience): readonly Action[] => formFor(state, audience, missingFacts(state.opened?.state.facts ?? {}, audience));

/** All that the case does not say of what one audience or another would be told. */
const allMissing = ({opened}: State): readonly FactName[] => {
	const facts = opened?.state.facts ?? {};
	return [...new Set((['regulator', 'internal', 'customers'] as const).flatMap(audience => missingFacts(facts, audience)))];
};

export const openAllFacts = (state: State): readonly Action[] => formFor(state, 'internal', allMissing(state));

/** Why there is nothing to ask. */
export const allStated = (state: State): string | undefined => allMissing(state).length === 0 ? 'Every fact that documents use is stated; whosaw case facts DIR --file FILE changes them.' : undefined;
