import type {Affected, Totals} from '../../records/answer.ts';
import {unknownScope, type Accesses, type StoreFacts} from '../accesses.ts';
import {toNumber} from '../database.ts';
import {sql, type Sql} from '../sql.ts';

/** What the totals are made of. */
export type TotalCounts = {
	/** Events that reached somebody, and those that were denied. */
	readonly events: number;
	readonly denied: number;
	readonly employees: number;
	readonly customers: number;
	/** Events that only say how many customers they reached, and how many these are. */
	readonly counted: number;
	readonly countedRecords: number;
	/** Customers beyond those whom an event names. */
	readonly unlisted: number;
	/** Events without an employee. */
	readonly nameless: number;
	/** Somebody was reached, and nothing says who or how many. */
	readonly unknown: number;
	/** Customers whom only lists name that were joined to events; absent where there are no lists. */
	readonly inferred?: number;
};

export type StoredTotals = {readonly totals: Totals; readonly affected: Affected; readonly namelessEvents: number};

export const totalsOf = ({events, denied, employees, customers, counted, countedRecords, unlisted, nameless, unknown, inferred}: TotalCounts): StoredTotals => ({
	totals: {events, denied, employees, customers, countedOnly: {events: counted, records: countedRecords}, ...(inferred === undefined ? {} : {inferred})},
	affected: {atLeast: customers, ...(unknown > 0 ? {} : {atMost: customers + countedRecords + unlisted}), unknownEvents: unknown},
	namelessEvents: nameless,
});

/** How many of the customers only lists name; undefined where there are none. */
export const askInferred = async ({session, from, where, reached, inferred, signal}: Accesses): Promise<number | undefined> => {
	if (!inferred) {
		return undefined;
	}

	const [row] = await session.all(sql`select count(*) as customers from (select a.who from ${from} where ${where} and ${reached} and a.who in (select who from inferred) group by a.who having bool_and(${inferred}))`, signal);
	return toNumber(row?.['customers']);
};

/** How many events leave something open: the columns of one row. */
const openEvents = ({reached, countEvents}: Accesses, facts: StoreFacts): Sql => sql`count(*) filter (where ${reached} and a.who is null and a.count is not null) as counted,
			${countEvents(sql`(${reached} and a.employee is null)`)} as nameless, ${countEvents(sql`(${reached} and (${unknownScope(facts)}))`)} as unknown`;

/** Of the totals the events that name no account, and those that name no customers. Nobody is counted, which takes most of the time of `askTotals`. */
export const askOpenEvents = async (question: Accesses, facts: StoreFacts): Promise<{readonly nameless: number; readonly withoutCustomers: number}> => {
	const {session, from, where, signal} = question;
	const [row = {}] = await session.all(sql`select ${openEvents(question, facts)} from ${from} where ${where}`, signal);
	return {nameless: toNumber(row['nameless']), withoutCustomers: toNumber(row['counted']) + toNumber(row['unknown'])};
};

/** The totals of a filter and the range of affected customers (records.md: at least the named, at most named + unlisted). */
export const askTotals = async (question: Accesses, facts: StoreFacts): Promise<StoredTotals> => {
	const {session, from, where, reached, countEvents, signal} = question;
	const [row = {}] = await session.all(sql`select
			${countEvents(reached)} as events, ${countEvents(sql`not (${reached})`)} as denied,
			count(distinct a.employee) filter (where ${reached}) as employees, count(distinct a.who) filter (where ${reached}) as customers,
			${openEvents(question, facts)}, sum(a.count) filter (where ${reached} and a.who is null) as counted_records,
			sum(a.count - 1) filter (where ${reached} and a.who is not null and a.many is null and a.count > 1) as unlisted
		from ${from} where ${where}`, signal);
	const unlistedOfSeveral = facts.several ? await session.all(sql`select sum(greatest(count - listed, 0)) as unlisted from (
			select distinct a.row, a.count, m.listed from ${from} join (select cell, count(distinct customer) as listed from customer_cell group by cell) m on m.cell = a.many where a.many is not null and a.count is not null and ${where} and ${reached})`, signal) : [];
	const inferred = await askInferred(question);
	return totalsOf({
		...(inferred === undefined ? {} : {inferred}), events: toNumber(row['events']), denied: toNumber(row['denied']), employees: toNumber(row['employees']), customers: toNumber(row['customers']),
		counted: toNumber(row['counted']), countedRecords: toNumber(row['counted_records']), unlisted: toNumber(row['unlisted']) + toNumber(unlistedOfSeveral[0]?.['unlisted']),
		nameless: toNumber(row['nameless']), unknown: toNumber(row['unknown']),
	});
};
