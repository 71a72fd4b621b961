import type {CustomerRow} from '../../records/answer.ts';
import type {Accesses} from '../accesses.ts';
import {toNumber, toText, type Row, type Session} from '../database.ts';
import {sql, wholeNumber, type Sql} from '../sql.ts';

/** The small tables, in memory: texts behind keys that rows carry as lists. */
export type Lookups = {readonly employees: ReadonlyMap<bigint, string>; readonly dataTypes: ReadonlyMap<bigint, readonly string[]>};

export const readLookups = async (session: Session): Promise<Lookups> => {
	const employees = await session.all(sql`select key, id from employee`);
	const cells = await session.all(sql`select cell, list_sort(list_distinct(list(data_type))) as types from data_cell group by cell`);
	return {
		employees: new Map(employees.map(row => [row['key'] as bigint, toText(row['id'])!])),
		dataTypes: new Map(cells.map(row => [row['cell'] as bigint, row['types'] as readonly string[]])),
	};
};

const grouped = ({from, where, reached, supported, inferred}: Accesses): Sql => sql`select a.who, count(*) as events, min(a.t) as first_at, max(a.t) as last_at, list(distinct a.employee) as employees, list(distinct a.data) as data, ${supported ? sql`bool_or(${supported})` : sql`null::boolean`} as supported, ${inferred ? sql`count(*) filter (where ${inferred})` : sql`null::bigint`} as inferred
	from ${from} where ${where} and ${reached} and a.who is not null group by a.who`;

const page = (limit: number | undefined, offset: number): Sql => limit === undefined ? sql`` : sql`limit ${wholeNumber(limit)} offset ${wholeNumber(offset)}`;

export type CustomerOrder = {readonly by: 'id' | 'country' | 'events' | 'employees' | 'first' | 'last'; readonly descending: boolean};

/** Always ends in the id, so that the order is total. */
const ordered = ({by, descending}: CustomerOrder): Sql => {
	const way = descending ? sql`desc` : sql`asc`;
	const orders: Readonly<Record<CustomerOrder['by'], Sql>> = {
		id: sql`c.id ${way}`, country: sql`c.country ${way} nulls last, c.id`, events: sql`g.events ${way}, c.id`,
		employees: sql`len(g.employees) ${way}, c.id`, first: sql`g.first_at ${way}, c.id`, last: sql`g.last_at ${way}, c.id`,
	};
	return orders[by];
};

type CustomerPage = {readonly offset?: number; readonly limit?: number; readonly order?: CustomerOrder};

/** The affected customers, by id unless an order is asked for, in blocks. */
export const streamCustomers = async function * (question: Accesses, lookups: Lookups, {offset = 0, limit, order = {by: 'id', descending: false}}: CustomerPage = {}): AsyncGenerator<readonly CustomerRow[]> {
	const rows = question.session.stream(sql`select c.id, c.email, c.name, c.country, c.country_basis, c.controller, g.* from (${grouped(question)}) g join customer c on c.key = g.who order by ${ordered(order)} ${page(limit, offset)}`, question.signal);
	for await (const block of rows) {
		yield block.map(row => customerRow(row, lookups));
	}
};

const customerRow = (row: Row, {employees, dataTypes}: Lookups): CustomerRow => {
	const optional = (name: string, column: string): Readonly<Record<string, string>> => row[column] === null || row[column] === undefined ? {} : {[name]: toText(row[column])!};
	return {
		customer: toText(row['id'])!, ...optional('email', 'email'), ...optional('name', 'name'), ...optional('country', 'country'), ...optional('countryBasis', 'country_basis'), ...optional('controller', 'controller'),
		dataTypes: [...new Set((row['data'] as readonly bigint[]).flatMap(cell => dataTypes.get(cell) ?? []))].toSorted(),
		events: toNumber(row['events']),
		employees: [...new Set((row['employees'] as ReadonlyArray<bigint | null>).flatMap(key => key === null ? [] : [employees.get(key) ?? '']))].toSorted(),
		firstAt: toNumber(row['first_at']), lastAt: toNumber(row['last_at']), ...(row['supported'] === null ? {} : {supported: row['supported'] === true}),
		...(row['inferred'] === null || toNumber(row['inferred']) === 0 ? {} : {inferred: toNumber(row['inferred'])}),
	};
};

/** Customer × data type × employee, in order; \`rows\` are the events in order of time. */
export type Exposure = {readonly customer: string; readonly dataType: string; readonly employee: string; readonly events: number; readonly firstAt: number; readonly lastAt: number; readonly rows: readonly number[]; readonly inferred?: number};

export const streamExposures = async function * ({session, from, where, reached, inferred, signal}: Accesses): AsyncGenerator<readonly Exposure[]> {
	const rows = session.stream(sql`select c.id, g.data_type, coalesce(p.id, '') as employee_id, g.events, g.first_at, g.last_at, g.events_in_order, g.inferred from (
			select a.who, d.data_type, a.employee, count(*) as events, min(a.t) as first_at, max(a.t) as last_at, list(a.row order by a.t, a.row) as events_in_order, ${inferred ? sql`count(*) filter (where ${inferred})` : sql`null::bigint`} as inferred
			from ${from} join (select distinct cell, data_type from data_cell) d on d.cell = a.data where ${where} and ${reached} and a.who is not null group by all) g
		join customer c on c.key = g.who left join employee p on p.key = g.employee order by c.id, g.data_type, employee_id`, signal);
	for await (const block of rows) {
		yield block.map(row => ({
			customer: toText(row['id'])!, dataType: toText(row['data_type'])!, employee: toText(row['employee_id'])!, events: toNumber(row['events']),
			firstAt: toNumber(row['first_at']), lastAt: toNumber(row['last_at']), rows: (row['events_in_order'] as readonly bigint[]).map(Number),
			...(row['inferred'] === null || toNumber(row['inferred']) === 0 ? {} : {inferred: toNumber(row['inferred'])}),
		}));
	}
};
