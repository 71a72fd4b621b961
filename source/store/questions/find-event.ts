import type {Accesses, StoreFacts} from '../accesses.ts';
import {toNumber} from '../database.ts';
import {int64, joined, sql, text as bound, wholeNumber, type Sql} from '../sql.ts';
import {localTime} from './breakdowns.ts';
import {direction, matching, orders, type Order} from './events.ts';

export type Wanted = {
	/** ASCII case does not count. */
	readonly text: string;
	readonly zone: string;
	/** Places in the list are counted from 0; -1 stands before the first. */
	readonly after: number;
	readonly by: 1 | -1;
	readonly order: Order;
	/** Leaves the employee's id and name out of what is searched. */
	readonly blind: boolean;
};

/** A clock reading holds nothing else, so that other texts need not look at the times. */
const clockForm = /^[\d :-]+$/;

/** What the list of events shows holds the text. Names and ids are looked up where each stands once, not event by event. */
const shows = ({text, zone, blind}: Wanted): Sql => {
	const wanted = bound(text.toLowerCase());
	const holds = (column: Sql): Sql => sql`contains(lower(${column}), ${wanted})`;
	const customers = sql`select key from customer where ${holds(sql`id`)}`;
	const places: readonly Sql[] = [
		...(blind ? [] : [sql`a.employee in (select key from employee where ${holds(sql`id`)} or ${holds(sql`coalesce(name, '')`)})`]),
		sql`a.customer in (${customers})`,
		sql`a.many in (select cell from customer_cell where customer in (${customers}))`,
		sql`a.data in (select cell from data_cell where ${holds(sql`data_type`)})`,
		sql`a.activity in (select cell from activity_cell where ${holds(sql`activity`)})`,
		sql`(a.activity is null and ${holds(sql`'other'`)})`,
		sql`a.outcome in (select cell from outcome_cell where ${holds(sql`outcome`)})`,
		sql`(a.outcome is null and ${holds(sql`'unknown'`)})`,
		sql`a.system in (select cell from system_cell where ${holds(sql`text`)})`,
		holds(sql`a.reason`), holds(sql`a.resource`), holds(sql`a.ip`),
		...(clockForm.test(text) ? [holds(sql`strftime(make_timestamp(${localTime(zone)}), '%Y-%m-%d %H:%M:%S')`)] : []),
	];
	return joined(places.map(place => sql`coalesce(${place}, false)`), sql` or `);
};

/** All matching events, each with its place in the list. */
const placed = (question: Accesses, facts: StoreFacts, {by, descending}: Order): Sql => {
	const way = direction(descending);
	return by === 'time'
		? sql`select e.row, row_number() over (order by ${orders.time(way)}) - 1 as place from (${matching(question, facts)}) e`
		: sql`select e.row, row_number() over (order by ${orders[by](way)}) - 1 as place from (${matching(question, facts)}) q join event e on e.row = q.row
			left join employee p on p.key = e.employee left join activity_cell ac on ac.cell = e.activity
			left join customer c on c.key = e.customer left join system_cell sy on sy.cell = e.system`;
};

/** The place of the next event (or the one before) that shows a text, going around the end; undefined when no event of the filter does. */
export const findEvent = async (question: Accesses, facts: StoreFacts, wanted: Wanted): Promise<number | undefined> => {
	const {session, from, where, signal} = question;
	const beyond = wanted.by === 1 ? sql`place > ${int64(wanted.after)}` : sql`place < ${int64(wanted.after)}`;
	const [found] = await session.all(sql`select place from (${placed(question, facts, wanted.order)})
		where row in (select a.row from ${from} where ${where} and (${shows(wanted)}))
		order by ${beyond} desc, place ${direction(wanted.by === -1)} limit ${wholeNumber(1)}`, signal);
	return found && toNumber(found['place']);
};
