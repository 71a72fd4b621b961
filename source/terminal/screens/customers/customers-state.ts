import type {CustomerSort, FacetRow, Timeline} from '../../../investigation/investigation.ts';
import type {CustomerRow, EventRow} from '../../../records/answer.ts';
import {listStart, type ListPlace} from '../../components/list/state.ts';

/** The part of the list that was fetched, in chunks of `customerChunk`; the bulk exports that name nobody stand behind the customers. */
export type CustomerWindow = {
	readonly count: number;
	readonly chunks: ReadonlyMap<number, readonly CustomerRow[]>;
	readonly unlisted: {readonly events: readonly EventRow[]; readonly found: number};
};

/** Everything that reached one customer, by anyone, at any time. */
export type CustomerStory = {
	/** Over everything loaded; absent when no access reached the customer, only denied ones. */
	readonly whole: CustomerRow | undefined;
	readonly events: readonly EventRow[];
	/** All of them; `events` has the first ones. */
	readonly found: number;
	/** Rows of the events that the filter leaves. */
	readonly matching: ReadonlySet<number>;
	readonly employees: readonly FacetRow[];
	readonly timeline: Timeline;
};

export type OpenedCustomer = {
	readonly customer: string;
	readonly place: ListPlace;
	/** The question that the story answers; of an older one it is stale. */
	readonly story?: {readonly key: string; readonly value: CustomerStory};
	readonly failure?: string;
};

export type CustomersScreen = {
	readonly place: ListPlace;
	/** Which column `+`, `-` and `y` act on. */
	readonly column: number;
	readonly sort: CustomerSort;
	readonly descending: boolean;
	readonly window?: {readonly key: string; readonly value: CustomerWindow};
	/** Of the question of this key, which is not asked again by itself. */
	readonly failure?: {readonly key: string; readonly message: string};
	readonly opened?: OpenedCustomer;
};

export const customerChunk = 200;

export const customersStart: CustomersScreen = {place: listStart, column: 0, sort: 'id', descending: false};

/** Names a question about the list: the filter's revision and the order. */
export const windowKey = ({revision, customers: {sort, descending}}: {readonly revision: number; readonly customers: CustomersScreen}): string => `${revision} ${sort} ${descending ? 'down' : 'up'}`;

/** What stands at a place of the list: a customer, a bulk export, or something that is still being read. */
export const entryAt = ({window}: CustomersScreen, position: number): {readonly customer: CustomerRow} | {readonly unlisted: EventRow} | undefined => {
	if (!window) {
		return undefined;
	}

	const {count, chunks, unlisted} = window.value;
	if (position >= count) {
		const event = unlisted.events[position - count];
		return event && {unlisted: event};
	}

	const customer = chunks.get(Math.floor(position / customerChunk))?.[position % customerChunk];
	return customer && {customer};
};

/** Rows of the list: the customers, and the bulk exports that are on hand. */
export const entryCount = ({window}: CustomersScreen): number => window ? window.value.count + window.value.unlisted.events.length : 0;
