import type {Action} from '../../app/actions.ts';
import type {State} from '../../app/state.ts';
import {listMove} from '../../components/list/keys.ts';
import {listStart, moveInList} from '../../components/list/state.ts';
import type {ScreenKeys} from '../../keymap/layer-keys.ts';
import {entryAt, entryCount, type CustomersScreen, type OpenedCustomer} from './customers-state.ts';
import {listRows} from './list-lines.ts';
import {storyRows} from './story-lines.ts';

const change = (part: Partial<CustomersScreen>): readonly Action[] => [{type: 'customers', change: screen => ({...screen, ...part})}];

const closed = (): readonly Action[] => [{type: 'customers', change: ({opened: _opened, ...screen}) => screen}];

/** Into a customer; or into the record of a bulk export. */
const enter = (state: State): readonly Action[] => {
	const entry = entryAt(state.customers, state.customers.place.cursor);
	if (!entry) {
		return [{type: 'say', message: state.customers.window ? 'There is no customer here.' : 'The customers are still being read.'}];
	}

	if ('customer' in entry) {
		return change({opened: {customer: entry.customer.customer, place: listStart}});
	}

	const rows = state.customers.window!.value.unlisted.events.map(({row}) => row);
	return [{type: 'open', layer: {kind: 'record', row: entry.unlisted.row, position: rows.indexOf(entry.unlisted.row), among: rows, top: 0}}];
};

const inStory = (state: State, opened: OpenedCustomer): ScreenKeys => (_, press) => {
	const events = opened.story?.value.events ?? [];
	if (press.chord === 'escape' || press.chord === 'q') {
		return closed();
	}

	if (press.chord === 'enter') {
		const event = events[opened.place.cursor];
		return event ? [{type: 'open', layer: {kind: 'record', row: event.row, position: opened.place.cursor, among: events.map(({row}) => row), top: 0}}] : [];
	}

	const move = listMove(press);
	return move && change({opened: {...opened, place: moveInList(opened.place, move, {count: events.length, height: storyRows(state)})}});
};

export const customersKeys: ScreenKeys = (state, press) => {
	const {opened, place} = state.customers;
	if (opened) {
		return inStory(state, opened)(state, press);
	}

	if (press.chord === 'enter') {
		return enter(state);
	}

	const move = listMove(press);
	return move && change({place: moveInList(place, move, {count: entryCount(state.customers), height: listRows(state)})});
};
