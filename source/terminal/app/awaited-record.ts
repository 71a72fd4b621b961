import {eventAt} from './reduce-answers.ts';
import type {State} from './state.ts';

const isStale = ({answers, eventsRevision}: State): boolean => answers.events?.revision !== eventsRevision;

/**
The event at this place in the list is still being read: nothing stands there yet, or the row of an older question, which is not what
was asked for. Once the questions were stopped nothing comes any more, and what stands there is all there is.
*/
export const isComing = (state: State, position: number): boolean => !state.stopped && state.facts !== undefined
	&& (isStale(state) || (position < state.answers.events!.value.count && eventAt(state, position) === undefined));

/** Opens the event that was waited for, once it is there. */
export const openAwaited = (state: State): State => {
	const {cursor} = state.places.events;
	if (!state.awaitsRecord || isComing(state, cursor)) {
		return state;
	}

	const event = eventAt(state, cursor);
	return event
		? {...state, awaitsRecord: false, message: undefined, layers: [...state.layers, {kind: 'record', row: event.row, position: cursor, top: 0}]}
		: {...state, awaitsRecord: false, message: 'There is no event here.'};
};
