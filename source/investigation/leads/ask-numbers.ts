import {everything} from '../../filter/filter.ts';
import type {Accesses} from '../../store/accesses.ts';
import {askAccountEvents, type AccountEvents} from '../../store/questions/account-events.ts';
import {askListedPlaces} from '../../store/questions/listed-places.ts';
import {askReach, type ReachRows} from '../../store/questions/reach.ts';
import type {Context} from '../context.ts';
import type {LeadsAsk} from './leads.ts';

/** Everything that is asked of the store: from here on it is numbers. */
export type LeadNumbers = {
	readonly rows: Omit<ReachRows, 'columns'>;
	readonly columns: ReachRows['columns'];
	/** Read while the accesses are already ranked. */
	readonly events: Promise<AccountEvents>;
	/** Of several lists: whom each means, by the places of `rows`. */
	readonly lists?: readonly Uint32Array[];
};

/** Asks the store, and gives what it answers to `work`, which may take its time: the session stays open until the events were read, too. */
export const withNumbers = async <Answer>(context: Context, ask: LeadsAsk, work: (numbers: LeadNumbers) => Promise<Answer>): Promise<Answer> => {
	try {
		return await context.question({filter: everything, ...(ask.signal ? {signal: ask.signal} : {})}, async accesses => askNumbers({accesses, context, ask}, work));
	} finally {
		// The tables of the session are gone with it. Of a load that was closed meanwhile nothing is left to give.
		await context.database.giveBack().catch(() => undefined);
	}
};

type Asked = {readonly accesses: Accesses; readonly context: Context; readonly ask: LeadsAsk};

const askNumbers = async <Answer>({accesses, context: {facts, leaked, database}, ask: {surfaced, displayTimezone = 'UTC', signal, onProgress}}: Asked, work: (numbers: LeadNumbers) => Promise<Answer>): Promise<Answer> => {
	const before = surfaced === undefined ? {} : {before: surfaced};
	const {columns, ...rows} = await askReach(accesses, {...before, zone: displayTimezone, onProgress: done => onProgress?.({text: 'reading accesses', done})});
	// What the answers took is wanted for the ranking.
	await database.giveBack();
	const places = leaked.length < 2 ? undefined : await askListedPlaces(accesses.session, signal);
	const lists = places && leaked.map(({customers}) => Uint32Array.from(customers.flatMap(id => places.get(id) ?? [])));
	const events = askAccountEvents(accesses, {...before, zone: displayTimezone, firstDay: rows.firstDay, facts}).then(async found => {
		await database.giveBack();
		return found;
	});
	try {
		return await work({rows, columns, events, ...(lists ? {lists} : {})});
	} finally {
		// Whoever gave up does not wait for them, and the session must not be closed under them.
		await events.catch(() => undefined);
	}
};
