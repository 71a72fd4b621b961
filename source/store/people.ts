import {cellValues} from '../records/cell-values.ts';
import {toText, type Session} from './database.ts';
import {duckdb} from './dialect.ts';
import type {SourcePlan} from './plan.ts';
import {hasRole, isOf} from './plan-columns.ts';
import {sql, type Sql} from './sql.ts';

/*
Who the texts of a log stand for. A directory's id wins; an e-mail address (in any case of letters) or a login (in its own) that one row of
the directory owns is that row; anything else stands for itself.
*/

/** Works out the employees behind the new texts in `fresh`. */
export const addEmployees = async (session: Session, plan: SourcePlan): Promise<void> => {
	await session.run(sql`create or replace temp table met as
		select distinct f.key as cell, f.text as logged, coalesce(i.id, a.id, case when contains(f.text, '@') then lower(f.text) else f.text end) as id
		from fresh f
		left join (select distinct id from directory_employee where id is not null) i on i.id = f.text
		left join employee_by_alias a on a.alias = case when contains(f.text, '@') then lower(f.text) else f.text end
		where f.field in ('employee', 'behalf')`);
	await session.run(sql`insert into employee_alias select distinct cell, ${duckdb.key(sql`id`)} from met where ${duckdb.key(sql`id`)} <> cell and cell not in (select cell from employee_alias)`);
	await session.run(sql`insert into employee
		select ${duckdb.key(sql`m.id`)}, m.id, d.email, d.name, d.login, d.team, d.role, d.site, d.country, d.kind, d.leaving
		from (select distinct id from met) m left join (select * from directory_employee qualify row_number() over (partition by id order by rowid) = 1) d on d.id = m.id
		where ${duckdb.key(sql`m.id`)} not in (select key from employee)`);
	if (hasRole(plan, 'employeeName') || hasRole(plan, 'employeeEmail')) {
		const one = await varies(session, plan) ? latest : only;
		await session.run(sql`update employee set name = coalesce(employee.name, s.name), email = coalesce(employee.email, s.email)
			from (select g.key, n.text as name, m.text as email from (
					select coalesce(a.employee, s.employee) as key, ${one(sql`s.employee_name`)} as name, ${one(sql`s.employee_email`)} as email
					from event s left join employee_alias a on a.cell = s.employee where ${isOf(plan, sql`source`)} and t is not null group by 1) g
				left join stage_text n on n.role = 'employeeName' and n.key = g.name left join stage_text m on m.role = 'employeeEmail' and m.key = g.email) s
			where s.key = employee.key`);
	}
};

const only = (column: Sql): Sql => sql`max(${column})`;

/** The value of the latest record that has one, in the first file that has one; of one moment, the last in the file. */
const latest = (column: Sql): Sql => sql`arg_max(${column}, (-s.source, t, s.row)) filter (where ${column} is not null)`;

/** Whether somebody has two names or addresses in a log: finding the latest looks at every time, and most logs give one. */
const varies = async (session: Session, plan: SourcePlan): Promise<boolean> => {
	const rows = await session.all(sql`select 1 from event s left join employee_alias a on a.cell = s.employee where ${isOf(plan, sql`s.source`)} and t is not null
		group by coalesce(a.employee, s.employee) having min(employee_name) <> max(employee_name) or min(employee_email) <> max(employee_email) limit 1`);
	return rows.length > 0;
};

/** Works out the customers behind the new cells in `fresh`, which is gone then. */
export const addCustomers = async (session: Session, plan: SourcePlan): Promise<void> => {
	const several = await session.all(sql`select text from fresh where field = 'customers' and (text like '[%' or contains(text, ';') or contains(text, '|'))`);
	await session.run(sql`create or replace temp table listed (cell varchar, member varchar)`);
	await session.run(sql`create or replace temp table unlisted (cell varchar)`);
	await session.append('listed', several.flatMap(row => {
		const cell = toText(row['text'])!;
		return cellValues(cell).map(member => [cell, member]);
	}));
	await session.append('unlisted', several.filter(row => cellValues(toText(row['text'])!).length === 0).map(row => [toText(row['text'])!]));
	await session.run(sql`insert into empty_cell select ${duckdb.key(sql`cell`)} from unlisted`);
	await session.run(sql`create or replace temp table met as
		with member as (
			select key as cell, text as member from fresh where field = 'customers' and not (text like '[%' or contains(text, ';') or contains(text, '|'))
			union all select ${duckdb.key(sql`cell`)}, member from listed)
		select m.cell, m.member, coalesce(i.id, a.id, case when contains(m.member, '@') then lower(m.member) else m.member end) as id, i.id is not null or a.id is not null as known
		from member m
		left join (select distinct id from directory_customer where id is not null) i on i.id = m.member
		left join customer_by_email a on a.email = lower(m.member)`);
	// The new texts were asked for the last time, and room is wanted.
	await session.run(sql`drop table fresh`);
	if (hasRole(plan, 'customers') && hasRole(plan, 'customerEmail')) {
		await byLoggedEmail(session, plan);
	}

	await session.run(sql`insert into customer_cell select distinct cell, ${duckdb.key(sql`id`)}, member from met`);
	const isTold = hasRole(plan, 'customerEmail') || hasRole(plan, 'customerCountry');
	if (isTold) {
		await tellCustomers(session, plan);
	}

	// Whom the store knows already is told more; the others come with what they were told, for to change a million rows takes twice the room of writing them.
	await session.run(sql`insert into customer
		select ${duckdb.key(sql`m.id`)}, m.id, ${isTold ? sql`coalesce(d.email, case when contains(m.id, '@') then m.id end, f.email)` : sql`d.email`}, d.name, ${isTold ? sql`coalesce(d.country, f.country), ${basisOf(sql`d`)}` : sql`d.country, d.country_basis`}, d.controller, d.language, d.market
		from (select distinct id from met) m left join customer_entry d on d.id = m.id ${isTold ? sql`left join told_customer f on f.key = ${duckdb.key(sql`m.id`)}` : sql``}
		where ${duckdb.key(sql`m.id`)} not in (select key from customer)`);
	await session.run(sql`update customer set email = id where email is null and contains(id, '@')`);
};

/** Where a country comes from: the directory, or else the log. */
const basisOf = (known: Sql): Sql => sql`case when ${known}.country is null and f.country is not null then 'log' else ${known}.country_basis end`;

/** An id that the directory does not know is the directory's customer where the e-mail address beside it in the log is. */
const byLoggedEmail = async (session: Session, plan: SourcePlan): Promise<void> => {
	await session.run(sql`update met set id = e.id, known = true from (
			select s.customer as cell, min(a.id) as id
			from ${firstTold(plan)} s join (select x.key, b.id from stage_text x join customer_by_email b on b.email = lower(x.text) where x.role = 'customerEmail') a on a.key = s.customer_email
			group by 1 having count(distinct a.id) = 1) e
		where met.cell = e.cell and not met.known and met.cell not in (select cell from met group by cell having count(*) > 1)`);
};

/** The records that tell who a cell means: of several files, those of the first that has it. */
const firstTold = (plan: SourcePlan): Sql => {
	const told = sql`select customer, customer_email, source from event where ${isOf(plan, sql`source`)} and t is not null`;
	return plan.parts ? sql`(${told} qualify source = min(source) over (partition by customer))` : sql`(${told})`;
};

/**
What the log itself says of a customer fills what the directory leaves open; the latest word counts. Leaves it in `told_customer` (key, email, country). Most customers are told one
thing: the latest of several is looked for only where there are several, for the engine holds 280 bytes a customer meanwhile.
*/
const tellCustomers = async (session: Session, plan: SourcePlan): Promise<void> => {
	const told = sql`event s join (select cell, min(customer) as customer from customer_cell group by cell having count(*) = 1) c on c.cell = s.customer`;
	const here = sql`${isOf(plan, sql`s.source`)} and t is not null`;
	await session.run(sql`create or replace temp table told_key as
		select c.customer as key, min(s.customer_email) as email, min(s.customer_country) as country,
			coalesce(min(s.customer_email) <> max(s.customer_email), false) or coalesce(min(s.customer_country) <> max(s.customer_country), false) as varies
		from ${told} where ${here} group by 1`);
	await session.run(sql`update told_key set email = l.email, country = l.country
		from (select c.customer as key, ${latest(sql`s.customer_email`)} as email, ${latest(sql`s.customer_country`)} as country
			from ${told} where ${here} and c.customer in (select key from told_key where varies) group by 1) l
		where l.key = told_key.key`);
	await session.run(sql`create or replace temp table told_customer as select g.key, m.text as email, l.text as country from told_key g
		left join stage_text m on m.role = 'customerEmail' and m.key = g.email left join stage_text l on l.role = 'customerCountry' and l.key = g.country`);
	await session.run(sql`drop table told_key`);
	await session.run(sql`update customer set email = coalesce(customer.email, f.email), country = coalesce(customer.country, f.country), country_basis = ${basisOf(sql`customer`)}
		from told_customer f where f.key = customer.key`);
};
