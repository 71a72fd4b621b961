import {BugError} from '../../errors.ts';
import {everything} from '../../filter/filter.ts';
import {accesses, type Accesses, type StoreFacts} from '../accesses.ts';
import {toNumber, toText, type Row} from '../database.ts';
import {sql, type Sql} from '../sql.ts';

/* What a case file says beyond the answer: of accounts, of what was taken out, of whoever else was there. */

/** All accesses, on the session of a question. */
export const everyAccess = async ({session, signal}: Accesses, facts: StoreFacts): Promise<Accesses> => accesses({
	session, facts, filter: everything, ...(signal ? {signal} : {}),
	help: {
		async bareText() {
			throw new BugError('everything was asked for, and a text was searched');
		},
	},
});

/** A user account with what the directory says of it. */
export type AccountRow = {
	readonly employee: string; readonly name?: string; readonly team?: string; readonly role?: string; readonly kind?: string;
	readonly customers: number; readonly events: number; readonly firstAt: number; readonly lastAt: number;
};

const optional = (row: Row, name: string): Readonly<Record<string, string>> => row[name] === null || row[name] === undefined ? {} : {[name]: toText(row[name])!};

/** Those that reached somebody or something, by id. */
export const askAccounts = async ({session, from, where, reached, countEvents, signal}: Accesses): Promise<readonly AccountRow[]> => {
	const rows = await session.all(sql`select p.id, p.name, p.team, p.role, p.kind, g.* from (
			select a.employee, count(distinct a.who) as customers, ${countEvents(sql`true`)} as events, min(a.t) as first_at, max(a.t) as last_at
			from ${from} where ${where} and ${reached} and a.employee is not null group by 1) g
		join employee p on p.key = g.employee order by p.id`, signal);
	return rows.map(row => ({
		employee: toText(row['id'])!, ...optional(row, 'name'), ...optional(row, 'team'), ...optional(row, 'role'), ...optional(row, 'kind'),
		customers: toNumber(row['customers']), events: toNumber(row['events']), firstAt: toNumber(row['first_at']), lastAt: toNumber(row['last_at']),
	}));
};

/** One access: an event and one customer that it reached, or none. */
export type AccessRow = {readonly row: number; readonly customer?: string; readonly employee?: string; readonly at: number; readonly activity: string; readonly dataTypes: readonly string[]};

/** The accesses that reached somebody or something, in the order of the exports. */
export const streamAccessRows = async function * ({session, from, where, reached, signal}: Accesses): AsyncGenerator<readonly AccessRow[]> {
	const rows = session.stream(sql`select a.row, a.t, c.id as customer, p.id as employee, coalesce(ac.activity, 'other') as activity, dt.types
		from ${from} left join customer c on c.key = a.who left join employee p on p.key = a.employee left join activity_cell ac on ac.cell = a.activity
		left join (select cell, list_sort(list_distinct(list(data_type))) as types from data_cell group by cell) dt on dt.cell = a.data
		where ${where} and ${reached} order by a.row, c.id`, signal);
	for await (const block of rows) {
		yield block.map(row => ({
			row: toNumber(row['row']), ...optional(row, 'customer'), ...optional(row, 'employee'), at: toNumber(row['t']), activity: toText(row['activity'])!,
			dataTypes: (row['types'] as readonly string[] | null) ?? ['unknown'],
		}));
	}
};

/** The customers and the accounts of a question, for questions about others. */
export const reachedBy = ({from, where, reached}: Accesses, column: Sql): Sql => sql`(select ${column} from ${from} where ${where} and ${reached} and ${column} is not null)`;

export type OtherRow = {readonly customer: string; readonly employee: string; readonly events: number; readonly firstAt: number; readonly lastAt: number};

/** Whoever else reached the customers of a question, by customer, then account. `all` asks for everything, on the session of `question`. */
export const streamOthers = async function * (question: Accesses, all: Accesses): AsyncGenerator<readonly OtherRow[]> {
	const rows = all.session.stream(sql`select c.id as customer, coalesce(p.id, '') as employee, g.events, g.first_at, g.last_at from (
			select a.who, a.employee, count(distinct a.row) as events, min(a.t) as first_at, max(a.t) as last_at from ${all.from}
			where ${all.where} and ${all.reached} and a.who in ${reachedBy(question, sql`a.who`)} and (a.employee is null or a.employee not in ${reachedBy(question, sql`a.employee`)}) group by 1, 2) g
		join customer c on c.key = g.who left join employee p on p.key = g.employee order by 1, 2`, question.signal);
	for await (const block of rows) {
		yield block.map(row => ({customer: toText(row['customer'])!, employee: toText(row['employee'])!, events: toNumber(row['events']), firstAt: toNumber(row['first_at']), lastAt: toNumber(row['last_at'])}));
	}
};

/**
The customers of a question of whom the records exclude nothing else: an access by one of its accounts, whatever the filter, has a data type that the
log does not name, or one that the question did not find.
*/
export const askUnsettled = async (question: Accesses, all: Accesses): Promise<ReadonlySet<string>> => {
	const types = ({from, where, reached}: Accesses, more: Sql): Sql => sql`select a.who, d.data_type, d.basis from ${from} join data_cell d on d.cell = a.data where ${where} and ${reached} and ${more}`;
	const rows = await question.session.all(sql`select distinct c.id from (
			${types(all, sql`a.who in ${reachedBy(question, sql`a.who`)} and (a.employee is null or a.employee in ${reachedBy(question, sql`a.employee`)})`)}) w
		left join (select distinct who, data_type from (${types(question, sql`a.who is not null`)}) t) q on q.who = w.who and q.data_type = w.data_type
		join customer c on c.key = w.who where w.basis <> 'logged' or w.data_type = 'unknown' or q.who is null`, question.signal);
	return new Set(rows.map(row => toText(row['id'])!));
};

/** The ids of the customers of a question. */
export const askCustomerIds = async (question: Accesses): Promise<ReadonlySet<string>> => {
	const rows = await question.session.all(sql`select c.id from customer c where c.key in ${reachedBy(question, sql`a.who`)}`, question.signal);
	return new Set(rows.map(row => toText(row['id'])!));
};

/** The rows of the events of a question, denied ones too. */
export const askRows = async ({session, from, where, signal}: Accesses): Promise<ReadonlySet<number>> => {
	const rows = await session.all(sql`select distinct a.row from ${from} where ${where}`, signal);
	return new Set(rows.map(row => toNumber(row['row'])));
};

/** How many accesses reached somebody or something. */
export const countAccesses = async ({session, from, where, reached, signal}: Accesses): Promise<number> => {
	const [row] = await session.all(sql`select count(*) as accesses from (select distinct a.row, a.who from ${from} where ${where} and ${reached})`, signal);
	return toNumber(row?.['accesses']);
};

/** Languages of the customers that a directory gives one for. */
export const askLanguages = async (question: Accesses): Promise<ReadonlyMap<string, string>> => {
	const rows = await question.session.all(sql`select c.id, c.language from customer c where c.language is not null and c.key in ${reachedBy(question, sql`a.who`)}`, question.signal);
	return new Map(rows.map(row => [toText(row['id'])!, toText(row['language'])!]));
};

/** Everything by which the store knows a customer or an account: ids, names, addresses, logins, and the ids as logged. */
export const streamIdentifiers = async function * ({session, signal}: Pick<Accesses, 'session' | 'signal'>): AsyncGenerator<readonly string[]> {
	const rows = session.stream(sql`select distinct text from (
			select unnest([id, email, name]) as text from customer union all select unnest([id, email, name, login]) as text from employee
			union all select logged as text from customer_cell union all select text from dictionary where field in ('employee', 'behalf'))
		where text is not null and text <> ''`, signal);
	for await (const block of rows) {
		yield block.map(row => toText(row['text'])!);
	}
};
