import {formatCount, formatNumber} from '../../document/format-number.ts';
import {visibleText} from '../../document/visible-text.ts';
import type {CustomerRow} from '../../records/answer.ts';
import type {State} from '../app/state.ts';
import {customerCell, customerColumns, customerShowing} from '../screens/customers/customer-columns.ts';
import {entryAt, entryCount, windowKey, type OpenedCustomer} from '../screens/customers/customers-state.ts';
import {shownCustomerColumns, unlistedText} from '../screens/customers/list-lines.ts';
import {storyKey} from '../screens/customers/story-key.ts';
import {storyHead} from '../screens/customers/story-lines.ts';
import {chipsLeft} from '../screens/explore/emptied.ts';
import {said} from '../text/spoken-text.ts';
import {eventWords} from './event-words.ts';
import {position, sentence} from './words.ts';

const customerWords = (row: CustomerRow, state: State): string => sentence(...customerColumns.map(column => {
	const text = customerCell(column, row, customerShowing(state));
	if (column.key === 'customer' || text === '–' || text === '') {
		return text === '–' ? undefined : text;
	}

	return column.key === 'events' ? formatCount(row.events, 'event') : `${column.title} ${text}`;
}));

const storyWords = (opened: OpenedCustomer, state: State): readonly string[] => {
	if (opened.failure !== undefined) {
		return [visibleText(opened.failure)];
	}

	if (opened.story?.key !== storyKey(state, opened)) {
		return ['Asking what reached this customer'];
	}

	const {value} = opened.story;
	const event = value.events[opened.place.cursor];
	return [
		...storyHead(opened, value, state).map(line => said(line)),
		...(event ? [`Event ${position(opened.place.cursor, value.found)}: ${eventWords(event, state)}; the filter ${value.matching.has(event.row) ? 'leaves it' : 'does not leave it'}`] : []),
	];
};

const summary = ({customers: {window, sort, descending}}: State): string => {
	const {count, unlisted} = window!.value;
	const bulk = unlisted.found === 0 ? '' : `; ${formatCount(unlisted.found, 'bulk export')} at the end ${unlisted.found === 1 ? 'does' : 'do'} not list all`;
	return `${formatCount(count, 'customer')} by ${sort}, ${descending ? 'descending' : 'ascending'}${bulk}`;
};

const rowWords = (state: State): readonly string[] => {
	const {customers} = state;
	const {cursor} = customers.place;
	const entry = entryAt(customers, cursor);
	const {count, unlisted} = customers.window!.value;
	if (!entry) {
		return [`Row ${formatNumber(cursor + 1)} is still being read`];
	}

	return 'customer' in entry
		? [`Customer ${position(cursor, count)}: ${customerWords(entry.customer, state)}`]
		: [`Bulk export ${position(cursor - count, unlisted.found)}: ${said([{text: unlistedText(entry.unlisted, state)}])}`];
};

/** Whom the filter reaches; or one of them, and everything that reached that one. */
export const spokenCustomers = (state: State): readonly string[] => {
	const {customers} = state;
	if (customers.opened) {
		return storyWords(customers.opened, state);
	}

	if (customers.failure?.key === windowKey(state)) {
		return [visibleText(customers.failure.message)];
	}

	if (customers.window?.key !== windowKey(state)) {
		return ['Asking for the customers'];
	}

	const columns = shownCustomerColumns(state);
	return entryCount(customers) === 0
		? chipsLeft(state)
		: [summary(state), `Column ${columns[Math.min(customers.column, columns.length - 1)]!.column.title}: plus and minus filter by it`, ...rowWords(state)];
};
