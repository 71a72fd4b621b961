import {accountPseudonyms} from '../../document/account-pseudonyms.ts';
import type {StartAction} from './actions.ts';
import {titleOf} from './initial-state.ts';
import {loadStart} from './load-state.ts';
import type {State} from './state.ts';

/** The screen that one begins with, and the way from it to what was chosen. */
export const reduceStart = (state: State, action: StartAction): State => {
	switch (action.type) {
		case 'start': {
			return state.start ? {...state, start: action.change(state.start)} : state;
		}

		case 'opened': {
			const {request, commandPaths, caseFolder, pseudonymKey, now} = action;
			return {...state, start: undefined, request, commandPaths, caseFolder, title: titleOf(commandPaths), load: loadStart(now), layers: [], ...(pseudonymKey === undefined ? {} : {pseudonyms: accountPseudonyms(pseudonymKey)})};
		}
	}
};
