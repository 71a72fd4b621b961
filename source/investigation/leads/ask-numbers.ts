import {everything} from '../../filter/filter.ts';
import {askAccountEvents, type AccountEvents} from '../../store/questions/account-events.ts';
import {askReach, type ReachRows} from '../../store/questions/reach.ts';
import type {Context} from '../context.ts';
import type {LeadsAsk} from './leads.ts';

/** Everything that is asked of the store: from here on it is numbers. */
export type LeadNumbers = {
	readonly rows: Omit<ReachRows, 'columns'>;
	readonly columns: ReachRows['columns'];
	readonly events: AccountEvents;
};

export const askNumbers = async ({question, facts}: Context, {surfaced, displayTimezone = 'UTC', signal, onProgress}: LeadsAsk): Promise<LeadNumbers> =>
	question({filter: everything, ...(signal ? {signal} : {})}, async accesses => {
		const before = surfaced === undefined ? {} : {before: surfaced};
		const {columns, ...rows} = await askReach(accesses, {...before, zone: displayTimezone, onProgress: done => onProgress?.({text: 'reading accesses', done})});
		onProgress?.({text: 'counting days', done: 0});
		const events = await askAccountEvents(accesses, {...before, zone: displayTimezone, firstDay: rows.firstDay, facts});
		return {rows, columns, events};
	});
