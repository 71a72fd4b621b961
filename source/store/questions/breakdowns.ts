import type {CountryRow, DataTypeRow, DayRow, EmployeeRow} from '../../records/answer.ts';
import {offsetChanges} from '../../records/zone.ts';
import type {Accesses} from '../accesses.ts';
import {toNumber, toText} from '../database.ts';
import {sql, wholeNumber, type Sql} from '../sql.ts';

const dayLength = 86_400_000_000;

/** Per data type; an event with two counts in both. Most customers first. */
export const askDataTypes = async ({session, from, where, reached, countEvents, signal}: Accesses): Promise<readonly DataTypeRow[]> => {
	const rows = await session.all(sql`select d.data_type, count(distinct a.who) as customers, ${countEvents(sql`true`)} as events
		from ${from} join (select distinct cell, data_type from data_cell) d on d.cell = a.data where ${where} and ${reached}
		group by 1 order by 2 desc, 1`, signal);
	return rows.map(row => ({dataType: toText(row['data_type'])!, customers: toNumber(row['customers']), events: toNumber(row['events'])}));
};

/** Per employee that the logs name; most customers first. */
export const askEmployees = async ({session, from, where, reached, countEvents, signal}: Accesses): Promise<readonly EmployeeRow[]> => {
	const rows = await session.all(sql`select p.id, p.name, g.* from (
			select a.employee, count(distinct a.who) as customers, ${countEvents(sql`true`)} as events, min(a.t) as first_at, max(a.t) as last_at
			from ${from} where ${where} and ${reached} and a.employee is not null group by 1) g
		join employee p on p.key = g.employee order by g.customers desc, p.id`, signal);
	return rows.map(row => ({
		employee: toText(row['id'])!, ...(row['name'] === null ? {} : {name: toText(row['name'])!}),
		customers: toNumber(row['customers']), events: toNumber(row['events']), firstAt: toNumber(row['first_at']), lastAt: toNumber(row['last_at']),
	}));
};

/** Per country of the customer; those without one are `unknown`. */
export const askCountries = async ({session, from, where, reached, signal}: Accesses): Promise<readonly CountryRow[]> => {
	const rows = await session.all(sql`select coalesce(c.country, 'unknown') as country, count(*) as customers
		from (select distinct a.who from ${from} where ${where} and ${reached} and a.who is not null) g join customer c on c.key = g.who
		group by 1 order by 2 desc, 1`, signal);
	return rows.map(row => ({country: toText(row['country'])!, customers: toNumber(row['customers'])}));
};

/** Per calendar day in the display zone, in order. */
export const askDays = async ({session, from, where, reached, countEvents, signal}: Accesses, zone: string): Promise<readonly DayRow[]> => {
	const rows = await session.all(sql`select ${dayNumber(zone)} as day, count(distinct a.who) as customers, ${countEvents(sql`true`)} as events
		from ${from} where ${where} and ${reached} group by 1 order by 1`, signal);
	return rows.map(row => ({day: new Date(toNumber(row['day']) * 86_400_000).toISOString().slice(0, 10), customers: toNumber(row['customers']), events: toNumber(row['events'])}));
};

/** Days since 1970 in a zone, by whole numbers: the engine's own zone arithmetic is 20 times slower and more. */
export const dayNumber = (zone: string): Sql => sql`(${localTime(zone)} // ${wholeNumber(dayLength)})`;

/** What a clock of the zone shows, in microseconds since 1970. */
export const localTime = (zone: string): Sql => {
	const changes = zone === 'UTC' ? [{at: Number.NEGATIVE_INFINITY, offset: 0}] : offsetChanges(zone);
	return sql`(a.t + ${offsetAt(changes)})`;
};

const offsetAt = (changes: ReadonlyArray<{readonly at: number; readonly offset: number}>): Sql => {
	if (changes.length === 1) {
		return wholeNumber(changes[0]!.offset);
	}

	const middle = Math.ceil(changes.length / 2);
	return sql`case when a.t < ${wholeNumber(changes[middle]!.at)} then ${offsetAt(changes.slice(0, middle))} else ${offsetAt(changes.slice(middle))} end`;
};
