import {conjuncts} from '../../filter/conjuncts.ts';
import {moveInList, settle} from '../components/list/state.ts';
import type {LookAction} from './actions.ts';
import {layoutOf, listCount, listHeight} from './layout.ts';
import {facetPanes, isFacetPane, type PaneName} from './pane.ts';
import type {State, View} from './state.ts';

/** In the order of Tab: what one works in most comes first. */
export const panes: readonly PaneName[] = ['events', ...facetPanes, 'timeline', 'chips'];

/** Undo goes back so many steps. */
const pastSteps = 200;

const countOf = (state: State, pane: PaneName): number => listCount(state, pane, conjuncts(state.view.filter).length);

const sameView = (one: View, other: View): boolean => one.filter === other.filter && one.sort === other.sort && one.descending === other.descending && one.zone === other.zone;

/**
A view that is looked at from now on: what it asks anew gets a new revision, and lists of new answers begin at their top. What was stopped
is asked again with whatever is asked.
*/
const look = (state: State, view: View): State => {
	const isFiltered = view.filter !== state.view.filter;
	const asksEvents = isFiltered || view.sort !== state.view.sort || view.descending !== state.view.descending;
	const asksAll = isFiltered || (asksEvents && state.stopped);
	const events = asksEvents ? {cursor: 0, top: 0} : state.places.events;
	return {
		...state, view,
		revision: state.revision + (asksAll ? 1 : 0),
		eventsRevision: state.eventsRevision + (asksEvents ? 1 : 0),
		stopped: asksEvents ? false : state.stopped,
		finding: asksEvents ? undefined : state.finding,
		rangeStart: isFiltered ? undefined : state.rangeStart,
		places: {...state.places, events},
	};
};

const focusBy = (state: State, by: 1 | -1): State => {
	const at = panes.indexOf(state.focus);
	const {facets, timelineRows} = layoutOf(state);
	const reachable = panes.filter(pane => (pane !== 'chips' || countOf(state, 'chips') > 0) && (pane !== 'timeline' || timelineRows > 0) && (!isFacetPane(pane) || facets.includes(pane)));
	for (let step = 1; step <= panes.length; step++) {
		const pane = panes[(at + by * step + panes.length * step) % panes.length]!;
		if (reachable.includes(pane)) {
			return {...state, focus: pane};
		}
	}

	return state;
};

/** Every cursor back inside its list, after a resize or new answers. */
export const settlePlaces = (state: State): State => {
	const layout = layoutOf(state);
	const places = Object.fromEntries(panes.map(pane => [pane, settle(state.places[pane], countOf(state, pane), listHeight(layout, pane))])) as State['places'];
	return {...state, places};
};

const stepBack = (state: State): State => {
	const view = state.past.at(-1);
	return view
		? {...look(state, view), past: state.past.slice(0, -1), future: [state.view, ...state.future], message: 'Undone; ctrl+r redoes.'}
		: {...state, message: 'Nothing to undo.'};
};

const stepForward = (state: State): State => {
	const [view, ...future] = state.future;
	return view
		? {...look(state, view), past: [...state.past, state.view], future, message: 'Redone.'}
		: {...state, message: 'Nothing to redo.'};
};

const placed = (state: State, pane: PaneName, place: State['places'][PaneName]): State => ({...state, places: {...state.places, [pane]: place}});

/** Blind, nobody is named: contact data is masked too. */
const blinded = (state: State): State => state.blind
	? {...state, blind: false, message: 'Accounts are called by their names.'}
	: {...state, blind: true, masked: true, message: 'Blind: accounts are called by pseudonyms everywhere, and names are masked; b ends it.'};

export const reduceLook = (state: State, action: LookAction): State => {
	switch (action.type) {
		case 'view': {
			const view = {...state.view, ...action.change};
			return sameView(view, state.view)
				? {...state, message: action.message}
				: {...look(state, view), past: [...state.past.slice(-pastSteps), state.view], future: [], message: action.message};
		}

		case 'screen': {
			return {...state, screen: action.screen, pageTop: 0};
		}

		case 'page-top': {
			return {...state, pageTop: action.top};
		}

		case 'sources': {
			return {...state, sources: {...state.sources, ...action.change}};
		}

		case 'leads': {
			return {...state, leads: action.change(state.leads)};
		}

		case 'customers': {
			return {...state, customers: action.change(state.customers)};
		}

		case 'undo': {
			return stepBack(state);
		}

		case 'redo': {
			return stepForward(state);
		}

		case 'focus': {
			return 'pane' in action ? {...state, focus: action.pane} : focusBy(state, action.by);
		}

		case 'move': {
			const pane = {count: countOf(state, state.focus), height: listHeight(layoutOf(state), state.focus)};
			return placed(state, state.focus, moveInList(state.places[state.focus], action.move, pane));
		}

		case 'place': {
			const pane = {count: countOf(state, action.pane), height: listHeight(layoutOf(state), action.pane)};
			return placed(state, action.pane, moveInList(state.places[action.pane], {to: action.cursor}, pane));
		}

		case 'column': {
			return {...state, eventColumn: Math.max(0, state.eventColumn + action.by)};
		}

		case 'range-start': {
			return {...state, rangeStart: action.bucket};
		}

		case 'theme': {
			return {...state, theme: action.theme, message: `Theme: ${action.theme}.`};
		}

		case 'mask': {
			return {...state, masked: !state.masked, message: state.masked ? 'Names, e-mails and phones are shown; m masks them.' : 'Names, e-mails and phones are masked.'};
		}

		case 'blind': {
			return blinded(state);
		}

		case 'accounts': {
			return {...state, pseudonyms: action.pseudonyms};
		}

		case 'resized': {
			return {...state, size: action.size};
		}
	}
};
