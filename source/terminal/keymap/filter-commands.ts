import {conjuncts, withNot, withOnly, without, withTime} from '../../filter/conjuncts.ts';
import {isComing} from '../app/awaited-record.ts';
import {selectionOf, toggleOnly} from '../app/filter-words.ts';
import {eventAt} from '../app/reduce-answers.ts';
import {layoutOf} from '../app/layout.ts';
import {bucketRange} from '../app/time-range.ts';
import {isFacetPane} from '../app/pane.ts';
import type {State, View} from '../app/state.ts';
import {chosenValues, valueUnderCursor} from '../app/under-cursor.ts';
import type {Action} from '../app/actions.ts';
import {editorOf, emptyEditor} from '../components/line-editor/state.ts';
import {shownFilterText} from '../app/read-filter.ts';
import {everything, type Filter} from '../../filter/filter.ts';
import type {Command} from './command.ts';

const show = (filter: Filter, message?: string): readonly Action[] => {
	const change: Partial<View> = {filter};
	return [message === undefined ? {type: 'view', change} : {type: 'view', change, message}];
};

/** What the keys are about has not come yet; it is no fault of the person that there is nothing to act on. */
const isUnread = (state: State): boolean => state.focus === 'events'
	? isComing(state, state.places.events.cursor) && eventAt(state, state.places.events.cursor) === undefined
	: state.focus !== 'chips' && !state.stopped && state.answers[state.focus] === undefined;
const stillReading = 'This is still being read; press the key again when it stands there.';

const noValue = (state: State): string | undefined => {
	if (chosenValues(state)) {
		return undefined;
	}

	if (isUnread(state)) {
		return stillReading;
	}

	return state.focus === 'events' ? 'This cell holds nothing to filter by; ← → choose another column.' : 'Put the cursor on a value first.';
};

const noChips = ({view}: State): string | undefined => conjuncts(view.filter).length > 0 ? undefined : 'There is no filter to remove.';

/** The chip under the cursor, or the last one. */
const chipIndex = ({focus, places, view}: State): number => focus === 'chips' ? places.chips.cursor : conjuncts(view.filter).length - 1;

const editFilter = (state: State): readonly Action[] => {
	const text = shownFilterText(state);
	const editor = text === '' ? emptyEditor : editorOf(`${text} `);
	return [{type: 'open', layer: {kind: 'filter', editor, back: 0, typed: editor.text}}];
};

/** A range begun with `[` ends here; without one it is the bucket under the cursor. */
const chooseRange = (state: State): readonly Action[] => {
	const timeline = state.answers.timeline?.value;
	const at = state.places.timeline.cursor;
	return timeline ? show(withTime(state.view.filter, bucketRange(timeline, state.rangeStart ?? at, at)), 'Narrowed to this time; u undoes.') : [];
};

const noTimeline = (state: State): string | undefined => {
	if (layoutOf(state).timelineRows === 0) {
		return 'The timeline needs a window of 14 rows; t types a range.';
	}

	return state.answers.timeline ? undefined : stillReading;
};

/** On the timeline a range is chosen with the cursor; from elsewhere the key goes there first. */
const onTimeline = (state: State, actions: readonly Action[]): readonly Action[] => state.focus === 'timeline'
	? actions
	: [{type: 'focus', pane: 'timeline'}, {type: 'say', message: 'On the timeline: ← → move, [ begins a range, ] ends it; Tab goes on.'}];

export const filterCommands: readonly Command[] = [
	{id: 'filter', title: 'Edit the filter', short: 'filter', keys: ['f'], group: 'Filter', run: editFilter},
	{id: 'time', title: 'Choose a time range', short: 'time', keys: ['t'], group: 'Filter', run: () => [{type: 'open', layer: {kind: 'time', editor: emptyEditor, cursor: -1}}]},
	{
		id: 'only', title: 'Only this value, or the marked ones', short: 'only this', keys: ['+', '='], group: 'Filter', on: ['explore'], refuse: noValue, run(state) {
			const {field, values} = chosenValues(state)!;
			return [...show(withOnly(state.view.filter, field, ...values)), {type: 'unmark', pane: state.focus}];
		},
	},
	{
		id: 'not', title: 'Not this value, nor any of the marked ones', short: 'not this', keys: ['-'], group: 'Filter', on: ['explore'], refuse: noValue, run(state) {
			const {field, values} = chosenValues(state)!;
			return [...show(withNot(state.view.filter, field, ...values)), {type: 'unmark', pane: state.focus}];
		},
	},
	{
		id: 'toggle', title: 'Only this row of a facet; again: all rows', keys: [], group: 'Filter', on: ['explore'],
		refuse: state => isFacetPane(state.focus) ? noValue(state) : 'Put the cursor on a row of a facet first, such as an employee.',
		run(state) {
			const {field, value} = valueUnderCursor(state)!;
			const undone = selectionOf(state.view.filter, field).only.has(value);
			return show(toggleOnly(state.view.filter, field, value), undone ? undefined : 'Only this one; Enter again shows all.');
		},
	},
	{id: 'remove', title: 'Remove the chip under the cursor, or the last', short: 'remove', keys: ['x', 'delete'], group: 'Filter', refuse: noChips, run: state => show(without(state.view.filter, chipIndex(state)))},
	{id: 'clear', title: 'Remove the whole filter', keys: ['X'], group: 'Filter', refuse: noChips, run: () => show(everything, 'Everything is shown; u undoes.')},
	{id: 'range-start', title: 'Begin a range on the timeline', keys: ['['], group: 'Filter', on: ['explore'], refuse: noTimeline, run: state => onTimeline(state, [{type: 'range-start', bucket: state.places.timeline.cursor}, {type: 'say', message: 'The range begins here; move on and press ] to end it.'}])},
	{id: 'range-end', title: 'End the range on the timeline', keys: [']'], group: 'Filter', on: ['explore'], refuse: noTimeline, run: state => onTimeline(state, chooseRange(state))},
];
