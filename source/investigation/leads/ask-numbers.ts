import {everything} from '../../filter/filter.ts';
import {askAccountEvents, type AccountEvents} from '../../store/questions/account-events.ts';
import {askListedPlaces} from '../../store/questions/listed-places.ts';
import {askReach, type ReachRows} from '../../store/questions/reach.ts';
import type {Context} from '../context.ts';
import type {LeadsAsk} from './leads.ts';

/** Everything that is asked of the store: from here on it is numbers. */
export type LeadNumbers = {
	readonly rows: Omit<ReachRows, 'columns'>;
	readonly columns: ReachRows['columns'];
	readonly events: AccountEvents;
	/** Of several lists: whom each means, by the places of `rows`. */
	readonly lists?: readonly Uint32Array[];
};

export const askNumbers = async ({question, facts, leaked}: Context, {surfaced, displayTimezone = 'UTC', signal, onProgress}: LeadsAsk): Promise<LeadNumbers> =>
	question({filter: everything, ...(signal ? {signal} : {})}, async accesses => {
		const before = surfaced === undefined ? {} : {before: surfaced};
		const {columns, ...rows} = await askReach(accesses, {...before, zone: displayTimezone, onProgress: done => onProgress?.({text: 'reading accesses', done})});
		onProgress?.({text: 'counting days', done: 0});
		const events = await askAccountEvents(accesses, {...before, zone: displayTimezone, firstDay: rows.firstDay, facts});
		if (leaked.length < 2) {
			return {rows, columns, events};
		}

		const places = await askListedPlaces(accesses.session, signal);
		return {rows, columns, events, lists: leaked.map(({customers}) => Uint32Array.from(customers.flatMap(id => places.get(id) ?? [])))};
	});
