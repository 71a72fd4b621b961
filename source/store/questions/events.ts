import type {CustomerScope} from '../../records/activity.ts';
import {unknownScope, type Accesses, type StoreFacts} from '../accesses.ts';
import {toNumber, toText, type Row, type Session} from '../database.ts';
import {int64s, sql, wholeNumber, type Sql} from '../sql.ts';

/** An event as the store knows it; the investigation adds what only the sources know. */
export type StoredEvent = {
	readonly row: number; readonly source: number; readonly n: number; readonly at: number;
	readonly employee?: string; readonly employeeName?: string; readonly employeeEmail?: string; readonly accountKind?: string; readonly onBehalfOf?: string;
	readonly activity: string; readonly action?: string; readonly customers: readonly string[]; readonly inferredCustomers?: readonly string[]; readonly customerScope: string; readonly recordCount?: number;
	readonly dataTypes: readonly string[]; readonly dataTypeBasis: string;
	readonly system?: string; readonly resource?: string; readonly ip?: string; readonly device?: string; readonly session?: string; readonly reason?: string; readonly support?: string; readonly outcome: string;
};

export type Order = {readonly by: 'time' | 'employee' | 'customer' | 'activity' | 'reason' | 'system'; readonly descending: boolean};

/** Rows of the events any of whose accesses match; denied ones too. */
export const matching = ({from, where}: Accesses, facts: StoreFacts): Sql => facts.several ? sql`select distinct a.row, a.t from ${from} where ${where}` : sql`select a.row, a.t from ${from} where ${where}`;

export const countEvents = async (question: Accesses, facts: StoreFacts): Promise<number> => {
	const [row] = await question.session.all(sql`select count(*) as events from (${matching(question, facts)})`, question.signal);
	return toNumber(row?.['events']);
};

export const direction = (descending: boolean): Sql => descending ? sql`desc` : sql`asc`;

export const orders: Readonly<Record<Order['by'], (way: Sql) => Sql>> = {
	time: way => sql`e.t ${way}, e.row ${way}`,
	employee: way => sql`p.id ${way} nulls last, e.t, e.row`,
	customer: way => sql`c.id ${way} nulls last, e.t, e.row`,
	activity: way => sql`ac.activity ${way} nulls last, e.t, e.row`,
	reason: way => sql`e.reason ${way} nulls last, e.t, e.row`,
	system: way => sql`sy.text ${way} nulls last, e.t, e.row`,
};

/** What an event says of several customers, and of its reason, where the load has such events: groups of whole tables cost more than a page. */
const ofSeveral = (events: Sql): Sql => sql`left join (select k.cell, list_sort(list_distinct(list(cu.id))) as ids from customer_cell k join customer cu on cu.key = k.customer where k.cell in (select distinct many from ${events} where many is not null) group by k.cell) m on m.cell = e.many`;
const ofReasons = sql`left join (select row, list_sort(list(distinct support)) as supports, count(*) as judged from support group by row) su on su.row = e.row`;

/** Of a page only its own: a list may name a million. */
const ofLists = (events: Sql | undefined): Sql => sql`left join (select i.row, list_sort(list(cu.id)) as inferred from inferred i join customer cu on cu.key = i.who ${events ? sql`where i.row in (select row from ${events})` : sql``} group by i.row) li on li.row = e.row`;

/** The events of rows, `from` a relation `e` of them; `customers` has at least those that they name, and `events` at least them. */
const described = (from: Sql, {customers, events, page}: {readonly customers: Sql; readonly events: Sql; /** They are few. */ readonly page?: Sql}, facts: StoreFacts): Sql => sql`select e.row, e.source, e.row - so.base as n, e.t, p.id as employee, p.name as employee_name, p.email as employee_email, p.kind as account_kind, bo.id as behalf, coalesce(ac.activity, 'other') as activity, di.text as action,
		c.id as customer, e.many, e.count, dt.types, dt.basis, sy.text as system, e.resource, e.ip, e.device, e.session, e.reason, ${facts.judged ? sql`su.supports, su.judged` : sql`null as supports, null as judged`}, coalesce(oc.outcome, 'unknown') as outcome, ${unknownScope(facts, sql`e`)} as unknown_scope, ${facts.several ? sql`m.ids` : sql`null as ids`}, ${facts.listed ? sql`li.inferred` : sql`null as inferred`}
	from ${from} join source so on so.id = e.source
	left join employee p on p.key = e.employee left join employee bo on bo.key = e.behalf
	left join activity_cell ac on ac.cell = e.activity left join (select key, text from dictionary where field = 'action') di on di.key = e.action
	left join ${customers} c on c.key = e.customer left join outcome_cell oc on oc.cell = e.outcome left join system_cell sy on sy.cell = e.system
	left join (select cell, list_sort(list_distinct(list(data_type))) as types, max(basis) as basis from data_cell group by cell) dt on dt.cell = e.data
	${facts.judged ? ofReasons : sql``} ${facts.several ? ofSeveral(events) : sql``} ${facts.listed ? ofLists(page) : sql``}`;

const rowsOf = (rows: Sql): Sql => sql`(${rows}) q join event e on e.row = q.row`;

const details = (rows: Sql, order: Sql, facts: StoreFacts): Sql => sql`${described(rowsOf(rows), {customers: sql`customer`, events: sql`event`}, facts)} order by ${order}`;

/** The same of so few rows that they are found first: then only their customers are looked up, not all. */
const fewDetails = (rows: Sql, order: Sql, facts: StoreFacts): Sql => sql`with page as materialized (select e.* from ${rows})
	${described(sql`page e`, {customers: sql`(select key, id from customer where key in (select customer from page))`, events: sql`page`, page: sql`page`}, facts)} order by ${order}`;

/** So many events from a place in an order. */
export type EventPage = {readonly offset: number; readonly limit: number; readonly order: Order};

const cutOf = ({offset, limit}: EventPage): Sql => sql`limit ${wholeNumber(limit)} offset ${wholeNumber(offset)}`;

/** A page of events. Ordered by time the engine only has to find the rows of the page; the rest is joined to those. */
export const askEvents = async (question: Accesses, facts: StoreFacts, page: EventPage): Promise<readonly StoredEvent[]> => {
	const {order} = page;
	const way = direction(order.descending);
	const query = order.by === 'time'
		? fewDetails(rowsOf(sql`select row from (${matching(question, facts)}) order by t ${way}, row ${way} ${cutOf(page)}`), orders.time(way), facts)
		: sql`${details(sql`select row from (${matching(question, facts)})`, orders[order.by](way), facts)} ${cutOf(page)}`;
	return (await question.session.all(query, question.signal)).map(row => storedEvent(row));
};

/** The same, in order of time, of rows that are known: the page is among them. */
export const askEventsAmong = async ({session, signal}: Pick<Accesses, 'session' | 'signal'>, facts: StoreFacts, {rows, ...page}: EventPage & {readonly rows: readonly number[]}): Promise<readonly StoredEvent[]> => {
	const order = orders.time(direction(page.order.descending));
	const known = sql`${rowsOf(sql`select unnest(${int64s(rows)}) as row`)} order by ${order} ${cutOf(page)}`;
	return (await session.all(fewDetails(known, order, facts), signal)).map(row => storedEvent(row));
};

/** All matching events in order of source and place, which is that of their rows, in blocks: the order in which the exports are read again. */
export const streamEvents = async function * (question: Accesses, facts: StoreFacts): AsyncGenerator<readonly StoredEvent[]> {
	for await (const block of question.session.stream(details(sql`select row from (${matching(question, facts)})`, sql`e.row`, facts), question.signal)) {
		yield block.map(row => storedEvent(row));
	}
};

/** Bulk exports that reach customers whom they do not name, in order of time; `found` counts all of them. */
export const askUnlisted = async ({session, from, where, reached, signal}: Accesses, facts: StoreFacts, limit: number): Promise<{readonly events: readonly StoredEvent[]; readonly found: number}> => {
	const listed = facts.several ? sql`case when a.many is null then 1 else (select count(distinct k.customer) from customer_cell k where k.cell = a.many) end` : sql`1`;
	const rows = sql`select distinct a.row, a.t from ${from} where ${where} and ${reached} and ((${unknownScope(facts)}) or case when a.who is null then a.count is not null else coalesce(a.count > ${listed}, false) end)`;
	const [counted] = await session.all(sql`select count(*) as found from (${rows})`, signal);
	const page = await session.all(fewDetails(rowsOf(sql`select row from (${rows}) order by t, row limit ${wholeNumber(limit)}`), orders.time(sql`asc`), facts), signal);
	return {events: page.map(row => storedEvent(row)), found: toNumber(counted?.['found'])};
};

export const eventAt = async (session: Session, facts: StoreFacts, row: number): Promise<StoredEvent | undefined> => {
	const [found] = await session.all(fewDetails(rowsOf(sql`select ${wholeNumber(row)}::bigint as row`), sql`e.t`, facts));
	return found && storedEvent(found);
};

const storedEvent = (row: Row): StoredEvent => {
	const optional = (name: string, column: string): Readonly<Record<string, string>> => row[column] === null || row[column] === undefined ? {} : {[name]: toText(row[column])!};
	const customers = (row['ids'] as readonly string[] | null) ?? (row['customer'] === null ? [] : [toText(row['customer'])!]);
	const count = row['count'] === null ? undefined : toNumber(row['count']);
	return {
		row: toNumber(row['row']), source: toNumber(row['source']), n: toNumber(row['n']), at: toNumber(row['t']),
		...optional('employee', 'employee'), ...optional('employeeName', 'employee_name'), ...optional('employeeEmail', 'employee_email'), ...optional('accountKind', 'account_kind'), ...optional('onBehalfOf', 'behalf'),
		activity: toText(row['activity'])!, ...optional('action', 'action'), customers, ...(row['inferred'] === null ? {} : {inferredCustomers: row['inferred'] as readonly string[]}),
		customerScope: scopeOf(customers.length, count, row['unknown_scope'] === true), ...(count === undefined ? {} : {recordCount: count}),
		dataTypes: (row['types'] as readonly string[] | null) ?? ['unknown'], dataTypeBasis: toText(row['basis']) ?? 'unknown',
		...optional('system', 'system'), ...optional('resource', 'resource'), ...optional('ip', 'ip'), ...optional('device', 'device'), ...optional('session', 'session'), ...optional('reason', 'reason'),
		...supportOf(row, customers.length), outcome: toText(row['outcome'])!,
	};
};

/** Of an event that reaches several customers a reason may hold for one and not for another. Nothing where no reason was given. */
const supportOf = (row: Row, customers: number): Readonly<{support?: string}> => {
	if (row['reason'] === null || row['reason'] === undefined) {
		return {};
	}

	const judged = (row['supports'] as readonly string[] | null) ?? [];
	return {support: [...judged, ...(toNumber(row['judged'] ?? 0) < Math.max(1, customers) ? ['claimed'] : [])].toSorted().join(' ')};
};

/** Whom an event reached, in the words of records.md. What it says itself holds. */
const scopeOf = (listed: number, count: number | undefined, unknown: boolean): CustomerScope => {
	if (unknown) {
		return 'unknown';
	}

	if (count === undefined ? listed > 0 : count <= listed && listed > 0) {
		return 'listed';
	}

	return count === undefined ? 'none' : 'counted';
};
