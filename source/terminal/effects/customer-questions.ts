import {allOf} from '../../filter/build.ts';
import {withOnly} from '../../filter/conjuncts.ts';
import {everything} from '../../filter/filter.ts';
import type {Investigation} from '../../investigation/investigation.ts';
import type {CustomerRow} from '../../records/answer.ts';
import {bucketsFor} from '../app/layout.ts';
import type {State} from '../app/state.ts';
import {customerChunk, type CustomerStory, type CustomerWindow} from '../screens/customers/customers-state.ts';

/** Bulk exports and events of one customer that are listed; what is beyond is counted. */
const most = {unlisted: 500, events: 2000} as const;

export type CustomerAsking = {readonly investigation: Investigation; readonly state: State; readonly signal: AbortSignal};

const pageOf = ({customers: {sort, descending}}: State, chunk: number) => ({sort, descending, offset: chunk * customerChunk, limit: customerChunk});

/** The head of the list, how long it is, and what cannot be listed. */
export const askWindow = async ({investigation, state, signal}: CustomerAsking): Promise<CustomerWindow> => {
	const ask = {filter: state.view.filter, displayTimezone: state.view.zone, signal};
	const [{totals}, rows, unlisted] = await Promise.all([investigation.totals(ask), investigation.customers({...ask, ...pageOf(state, 0)}), investigation.unlisted({...ask, limit: most.unlisted})]);
	return {count: totals.customers, chunks: new Map([[0, rows]]), unlisted};
};

/** Asked without the filter's other parts: what reached a customer is more than what a filter shows of it. */
export const askStory = async ({investigation, state, signal}: CustomerAsking, customer: string): Promise<CustomerStory> => {
	const only = withOnly(everything, 'customer', customer);
	const ask = {filter: only, displayTimezone: state.view.zone, signal};
	const both = {...ask, filter: allOf([state.view.filter, only])};
	const [[whole], events, found, matching, {rows: employees}, timeline] = await Promise.all([
		investigation.customers({...ask, offset: 0, limit: 1}), investigation.events({...ask, offset: 0, limit: most.events}), investigation.countEvents(ask),
		investigation.events({...both, offset: 0, limit: most.events}), investigation.facet({...ask, field: 'employee', limit: 50}), investigation.timeline({...ask, buckets: bucketsFor(state.size)}),
	]);
	return {whole, events, found, matching: new Set(matching.map(({row}) => row)), employees, timeline};
};

export const askChunk = async ({investigation, state, signal}: CustomerAsking, chunk: number): Promise<readonly CustomerRow[]> =>
	investigation.customers({filter: state.view.filter, displayTimezone: state.view.zone, signal, ...pageOf(state, chunk)});
