import type {Affected, Totals} from '../../records/answer.ts';
import {unknownScope, type Accesses, type StoreFacts} from '../accesses.ts';
import {toNumber} from '../database.ts';
import {sql} from '../sql.ts';

/** The totals of a filter and the range of affected customers (records.md: at least the named, at most named + unlisted). */
export const askTotals = async ({session, from, where, reached, countEvents, signal}: Accesses, facts: StoreFacts): Promise<{readonly totals: Totals; readonly affected: Affected; readonly namelessEvents: number}> => {
	const [row = {}] = await session.all(sql`select
			${countEvents(reached)} as events, ${countEvents(sql`not (${reached})`)} as denied,
			count(distinct a.employee) filter (where ${reached}) as employees, count(distinct a.who) filter (where ${reached}) as customers,
			count(*) filter (where ${reached} and a.who is null and a.count is not null) as counted, sum(a.count) filter (where ${reached} and a.who is null) as counted_records,
			sum(a.count - 1) filter (where ${reached} and a.who is not null and a.many is null and a.count > 1) as unlisted,
			${countEvents(sql`(${reached} and a.employee is null)`)} as nameless,
			count(*) filter (where ${reached} and ${unknownScope(facts)}) as unknown
		from ${from} where ${where}`, signal);
	const unlistedOfSeveral = facts.several ? await session.all(sql`select sum(greatest(count - listed, 0)) as unlisted from (
			select distinct a.row, a.count, m.listed from ${from} join (select cell, count(distinct customer) as listed from customer_cell group by cell) m on m.cell = a.many where a.many is not null and a.count is not null and ${where} and ${reached})`, signal) : [];
	const customers = toNumber(row['customers']);
	const unknownEvents = toNumber(row['unknown']);
	const records = toNumber(row['counted_records']);
	const atMost = customers + records + toNumber(row['unlisted']) + toNumber(unlistedOfSeveral[0]?.['unlisted']);
	return {
		totals: {events: toNumber(row['events']), denied: toNumber(row['denied']), employees: toNumber(row['employees']), customers, countedOnly: {events: toNumber(row['counted']), records}},
		affected: {atLeast: customers, ...(unknownEvents > 0 ? {} : {atMost}), unknownEvents},
		namelessEvents: toNumber(row['nameless']),
	};
};
