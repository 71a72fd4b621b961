import type {Accesses, StoreFacts} from '../accesses.ts';
import {int64, sql, wholeNumber, type Sql} from '../sql.ts';
import {toNumber, type Items} from '../database.ts';
import {localTime} from './breakdowns.ts';
import {placeColumn, placeType, type PlaceColumn} from './reach.ts';
import {rowStretches, type RowStretch} from './row-stretches.ts';

/** Ten minutes of the clock are a bout; so many are a day. */
export const boutsOfDay = 144;

/** What an event is, as bits. */
export const eventMarks = {reasoned: 1, outward: 2, denied: 4} as const;

/** Every event of an account, denied ones too, column by column and in no order; places of accounts are those of `askReach`, in whose session this is asked. */
export type AccountEvents = {
	readonly account: PlaceColumn;
	/** Ten minutes since the first day began. */
	readonly bout: Uint32Array;
	readonly marks: Uint8Array;
};

export type AccountEventsAsk = {readonly before?: number; readonly zone: string; readonly firstDay: number; readonly facts: StoreFacts};

const bit = (holds: Sql, value: number): Sql => sql`case when ${holds} then ${wholeNumber(value)} else 0 end`;

/** Asked row by row: grouping so many small groups costs the engine more than sorting numbers does here. */
export const askAccountEvents = async ({session, signal}: Accesses, {before, zone, firstDay, facts}: AccountEventsAsk): Promise<AccountEvents> => {
	const early = before === undefined ? sql`true` : sql`a.t < ${int64(before)}`;
	const kept = sql`from event a join reach_account p on p.key = a.employee where a.status = 0 and ${early}`;
	const [{accounts = 0, events = 0, last_row: lastRow = null} = {}] = await session.all(sql`select (select count(*) from reach_account) as accounts, count(*) as events, max(a.row) as last_row ${kept}`, signal);
	const found = {account: placeColumn(Number(accounts), Number(events)), bout: new Uint32Array(Number(events)), marks: new Uint8Array(Number(events))};
	const denied = facts.deniedKeys.length === 0 ? sql`false` : sql`coalesce(a.outcome in (select cell from outcome_cell where outcome in ('denied', 'error')), false)`;
	const outward = sql`coalesce(a.activity in (select cell from activity_cell where activity in ('export', 'share')), false)`;
	const eventsOf = ({from, to}: RowStretch): Sql => sql`select p.place::${placeType(Number(accounts))}, (${localTime(zone)} // 600000000 - ${int64(firstDay * boutsOfDay)})::uinteger,
			(${bit(sql`a.reason is not null`, eventMarks.reasoned)} + ${bit(outward, eventMarks.outward)} + ${bit(denied, eventMarks.denied)})::utinyint ${kept} and a.row >= ${int64(from)} and a.row < ${int64(to)}`;
	let at = 0;
	for (const stretch of rowStretches(lastRow === null ? -1 : toNumber(lastRow))) {
		for await (const [account, bout, marks] of session.arrays<Items>(eventsOf(stretch), signal)) {
			found.account.set(account!, at);
			found.bout.set(bout!, at);
			found.marks.set(marks!, at);
			at += account!.length;
		}
	}

	return found;
};
