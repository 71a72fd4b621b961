import {formatCount} from '../../document/format-number.ts';
import {isComing} from '../app/awaited-record.ts';
import {markCount} from '../app/marks.ts';
import {isFacetPane} from '../app/pane.ts';
import {eventAt} from '../app/reduce-answers.ts';
import type {State} from '../app/state.ts';
import type {Command} from './command.ts';
import {noHiddenCopy} from './revealing.ts';

const nothingToMark = (state: State): string | undefined => {
	const {focus, places, answers} = state;
	if (isFacetPane(focus)) {
		return answers[focus]?.value.rows[places[focus].cursor] ? undefined : 'There is no row to mark here.';
	}

	if (focus !== 'events') {
		return 'Put the cursor in a list first (Tab).';
	}

	return eventAt(state, places.events.cursor) ? undefined : (isComing(state, places.events.cursor) ? 'This event is still being read; press Space again when it stands there.' : 'There is no event to mark here.');
};

/** The marked events in the order in which they were marked, or the one under the cursor. */
const rowsToCite = (state: State): readonly number[] => {
	const {marks, places} = state;
	const under = eventAt(state, places.events.cursor);
	return marks.events.size > 0 ? [...marks.events.keys()] : (under ? [under.row] : []);
};

export const markCommands: readonly Command[] = [
	{id: 'mark', title: 'Mark this row, or take its mark away', short: 'mark', keys: ['space'], group: 'Look', on: ['explore'], refuse: nothingToMark, run: () => [{type: 'mark'}, {type: 'move', move: {by: 1}}]},
	{
		id: 'unmark', title: 'Take all marks of this pane away', keys: [], group: 'Look', on: ['explore'],
		refuse: state => markCount(state, state.focus) > 0 ? undefined : 'Nothing is marked in this pane.',
		run: ({focus}) => [{type: 'unmark', pane: focus}],
	},
	{
		id: 'copy-cited', title: 'Copy the marked events, or this one, with their citations', keys: ['Y'], group: 'Evidence', on: ['explore'],
		refuse: state => state.blind ? 'Blind: a verbatim record names its account; b ends it.' : (rowsToCite(state).length > 0 ? noHiddenCopy(state) : 'There is no event to copy.'),
		run(state) {
			const rows = rowsToCite(state);
			return [{type: 'cite', rows}, {type: 'say', message: `Reading ${formatCount(rows.length, 'record')} in the exports…`}];
		},
	},
];
