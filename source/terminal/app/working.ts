import {layoutOf} from './layout.ts';
import {windowKey, type OpenedCustomer} from '../screens/customers/customers-state.ts';
import {storyKey} from '../screens/customers/story-key.ts';
import type {Answers, State} from './state.ts';

/** The panes whose answer is not there yet, or is of an older question. */
export const stalePanes = (state: State): ReadonlyArray<keyof Answers> => {
	const {answers, revision, eventsRevision} = state;
	const panes: ReadonlyArray<keyof Answers> = ['totals', ...layoutOf(state).facets, 'timeline', 'events'];
	return panes.filter(pane => answers[pane]?.revision !== (pane === 'events' ? eventsRevision : revision));
};

/** Customers of the accounts that are still being counted: their events stand there already. */
const isCounting = ({answers}: State): boolean => answers.employees?.value.rows.some(({customers}) => customers === undefined) ?? false;

/** Whether a question of the panes is not answered, or not wholly. */
export const isUnanswered = (state: State): boolean => stalePanes(state).length > 0 || isCounting(state);

/** An export that is being written now. */
export const exportRuns = ({layers}: State): boolean => layers.some(layer => layer.kind === 'export' && layer.status.is === 'running');

/** The screen of customers is looked at and not answered yet. */
const customersAsked = (state: State): boolean => state.screen === 'customers'
	&& (state.customers.opened ? isStoryAsked(state, state.customers.opened) : state.customers.window?.key !== windowKey(state) && state.customers.failure?.key !== windowKey(state));

const isStoryAsked = (state: State, opened: OpenedCustomer): boolean => opened.failure === undefined && opened.story?.key !== storyKey(state, opened);

/** Something goes on that Ctrl-C can stop. */
export const isWorking = (state: State): boolean => (state.load.status === 'running' && state.start === undefined) || exportRuns(state) || state.citing !== undefined || state.finding !== undefined || state.leads.working !== undefined || (state.facts !== undefined && !state.stopped && (isUnanswered(state) || customersAsked(state)));
