import {int64, sql, wholeNumber, type Sql} from '../sql.ts';
import type {Accesses, StoreFacts} from '../accesses.ts';
import {dayNumber, localTime} from './breakdowns.ts';

/** What was logged of an account on a day; places of accounts are those of `askReach`, in whose session this is asked. */
export type AccountDayRow = {readonly account: number; readonly day: number; readonly events: number; readonly reasoned: number; readonly offHours: number; readonly burst: number; readonly exports: number; readonly denied: number};

const hour: Sql = wholeNumber(3_600_000_000);
const tenMinutes: Sql = wholeNumber(600_000_000);

export type AccountDaysAsk = {readonly before?: number; readonly zone: string; readonly firstDay: number; readonly facts: StoreFacts};

/**
By account and day, in order: events that were not denied, those of them with a reason, those outside the hours in which the account is used on at least a tenth of its
days, the most within ten minutes of the clock, exports and shares, and denied attempts.
*/
export const askAccountDays = async function * ({session, signal}: Accesses, {before, zone, firstDay, facts}: AccountDaysAsk): AsyncGenerator<AccountDayRow> {
	const early = before === undefined ? sql`true` : sql`a.t < ${int64(before)}`;
	const denied = facts.deniedKeys.length === 0 ? sql`false` : sql`coalesce(a.outcome in (select cell from outcome_cell where outcome in ('denied', 'error')), false)`;
	await session.run(sql`create or replace temp table account_bout as select p.place as account, ${dayNumber(zone)} - ${int64(firstDay)} as day, (${localTime(zone)} // ${hour}) % 24 as hour, a.t // ${tenMinutes} as bout,
			count(*) filter (where not ${denied}) as events, count(*) filter (where not ${denied} and a.reason is not null) as reasoned,
			count(*) filter (where not ${denied} and a.activity in (select cell from activity_cell where activity in ('export', 'share'))) as exports, count(*) filter (where ${denied}) as denied
		from event a join reach_account p on p.key = a.employee where a.status = 0 and ${early} group by all`, signal);
	const rows = session.numbers(sql`with
			habit as (select account, hour, count(distinct day) as days from account_bout where events > 0 group by 1, 2),
			active as (select account, count(distinct day) as days from account_bout where events > 0 group by 1),
			own as (select h.account, h.hour from habit h join active n on n.account = h.account where h.days * 10 >= n.days)
		select b.account::uinteger, b.day::uinteger, sum(b.events)::uinteger, sum(b.reasoned)::uinteger, coalesce(sum(b.events) filter (where o.hour is null), 0)::uinteger, max(b.events)::uinteger, sum(b.exports)::uinteger, sum(b.denied)::uinteger
		from account_bout b left join own o on o.account = b.account and o.hour = b.hour group by b.account, b.day order by b.account, b.day`, signal);
	for await (const {rows: count, columns: [account, day, events, reasoned, offHours, burst, exports, refused]} of rows) {
		for (let row = 0; row < count; row++) {
			yield {account: account!(row), day: day!(row), events: events!(row), reasoned: reasoned!(row), offHours: offHours!(row), burst: burst!(row), exports: exports!(row), denied: refused!(row)};
		}
	}

	await session.run(sql`drop table account_bout`);
};
