import type {ExploreAction} from './actions.ts';
import {layoutOf} from './layout.ts';
import {toggleMark, unmarked} from './marks.ts';
import {isFacetPane} from './pane.ts';
import {reduceLook} from './reduce-look.ts';
import type {State} from './state.ts';

/** What Explore alone has: its facets, marks, searches, and what lies on its timeline. */
export const reduceExplore = (state: State, action: ExploreAction): State => {
	switch (action.type) {
		case 'other-facet': {
			return {...state, otherFacet: action.pane, focus: isFacetPane(state.focus) && state.focus === layoutOf(state).facets.at(-1) ? action.pane : state.focus};
		}

		case 'mark': {
			return {...state, marks: toggleMark(state)};
		}

		case 'unmark': {
			return {...state, marks: unmarked(state.marks, action.pane)};
		}

		case 'cite': {
			return {...state, citing: action.rows.length > 0 ? {rows: action.rows} : undefined};
		}

		case 'find-event': {
			return {...state, finding: action.finding};
		}

		case 'found-event': {
			const found = {...state, finding: undefined, message: action.message};
			return action.place === undefined ? found : reduceLook(found, {type: 'place', pane: 'events', cursor: action.place});
		}

		case 'found': {
			return {...state, found: action.found};
		}

		case 'overlay': {
			return {...state, overlay: action.accounts};
		}
	}
};
