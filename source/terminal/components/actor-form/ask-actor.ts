import type {Action} from '../../app/actions.ts';
import type {State} from '../../app/state.ts';
import {emptyEditor} from '../line-editor/state.ts';

/** The draft by which it is known that the person was asked. */
export const actorDraft = 'actor-name';

/** Asks who acts before the first command that records it, which then goes on; `undefined` when it is known, or was not said when asked. */
export const askActor = ({investigator, drafts}: State, command: string): readonly Action[] | undefined => investigator === undefined && drafts[actorDraft] === undefined
	? [{type: 'open', layer: {kind: 'actor', name: emptyEditor, agency: emptyEditor, field: 'name', problem: undefined, command}}]
	: undefined;
