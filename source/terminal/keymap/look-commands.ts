import type {EventSort} from '../../investigation/investigation.ts';
import type {Action} from '../app/actions.ts';
import {isComing} from '../app/awaited-record.ts';
import {findFrom, findInEvents} from '../app/find-in-pane.ts';
import {eventAt} from '../app/reduce-answers.ts';
import type {State} from '../app/state.ts';
import {filterText, shownFilterText} from '../app/read-filter.ts';
import {shownValue, valueUnderCursor} from '../app/under-cursor.ts';
import {emptyEditor} from '../components/line-editor/state.ts';
import {noUnblinding, noUnmasking, revealing} from './revealing.ts';
import type {Command} from './command.ts';

const sorts: readonly EventSort[] = ['time', 'employee', 'customer', 'activity', 'reason', 'system'];

const nextSort = ({view}: State): readonly Action[] => {
	const sort = sorts[(sorts.indexOf(view.sort) + 1) % sorts.length]!;
	return [{type: 'view', change: {sort, descending: false}, message: `Events by ${sort}; S reverses.`}];
};

const reverse = ({view}: State): readonly Action[] =>
	[{type: 'view', change: {descending: !view.descending}, message: `Events by ${view.sort}, ${view.descending ? 'ascending' : 'descending'}.`}];

const nextZone = ({view, zones}: State): readonly Action[] => {
	const zone = zones[(zones.indexOf(view.zone) + 1) % zones.length]!;
	return [{type: 'view', change: {zone}, message: zones.length === 1 ? `All zones here are ${zone}; --display-timezone names another.` : `Times are shown in ${zone}. What matches stays the same.`}];
};

const again = (state: State, by: 1 | -1): readonly Action[] => {
	if (state.focus === 'events') {
		return findInEvents(state, state.found?.text ?? '', {after: state.places.events.cursor, by});
	}

	const found = findFrom(state, state.found?.text ?? '', by);
	return found === undefined ? [{type: 'say', message: `No other “${state.found?.text}” in what is on hand here.`}] : [{type: 'place', pane: state.focus, cursor: found}];
};

const noSearch = ({found}: State): string | undefined => found === undefined ? 'Nothing was searched for yet; / finds.' : undefined;
const notSearchable = ({focus}: State): string | undefined => focus === 'chips' || focus === 'timeline' ? 'Put the cursor in a list first (Tab).' : undefined;

/** The event under the cursor of the events, with every field of its record; at once, or when it has been read. */
const openRecord = (state: State): readonly Action[] => {
	const position = state.places.events.cursor;
	const event = isComing(state, position) ? undefined : eventAt(state, position);
	return [event ? {type: 'open', layer: {kind: 'record', row: event.row, position, top: 0}} : {type: 'await-record'}];
};

const noEvent = (state: State): string | undefined => {
	const {cursor} = state.places.events;
	return isComing(state, cursor) || eventAt(state, cursor) ? undefined : 'There is no event here.';
};

/** A command line with pseudonyms would not run, and one with accounts would name them. */
const blindCommand = (state: State): string | undefined => state.blind && filterText(state.view.filter) !== shownFilterText(state) ? 'Blind: the command line of this filter names an account; b ends it.' : undefined;

export const lookCommands: readonly Command[] = [
	{
		id: 'record', title: 'Open the record of this event', short: 'open', keys: ['enter'], group: 'Evidence', on: ['explore'],
		refuse: noEvent, run: openRecord,
	},
	{id: 'command', title: 'Show the command line that gives this view', short: 'command', keys: ['c'], group: 'Evidence', refuse: blindCommand, run: () => [{type: 'open', layer: {kind: 'command', top: 0}}]},
	{
		id: 'copy', title: 'Copy the value under the cursor', keys: ['y'], group: 'Evidence', on: ['explore'],
		refuse: state => valueUnderCursor(state) ? undefined : 'There is no value here.',
		run: state => [{type: 'copy', text: shownValue(state, valueUnderCursor(state)!), what: 'the value'}],
	},
	{id: 'find', title: 'Find in this pane', short: 'find', keys: ['/'], group: 'Look', on: ['explore'], refuse: notSearchable, run: ({focus, places}) => [{type: 'open', layer: {kind: 'find', editor: emptyEditor, pane: focus, from: places[focus].cursor}}]},
	{id: 'find-next', title: 'Find the next', keys: ['n'], group: 'Look', on: ['explore'], refuse: noSearch, run: state => again(state, 1)},
	{id: 'find-previous', title: 'Find the previous', keys: ['N'], group: 'Look', on: ['explore'], refuse: noSearch, run: state => again(state, -1)},
	{id: 'sort', title: 'Sort the events by the next column', short: 'sort', keys: ['s'], group: 'Look', on: ['explore'], run: nextSort},
	{id: 'reverse', title: 'Reverse the order of the events', keys: ['S'], group: 'Look', on: ['explore'], run: reverse},
	{id: 'zone', title: 'Show times in the next zone', keys: ['z'], group: 'Look', run: nextZone},
	{
		id: 'theme', title: 'Next theme: default, high contrast, none', keys: [], group: 'Look',
		refuse: ({themes}) => themes.length > 1 ? undefined : 'Without colour there is one theme.',
		run: ({theme, themes}) => [{type: 'theme', theme: themes[(themes.indexOf(theme) + 1) % themes.length]!}],
	},
	{id: 'mask', title: 'Show or mask names, e-mails and phones', keys: ['m'], group: 'Look', refuse: noUnmasking, run: state => revealing(state, 'unmask')},
	{id: 'blind', title: 'Call accounts by pseudonyms everywhere, or by their names', keys: ['b'], group: 'Look', refuse: noUnblinding, run: state => revealing(state, 'unblind')},
	{id: 'undo', title: 'Undo the last change of the view', short: 'undo', keys: ['u'], group: 'Look', run: () => [{type: 'undo'}]},
	{id: 'redo', title: 'Redo', keys: ['ctrl+r'], group: 'Look', run: () => [{type: 'redo'}]},
	{id: 'ask-again', title: 'Ask again what was stopped', keys: ['r'], group: 'Look', refuse: ({stopped}) => stopped ? undefined : 'Nothing was stopped.', run: () => [{type: 'ask-again'}]},
];
