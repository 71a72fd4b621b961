import type {EventRow} from '../../records/answer.ts';
import type {State} from '../app/state.ts';
import {cellText, eventColumns, showingOf} from '../screens/explore/event-columns.ts';
import {said} from '../text/spoken-text.ts';

/** Everything that is known of an event, each with its name; what is missing is not said. */
export const eventWords = (event: EventRow, state: State): string => eventColumns
	.map(column => ({title: column.title, text: said([{text: cellText(column, event, showingOf(state))}])}))
	.filter(({text}) => text !== '–' && text !== '')
	.map(({title, text}) => `${title} ${text}`).join(', ');
