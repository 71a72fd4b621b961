import type {Action, AppAction} from './actions.ts';
import {reduceAnswers} from './reduce-answers.ts';
import {openAwaited} from './awaited-record.ts';
import {noticedNow} from './noticed-files.ts';
import {reduceExplore} from './reduce-explore.ts';
import {reduceLayers} from './reduce-layers.ts';
import {reduceLoad} from './reduce-load.ts';
import {reduceLook, settlePlaces} from './reduce-look.ts';
import {reduceStart} from './reduce-start.ts';
import type {State} from './state.ts';

const reduceApp = (state: State, action: AppAction): State => {
	switch (action.type) {
		case 'changed-files': {
			const changed = noticedNow(state.changed, action.files, action.at);
			return changed === state.changed ? state : {...state, changed};
		}

		case 'say': {
			return {...state, message: action.message};
		}

		case 'pressed': {
			return {...state, message: undefined, awaitsRecord: false, armed: action.interrupt && state.armed};
		}

		case 'stop': {
			return {...state, stops: state.stops + 1, armed: true};
		}

		case 'copy': {
			return {...state, copied: {text: action.text}, message: `Copied ${action.what}.`};
		}

		case 'case': {
			return {...state, opened: action.opened, ...(action.message === undefined ? {} : {message: action.message})};
		}

		case 'journal': {
			return state.opened ? {...state, opened: {...state.opened, journal: action.journal}} : state;
		}

		case 'actor': {
			const {name, agency} = action;
			return {...state, investigator: name, actor: {name, agency}};
		}

		case 'suspend': {
			return {...state, suspends: state.suspends + 1};
		}

		case 'leave': {
			return {...state, leaving: action.code};
		}
	}
};

const reducePart = (state: State, action: Action): State => {
	switch (action.type) {
		case 'progress': case 'loaded': case 'load-failed': case 'load-cancelled': case 'load-again': case 'doubt': case 'decide': {
			return reduceLoad(state, action);
		}

		case 'start': case 'opened': {
			return reduceStart(state, action);
		}

		case 'answered': case 'event-rows': case 'question-failed': case 'questions-stopped': case 'ask-again': {
			return reduceAnswers(state, action);
		}

		case 'open': case 'change': case 'late': case 'await-record': case 'close': case 'keep': case 'remember': {
			return reduceLayers(state, action);
		}

		case 'changed-files': case 'say': case 'pressed': case 'stop': case 'copy': case 'case': case 'journal': case 'actor': case 'suspend': case 'leave': {
			return reduceApp(state, action);
		}

		case 'other-facet': case 'mark': case 'unmark': case 'cite': case 'find-event': case 'found-event': case 'found': case 'overlay': {
			return reduceExplore(state, action);
		}

		default: {
			return reduceLook(state, action);
		}
	}
};

/** After these a list may be shorter or a pane lower than before. */
const unsettling = new Set<Action['type']>(['answered', 'resized', 'view', 'undo', 'redo', 'loaded']);

/** The whole state of the app, in one pure step. */
export const reduce = (state: State, action: Action): State => {
	const next = reducePart(state, action);
	return openAwaited(unsettling.has(action.type) ? settlePlaces(next) : next);
};
