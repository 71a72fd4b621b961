import type {Identity, IdentityClaim} from '../../records/identity.ts';
import type {Accesses} from '../accesses.ts';
import {toNumber, toText, type Row, type Session} from '../database.ts';
import {salesforceForm} from '../salesforce-ids.ts';
import {nothing, sql, wholeNumber, type Sql} from '../sql.ts';
import {reachedBy} from './case-accesses.ts';

/* Which texts of the logs stand for somebody who is called by another id, and what says so. */

/** A text as aliases are looked up: addresses in small letters, logins as they are. */
const folded = (text: Sql): Sql => sql`case when contains(${text}, '@') then lower(${text}) else ${text} end`;

/** One id, or another form of it. */
const isOne = (a: Sql, b: Sql): Sql => sql`(${a} = ${b} or ${salesforceForm(a)} = ${salesforceForm(b)})`;

const isCase = (logged: Sql, id: Sql): Sql => sql`contains(${logged}, '@') and lower(${logged}) = lower(${id})`;

/** `id`, `logged`, `how`; of the customers of a condition on `c.key`. */
const customers = (which: Sql): Sql => sql`(select distinct c.id, l.logged, case
		when ${isCase(sql`l.logged`, sql`c.id`)} then 'letters'' case'
		when a.id is not null and ${isOne(sql`a.id`, sql`c.id`)} then 'directory e-mail'
		when ${salesforceForm(sql`l.logged`)} = ${salesforceForm(sql`c.id`)} then 'salesforce 15/18'
		else 'logged e-mail' end as how
	from customer_cell l join customer c on c.key = l.customer left join customer_by_email a on a.email = lower(l.logged)
	where l.logged <> c.id ${which})`;

/** The same of the employees of a condition on \`e.key\`. */
const employees = (which: Sql): Sql => sql`(select distinct e.id, d.text as logged, case
		when ${isCase(sql`d.text`, sql`e.id`)} then 'letters'' case'
		when a.id is not null and ${isOne(sql`a.id`, sql`e.id`)} then case when g.alias is null then 'directory e-mail' else 'directory login' end
		else 'salesforce 15/18' end as how
	from employee_alias l join employee e on e.key = l.employee join dictionary d on d.key = l.cell and d.field in ('employee', 'behalf')
	left join employee_by_alias a on a.alias = ${folded(sql`d.text`)}
	left join (select distinct id, ${folded(sql`login`)} as alias from directory_employee where login is not null) g on g.id = a.id and g.alias = a.alias
	where d.text <> e.id ${which})`;

const identityOf = (kind: Identity['kind'], row: Row): Identity => ({kind, id: toText(row['id'])!, asLogged: toText(row['logged'])!, how: toText(row['how']) as IdentityClaim});

/** Of the customers and the accounts of a question: customers first, by id, then by text. */
export const streamIdentities = async function * (question: Accesses): AsyncGenerator<readonly Identity[]> {
	for (const [kind, relation] of [['customer', customers(sql`and c.key in ${reachedBy(question, sql`a.who`)}`)], ['employee', employees(sql`and e.key in ${reachedBy(question, sql`a.employee`)}`)]] as const) {
		for await (const block of question.session.stream(sql`select * from ${relation} order by id, logged, how`, question.signal)) {
			yield block.map(row => identityOf(kind, row));
		}
	}
};

type First = {readonly rows: readonly Row[]; readonly more: number};

const firstOf = async (session: Session, relation: Sql, {order, limit, signal}: {readonly order: Sql; readonly limit: number; readonly signal: AbortSignal | undefined}): Promise<First> => {
	const [count = {}] = await session.all(sql`select count(*) as n from ${relation} r`, signal);
	const rows = await session.all(sql`select * from ${relation} r order by ${order} limit ${wholeNumber(limit)}`, signal);
	return {rows, more: toNumber(count['n']) - rows.length};
};

export type Listed = {readonly limit: number; readonly signal?: AbortSignal | undefined};

/** Of everybody in the logs. */
export const firstIdentities = async (session: Session, kind: Identity['kind'], {limit, signal}: Listed): Promise<{readonly first: readonly Identity[]; readonly more: number}> => {
	const {rows, more} = await firstOf(session, kind === 'customer' ? customers(nothing) : employees(nothing), {order: sql`id, logged, how`, limit, signal});
	return {first: rows.map(row => identityOf(kind, row)), more};
};

/** Ids of the logs that the directory does not have. */
export const firstUnresolved = async (session: Session, kind: Identity['kind'], {limit, signal}: Listed): Promise<{readonly first: readonly string[]; readonly more: number}> => {
	const relation = kind === 'customer'
		? sql`(select id from customer where id not in (select id from customer_entry))`
		: sql`(select id from employee where id not in (select id from directory_employee where id is not null))`;
	const {rows, more} = await firstOf(session, relation, {order: sql`id`, limit, signal});
	return {first: rows.map(row => toText(row['id'])!), more};
};
