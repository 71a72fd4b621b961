import {toNumber, type Session} from './database.ts';
import {duckdb} from './dialect.ts';
import {sql, texts, type Sql} from './sql.ts';

/*
A record of Salesforce has two ids: one of 15 characters, in which case counts, and the same with three more that say which of the 15 are capitals, so
that it survives tools that lose case. Both name one customer, or one user. Ids are joined only where several forms of one occur, at least one of them
as Salesforce writes it: any table may hold texts of such a length.
*/

/** Custom objects begin with a letter, all others with a digit. Each of the last three stands for five capitals or small letters. */
const shape = sql`'[0-9aA][0-9A-Za-z]{14}([A-Za-z0-5]{3})?'`;
const signs = sql`'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'`;

/** Whether a text may be an id of Salesforce at all. */
export const maybeSalesforceId = (text: string): boolean => /^[0-9aA][0-9A-Za-z]{14}([A-Za-z0-5]{3})?$/.test(text);

const looksSo = (id: Sql): Sql => sql`(length(${id}) in (15, 18) and regexp_full_match(${id}, ${shape}))`;

/** The id of 15 characters that a text of 15 or 18 means; NULL where it is none, as where a digit would be a capital. */
export const salesforceForm = (id: Sql): Sql => {
	const capital = sql`((instr(${signs}, upper(substr(${id}, 16 + place // 5, 1))) - 1) >> (place % 5)) & 1 = 1`;
	const letter = sql`substr(${id}, place + 1, 1)`;
	const restored = sql`array_to_string(list_transform(range(15), lambda place: case when not ${capital} then lower(${letter}) when upper(${letter}) <> lower(${letter}) then upper(${letter}) end), '')`;
	return sql`case when not coalesce(${looksSo(id)}, false) then null when length(${id}) = 15 then ${id} when length(${restored}) = 15 then ${restored} end`;
};

/** 18 characters as Salesforce writes them before 15, and those before a text that lost its case. */
const rankOf = (id: Sql, form: Sql): Sql => sql`case when length(${id}) = 15 then 1 when left(${id}, 15) = ${form} and upper(right(${id}, 3)) = right(${id}, 3) then 0 else 2 end`;

/** Of ids (\`id\`, and \`first\`: smaller goes before), those that another form stands for: \`id\`, \`winner\`. */
const others = (ids: Sql): Sql => sql`(select id, winner from (
		select id, first_value(id) over of_form as winner, count(*) over (partition by form) as forms, min(rank) over (partition by form) as best
		from (select *, ${rankOf(sql`id`, sql`form`)} as rank from (select id, min(first) as first, ${salesforceForm(sql`id`)} as form from ${ids} where ${looksSo(sql`id`)} group by id) where form is not null)
		window of_form as (partition by form order by first, rank, id))
	where forms > 1 and best < 2 and id <> winner)`;

/** Brings the forms of one id in the directories together, so that each is one entry. */
export const joinDirectoryForms = async (session: Session): Promise<void> => {
	for (const table of [sql`directory_customer`, sql`directory_employee`]) {
		await session.run(sql`update ${table} set id = o.winner from ${others(sql`(select id, 0 as first from ${table})`)} o where o.id = ${table}.id`);
	}
};

/** Finds the ids of a table that stand for others, as keys. The directory's id wins. */
const findOthers = async (session: Session, table: Sql, directory: Sql): Promise<boolean> => {
	await session.run(sql`create or replace temp table other_form as select ${duckdb.key(sql`id`)} as key, ${duckdb.key(sql`winner`)} as joined, winner
		from ${others(sql`(select id, 1 as first from ${table} union all select id, 0 from ${directory} where id is not null)`)}
		where id in (select id from ${table})`);
	return (await session.all(sql`select 1 from other_form limit 1`)).length > 0;
};

const joinCustomers = async (session: Session): Promise<void> => {
	await session.run(sql`update customer_cell set customer = o.joined from other_form o where o.key = customer_cell.customer`);
	await session.run(sql`update record set customer = o.joined from other_form o where o.key = record.customer`);
	await session.run(sql`insert into customer select o.joined, o.winner, d.email, d.name, d.country, d.country_basis, d.controller, d.language, d.market
		from (select distinct joined, winner from other_form where joined not in (select key from customer)) o left join customer_entry d on d.id = o.winner`);
	// What the log says beside one form is said of the customer.
	await session.run(sql`update customer set email = coalesce(customer.email, f.email), country = coalesce(customer.country, f.country), country_basis = case when customer.country is null and f.country is not null then f.country_basis else customer.country_basis end
		from (select o.joined, arg_min(c.email, c.id) as email, arg_min(c.country, c.id) as country, arg_min(c.country_basis, c.id) filter (where c.country is not null) as country_basis
			from other_form o join customer c on c.key = o.key group by 1) f where f.joined = customer.key`);
	await session.run(sql`delete from customer where key in (select key from other_form)`);
};

const joinEmployees = async (session: Session): Promise<void> => {
	await session.run(sql`update employee_alias set employee = o.joined from other_form o where o.key = employee_alias.employee`);
	await session.run(sql`insert into employee_alias select key, joined from other_form where key not in (select cell from employee_alias)`);
	const columns = new Set((await session.all(sql`select column_name as name from duckdb_columns() where table_name = 'record' and not internal`)).map(row => String(row['name'])));
	for (const column of [sql`employee`, ...(columns.has('behalf') ? [sql`behalf`] : [])]) {
		await session.run(sql`update record set ${column} = o.joined from other_form o where o.key = record.${column}`);
	}

	await session.run(sql`insert into employee select o.joined, o.winner, d.email, d.name, d.login, d.team, d.role, d.site, d.country, d.kind, d.leaving
		from (select distinct joined, winner from other_form where joined not in (select key from employee)) o
		left join (select * from directory_employee qualify row_number() over (partition by id order by rowid) = 1) d on d.id = o.winner`);
	await session.run(sql`update employee set name = coalesce(employee.name, f.name), email = coalesce(employee.email, f.email)
		from (select o.joined, arg_min(e.name, e.id) as name, arg_min(e.email, e.id) as email from other_form o join employee e on e.key = o.key group by 1) f where f.joined = employee.key`);
	await session.run(sql`delete from employee where key in (select key from other_form)`);
};

/** Joins the customers and employees that occur under several forms of one id. All sources are there: which of them came first changes nothing. */
export const joinSalesforceForms = async (session: Session): Promise<void> => {
	if (await findOthers(session, sql`customer`, sql`customer_entry`)) {
		await joinCustomers(session);
	}

	if (await findOthers(session, sql`employee`, sql`directory_employee`)) {
		await joinEmployees(session);
	}

	await session.run(sql`drop table other_form`);
};

/** Rows of a table of people whose id is another form of one of these texts. */
export const sameForm = (table: Sql, ids: Sql): Sql => sql`(select p.key, asked.id as asked from (select id, ${salesforceForm(sql`id`)} as form from ${ids} where ${looksSo(sql`id`)}) asked
	join (select key, id, ${salesforceForm(sql`id`)} as form from ${table} where ${looksSo(sql`id`)}) p on p.form = asked.form and p.id <> asked.id
	where least(${rankOf(sql`asked.id`, sql`asked.form`)}, ${rankOf(sql`p.id`, sql`p.form`)}) < 2)`;

/** Whether a customer has an id of which another form may occur. */
export const hasSalesforceIds = async (session: Session): Promise<boolean> => (await session.all(sql`select 1 from customer where ${looksSo(sql`id`)} limit 1`)).length > 0;

/** Of these ids, which other one each stands for where several forms of one are among them. */
export const formsAmong = async (session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
	if (!ids.some(id => maybeSalesforceId(id))) {
		return new Map();
	}

	const rows = await session.all(sql`select id, winner from ${others(sql`(select unnest(${texts(ids)}) as id, 0 as first)`)}`);
	return new Map(rows.map(row => [String(row['id']), String(row['winner'])]));
};

/** How many customers and employees occur in the logs under several forms of one id. */
export const formCounts = async (session: Session): Promise<{readonly customers: number; readonly employees: number}> => {
	const [row = {}] = await session.all(sql`select
		(select count(distinct c.key) from customer_cell l join customer c on c.key = l.customer where l.logged <> c.id and ${looksSo(sql`l.logged`)} and ${salesforceForm(sql`l.logged`)} = ${salesforceForm(sql`c.id`)}) as customers,
		(select count(distinct e.key) from employee_alias l join employee e on e.key = l.employee join dictionary d on d.key = l.cell and d.field in ('employee', 'behalf')
			where d.text <> e.id and ${looksSo(sql`d.text`)} and ${salesforceForm(sql`d.text`)} = ${salesforceForm(sql`e.id`)}) as employees`);
	return {customers: toNumber(row['customers']), employees: toNumber(row['employees'])};
};
