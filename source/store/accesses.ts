import type {Filter} from '../filter/filter.ts';
import {compileFilter, type FilterHelp} from './compile-filter.ts';
import type {Session} from './database.ts';
import {isInferred, readListFacts} from './event-lists.ts';
import {joined, sql, unsigned, wholeNumber, type Sql} from './sql.ts';
import {supportIs} from './support.ts';

/** What every question begins with: the accesses that match, and how to count them. */
export type Accesses = {
	readonly session: Session;
	/** The relation `a`: one row an access, with \`row\` for the event and \`who\` for the customer. */
	readonly from: Sql;
	/** Matches the filter. */
	readonly condition: Sql;
	/** Matches the filter and is kept. */
	readonly where: Sql;
	/** Not denied and not failed. */
	readonly reached: Sql;
	/** Has a reason that a ticket supports; absent where there are no tickets. */
	readonly supported?: Sql;
	/** Only a list behind the event names the customer; absent where no list was given. */
	readonly inferred?: Sql;
	/** Distinct events among accesses that hold a condition. */
	readonly countEvents: (condition: Sql) => Sql;
	readonly signal?: AbortSignal;
};

/** What does not change once everything is loaded. */
export type StoreFacts = {
	/** Some events name several customers: an event is then several rows of accesses. */
	readonly several: boolean;
	/** There are tickets that reasons were held against. */
	readonly judged: boolean;
	/** Keys of the outcomes that reach nobody. */
	readonly deniedKeys: readonly bigint[];
	/** Keys of the actions by which data leaves in bulk. */
	readonly outwardKeys: readonly bigint[];
	/** A rule says of some events that they reached many. */
	readonly unnamed: boolean;
	/** Lists were joined to events: the rows of those that say no number of customers all the same. Absent where no list was given. */
	readonly listed?: readonly number[];
};

export const readFacts = async (session: Session): Promise<StoreFacts> => {
	const several = await session.all(sql`select 1 from event where many is not null limit 1`);
	const denied = await session.all(sql`select distinct cell from outcome_cell where outcome in ('denied', 'error')`);
	const outward = await session.all(sql`select distinct cell from activity_cell where activity in ('export', 'share', 'search')`);
	const tickets = await session.all(sql`select 1 from ticket limit 1`);
	const unnamed = await session.all(sql`select 1 from event where unnamed limit 1`);
	const listed = await readListFacts(session);
	return {...(listed ? {listed} : {}), unnamed: unnamed.length > 0, several: several.length > 0, judged: tickets.length > 0, deniedKeys: denied.map(row => row['cell'] as bigint), outwardKeys: outward.map(row => row['cell'] as bigint)};
};

const inKeys = (column: Sql, keys: readonly bigint[]): Sql => keys.length === 0 ? sql`false` : sql`coalesce(${column} in (${joined(keys.map(key => unsigned(key)))}), false)`;

/** One row an access. */
export const relation = (several: boolean): Sql => several
	? sql`(select *, customer as who from event where many is null
		union all select e.*, c.customer as who from event e join (select distinct cell, customer from customer_cell where cell in (select distinct many from event where many is not null)) c on c.cell = e.many)`
	: sql`(select *, customer as who from event)`;

export type Asked = {readonly session: Session; readonly filter: Filter; readonly facts: StoreFacts; readonly help: FilterHelp; readonly signal?: AbortSignal};

export const accesses = async ({session, filter, facts, help, signal}: Asked): Promise<Accesses> => {
	const condition = await compileFilter(session, filter, help);
	const reached = facts.deniedKeys.length === 0 ? sql`true` : sql`not ${inKeys(sql`a.outcome`, facts.deniedKeys)}`;
	return {
		session,
		from: sql`${relation(facts.several)} a`,
		condition,
		where: sql`a.status = 0 and (${condition})`,
		reached,
		countEvents: holds => facts.several ? sql`(count(*) filter (where ${holds} and a.many is null) + count(distinct case when ${holds} and a.many is not null then a.row end))` : sql`count(*) filter (where ${holds})`,
		...(facts.judged ? {supported: supportIs('supported')} : {}),
		...(facts.listed ? {inferred: isInferred} : {}),
		...(signal ? {signal} : {}),
	};
};

/** An event that names nobody and says no number, though it reached somebody: data left (an export, a share, a search), or a rule says so. A list that is joined to it gives no number, either. `at` is an access or an event. */
export const unknownScope = (facts: StoreFacts, at: Sql = sql`a`): Sql => {
	const silent = sql`${at}.customer is null and ${at}.many is null and ${at}.count is null and (${inKeys(sql`${at}.activity`, facts.outwardKeys)}${facts.unnamed ? sql` or coalesce(${at}.unnamed, false)` : sql``})`;
	return facts.listed && facts.listed.length > 0 ? sql`(${at}.row in (${joined(facts.listed.map(row => wholeNumber(row)))}) or (${silent}))` : silent;
};
