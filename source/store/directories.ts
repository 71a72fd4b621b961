import {toNumber, type Session} from './database.ts';
import {joinDirectoryForms, salesforceForm} from './salesforce-ids.ts';
import {sql, text} from './sql.ts';

/** A row of a directory of customers; texts as its file has them. */
export type CustomerEntry = {readonly id?: string; readonly email?: string; readonly name?: string; readonly country?: string; readonly countryBasis?: string; readonly controller?: string; readonly language?: string; readonly market?: string};
export type EmployeeEntry = {readonly id?: string; readonly login?: string; readonly email?: string; readonly name?: string; readonly team?: string; readonly role?: string; readonly site?: string; readonly country?: string; readonly kind?: string; /** The day on which they left, `2026-03-31`; another text where the row says that it knows none; absent where its file says nothing. */ readonly leaving?: string};

export const addCustomerEntries = async (session: Session, entries: Iterable<CustomerEntry>): Promise<void> => {
	await session.append('directory_customer', rowsOf(entries, ['id', 'email', 'name', 'country', 'countryBasis', 'controller', 'language', 'market']));
};

export const addEmployeeEntries = async (session: Session, entries: Iterable<EmployeeEntry>): Promise<void> => {
	await session.append('directory_employee', rowsOf(entries, ['id', 'login', 'email', 'name', 'team', 'role', 'site', 'country', 'kind', 'leaving']));
};

const rowsOf = function * <Entry>(entries: Iterable<Entry>, columns: ReadonlyArray<keyof Entry>): Iterable<ReadonlyArray<string | undefined>> {
	for (const entry of entries) {
		yield columns.map(column => entry[column] as string | undefined);
	}
};

/** How many employees have a day of leaving; and the rows of each one for whom they differ in it, by their places among all rows. */
export type Leaving = {readonly employees: number; readonly conflicts: ReadonlyArray<readonly number[]>};

/** Directory facts that a person should know. */
export type DirectoryNotes = {readonly customers: number; readonly employees: number; readonly repeatedCustomers: number; readonly repeatedEmployees: number; readonly sharedEmails: number; readonly leaving: Leaving};

const isDay = sql`regexp_full_match(leaving, '[0-9]{4}-[0-9]{2}-[0-9]{2}')`;

/**
Gives every row of an employee the one day of leaving that all of them say. Where a file that has such a column says something else in another row (another day; none, for
who was hired again), there is no such day: a wrong one would make accesses of every day after it look like somebody's who is gone.
*/
const settleLeaving = async (session: Session): Promise<Leaving> => {
	const conflicts = await session.all(sql`select list(place order by place) as rows from (select row_number() over (order by rowid) - 1 as place, id, leaving from directory_employee)
		where leaving is not null and id is not null group by id having count(distinct leaving) > 1 and bool_or(${isDay}) order by min(place)`);
	await session.run(sql`update directory_employee set leaving = s.leaving
		from (select id, case when count(distinct leaving) = 1 and bool_and(${isDay}) then min(leaving) end as leaving from directory_employee where leaving is not null group by id) s
		where s.id is not distinct from directory_employee.id`);
	const [row = {}] = await session.all(sql`select count(distinct id) as employees from directory_employee where ${isDay}`);
	return {employees: toNumber(row['employees']), conflicts: conflicts.map(({rows}) => (rows as ReadonlyArray<number | bigint>).map(place => toNumber(place)))};
};

/**
Readies the directories for lookups: one entry an id (the first), and one id an e-mail address or login. An address that two ids share names
neither: that would be a guess.
*/
export const prepareDirectories = async (session: Session): Promise<DirectoryNotes> => {
	// Entries without an id are known by their address.
	await session.run(sql`update directory_customer set id = lower(email) where id is null`);
	await session.run(sql`update directory_employee set id = coalesce(login, lower(email)) where id is null`);
	await joinDirectoryForms(session);
	const leaving = await settleLeaving(session);
	await session.run(sql`create or replace table customer_entry as select * from directory_customer where id is not null qualify row_number() over (partition by id order by rowid) = 1`);
	await session.run(sql`create or replace table customer_by_email as select lower(email) as email, min(id) as id from directory_customer where email is not null group by 1 having count(distinct id) = 1`);
	await session.run(sql`create or replace table employee_by_alias as
		select alias, min(id) as id from (select case when contains(login, '@') then lower(login) else login end as alias, id from directory_employee union all select lower(email), id from directory_employee union all select lower(id), id from directory_employee where contains(id, '@'))
		where alias is not null group by 1 having count(distinct id) = 1`);
	const [row = {}] = await session.all(sql`select
		(select count(*) from customer_entry) as customers, (select count(distinct id) from directory_employee) as employees,
		(select count(*) from directory_customer) - (select count(*) from customer_entry) as repeated_customers,
		(select count(*) - count(distinct id) from directory_employee) as repeated_employees,
		(select count(*) from (select lower(email) from directory_customer where email is not null group by 1 having count(distinct id) > 1)) as shared`);
	return {customers: Number(row['customers']), employees: Number(row['employees']), repeatedCustomers: Number(row['repeated_customers']), repeatedEmployees: Number(row['repeated_employees']), sharedEmails: Number(row['shared']), leaving};
};

/** Logged ids that the directory does not know, and how many different logged ids were taken for one customer. */
export const resolutionCounts = async (session: Session): Promise<{readonly unresolvedCustomers: number; readonly mergedCustomers: number; readonly unresolvedEmployees: number; readonly mergedEmployees: number}> => {
	const [row = {}] = await session.all(sql`select
		(select count(*) from customer where id not in (select id from customer_entry)) as unresolved_customers,
		(select count(*) from (select customer from customer_cell group by customer having count(distinct coalesce(${salesforceForm(sql`logged`)}, lower(logged))) > 1)) as merged_customers,
		(select count(*) from employee where id not in (select id from directory_employee where id is not null)) as unresolved_employees,
		(select count(distinct l.employee) from employee_alias l join employee e on e.key = l.employee join dictionary d on d.key = l.cell and d.field in ('employee', 'behalf')
			where ${salesforceForm(sql`d.text`)} is distinct from ${salesforceForm(sql`e.id`)} or ${salesforceForm(sql`e.id`)} is null) as merged_employees`);
	return {unresolvedCustomers: Number(row['unresolved_customers']), mergedCustomers: Number(row['merged_customers']), unresolvedEmployees: Number(row['unresolved_employees']), mergedEmployees: Number(row['merged_employees'])};
};

/** Brings countries as the logs write them to codes; `code` is applied to each distinct one. */
export const codeLoggedCountries = async (session: Session, code: (written: string) => string): Promise<void> => {
	for (const row of await session.all(sql`select distinct country from customer where country_basis = 'log'`)) {
		const written = String(row['country']);
		if (code(written) !== written) {
			await session.run(sql`update customer set country = ${text(code(written))} where country_basis = 'log' and country = ${text(written)}`);
		}
	}
};
