import type {Action} from '../app/actions.ts';
import type {State} from '../app/state.ts';
import {askActor} from '../components/actor-form/ask-actor.ts';
import {caseDraft} from '../components/case-act/keys.ts';
import {editorOf} from '../components/line-editor/state.ts';

/*
In a case, what was hidden is shown for a reason, which the journal keeps. Outside of one nothing is asked.
*/

type Reveal = 'unmask' | 'unblind';

const hides = {unmask: 'mask', unblind: 'blind'} as const;

const isHidden = ({masked, blind}: State, what: Reveal): boolean => what === 'unmask' ? masked : blind;

/** Why what is hidden cannot be shown now: a journal that nobody can write in keeps no reason. */
const noReason = ({caseFolder, opened}: State): string | undefined => {
	if (caseFolder === undefined) {
		return undefined;
	}

	if (!opened) {
		return 'The case is not open yet: what is hidden is shown for a reason, which its journal keeps.';
	}

	return opened.readOnly === undefined ? undefined : `What is hidden is shown for a reason, which the journal keeps, and the case is open to be read only: ${opened.readOnly}.`;
};

export const noUnmasking = (state: State): string | undefined => {
	if (state.blind) {
		return 'Blind: names, e-mails and phones stay masked; b ends it.';
	}

	return state.masked ? noReason(state) : undefined;
};

export const noUnblinding = (state: State): string | undefined => state.blind ? noReason(state) : undefined;

/** Hides at once; shows when it is known why, where that is asked. */
export const revealing = (state: State, what: Reveal): readonly Action[] => {
	if (state.caseFolder === undefined || !isHidden(state, what)) {
		return [{type: hides[what]}];
	}

	return askActor(state, hides[what]) ?? [{type: 'open', layer: {kind: 'case-act', act: what, reason: editorOf(state.drafts[caseDraft(what)] ?? ''), status: {is: 'asking'}}}];
};

/** A copy of what is hidden would show it too; in a case it is unmasked first, for a reason. */
export const noHiddenCopy = ({caseFolder, masked}: State): string | undefined => caseFolder !== undefined && masked
	? 'It would be copied with its names: in a case m shows them first, for a reason.'
	: undefined;
