import {toNumber, toText, type Session} from './database.ts';
import {duckdb} from './dialect.ts';
import {addTexts, isKeyed, keyedColumn, type KeyedField} from './dictionary.ts';
import {addCustomers, addEmployees} from './people.ts';
import type {SourcePlan} from './plan.ts';
import {duplicate, kept, rejected} from './schema.ts';
import {hasRole, stageColumn} from './stage.ts';
import {nothing, sql, text, wholeNumber, type Sql} from './sql.ts';
import {dataTypeOf} from '../formats/vocabulary.ts';
import {cellValues} from '../records/cell-values.ts';

/** Moves what is in `stage` into the store: texts to the dictionary, people to their tables, events as keys and numbers. */
export const addSource = async (session: Session, plan: SourcePlan): Promise<void> => {
	await addTexts(session, plan);
	await addEmployees(session, plan);
	await addCustomers(session, plan);
	await session.run(sql`insert into source values (${wholeNumber(plan.id)}, ${text(plan.file.path)}, ${duckdb.key(sql`${text(plan.family)}`)})`);
	const keyed = (field: KeyedField): Sql => keyedColumn(plan, field);
	// Joins cost a look-up a row: only where a text stands for something else than itself.
	const aliases = await anyRow(session, sql`employee_alias`);
	await session.run(sql`create or replace temp table exception as
		select cell, case when count(*) = 1 then min(customer) end as customer, case when count(*) > 1 then cell end as many
		from (select distinct cell, customer from customer_cell) group by cell having count(*) > 1 or min(customer) <> cell
		union all select cell, null, null from empty_cell`);
	const exceptions = isKeyed(plan, 'customers') && await anyRow(session, sql`exception`);
	const account = (field: 'employee' | 'behalf', alias: Sql): Sql => aliases && isKeyed(plan, field) ? sql`coalesce(${alias}.employee, ${keyed(field)})` : keyed(field);
	const aliasJoin = (field: 'employee' | 'behalf', alias: Sql): Sql => aliases && isKeyed(plan, field) ? sql`left join employee_alias ${alias} on ${alias}.cell = ${keyed(field)}` : nothing;
	await session.run(sql`insert into event
		select ${wholeNumber(plan.id)}, s.rowid, t, case when t is null then ${wholeNumber(rejected)} else ${wholeNumber(kept)} end, ambiguous,
			${account('employee', sql`a`)},
			${exceptions ? sql`case when x.cell is null then ${keyed('customers')} else x.customer end, x.many` : sql`${keyed('customers')}, null`},
			coalesce(${keyed('data')}, 0), ${keyed('activity')}, ${keyed('action')}, ${keyed('system')}, ${keyed('outcome')}, ${account('behalf', sql`b`)},
			${countOf(stageColumn(plan, 'count'))}, ${stageColumn(plan, 'resource')}, ${stageColumn(plan, 'ip')}, ${stageColumn(plan, 'device')}, ${stageColumn(plan, 'session')}, ${stageColumn(plan, 'reason')},
			problem, ${plan.fingerprint ? sql`print` : sql`null`}, ${hasRole(plan, 'id') ? stageColumn(plan, 'id') : sql`null`}
		from stage s ${aliasJoin('employee', sql`a`)} ${aliasJoin('behalf', sql`b`)}
		${exceptions ? sql`left join exception x on x.cell = ${keyed('customers')}` : nothing}`);
	await session.run(sql`drop table stage`);
	await session.run(sql`drop table stage_text`);
};

/** A number of records; less than none says that it is not known. */
const countOf = (column: Sql): Sql => sql`case when try_cast(${column} as bigint) >= 0 then try_cast(${column} as bigint) end`;

const anyRow = async (session: Session, table: Sql): Promise<boolean> => (await session.all(sql`select 1 from ${table} limit 1`)).length > 0;

/** Raw values that no rule gave a data type, most frequent first: names of data types we do not know, else what was done and where. */
export const unmatchedValues = async (session: Session, plan: SourcePlan, limit: number): Promise<ReadonlyArray<{readonly value: string; readonly records: number}>> => {
	if (hasRole(plan, 'dataTypes')) {
		const rows = await session.all(sql`select x.text as cell, g.records from (select ${stageColumn(plan, 'dataTypes')} as key, count(*) as records from stage where t is not null group by 1) g join stage_text x on x.role = 'dataTypes' and x.key = g.key`);
		const counts = new Map<string, number>();
		for (const row of rows) {
			for (const value of cellValues(toText(row['cell'])!).filter(name => !dataTypeOf(name).known)) {
				counts.set(value, (counts.get(value) ?? 0) + toNumber(row['records']));
			}
		}

		return [...counts].map(([value, records]) => ({value, records})).toSorted((a, b) => b.records - a.records || (a.value < b.value ? -1 : 1)).slice(0, limit);
	}

	const values = hasRole(plan, 'action')
		? sql`select x.text as value, g.records from (select ${stageColumn(plan, 'action')} as key, count(*) as records from stage where t is not null group by 1) g join stage_text x on x.role = 'action' and x.key = g.key`
		: sql`select ${stageColumn(plan, 'resource')} as value, count(*) as records from stage where t is not null and ${stageColumn(plan, 'resource')} is not null group by 1`;
	const rows = await session.all(sql`select * from (${values}) order by records desc, value limit ${wholeNumber(limit)}`);
	return rows.map(row => ({value: toText(row['value'])!, records: toNumber(row['records'])}));
};

/** Duplicates and conflicts per source. */
export type Duplicates = ReadonlyMap<number, {readonly duplicates: number; readonly possible: number; readonly conflicts: number}>;

/** What must agree beside a native id: nobody may hide whom they reached, what, or how it ended behind another record's id. */
const sameEvent = sql`e.t, e.employee, e.customer, e.many, e.data, e.outcome, e.count`;

/**
Marks duplicates. With a native id: the same id in one family, at the same time by the same employee reaching the same, counts once, the
first time; otherwise both stay and the conflict is counted. Without one: equal records stay, unless the exports are said to overlap; then the
k-th copy in a later file duplicates the k-th in an earlier one.
*/
export const markDuplicates = async (session: Session, overlapping: boolean, signal?: AbortSignal): Promise<Duplicates> => {
	await session.run(sql`create or replace temp table again as
		select native from event where native is not null and status = 0 group by native having count(*) > 1`, signal);
	await session.run(sql`create or replace temp table copies as
		select e.source, e.n, row_number() over (partition by s.family, e.native, ${sameEvent} order by e.source, e.n) as copy,
			count(*) over (partition by s.family, e.native) <> count(*) over (partition by s.family, e.native, ${sameEvent}) as conflict
		from event e join source s on s.id = e.source join again a on a.native = e.native where e.status = 0`, signal);
	await session.run(sql`create or replace temp table equals as
		with again as (select s.family, e.print from event e join source s on s.id = e.source where e.print is not null and e.native is null and e.status = 0 group by all having count(distinct e.source) > 1),
		numbered as (select e.source, e.n, s.family, e.print, row_number() over (partition by s.family, e.print, e.t, e.employee, e.source order by e.n) as k, e.t, e.employee
			from event e join source s on s.id = e.source join again a on a.family = s.family and a.print = e.print where e.status = 0 and e.native is null)
		select source, n, row_number() over (partition by family, print, t, employee, k order by source) as copy from numbered`, signal);
	await session.run(sql`update event set status = ${wholeNumber(duplicate)} from (select source, n from copies where copy > 1 ${overlapping ? sql`union all select source, n from equals where copy > 1` : sql``}) d where d.source = event.source and d.n = event.n`, signal);
	const rows = await session.all(sql`select s.id,
			(select count(*) from event e where e.source = s.id and e.status = ${wholeNumber(duplicate)}) as duplicates,
			(select count(*) from equals q where q.source = s.id and q.copy > 1) as possible,
			(select count(*) from copies c where c.source = s.id and c.conflict and c.copy = 1) as conflicts
		from source s`, signal);
	await session.run(sql`alter table event drop column native`);
	await session.run(sql`alter table event drop column print`);
	return new Map(rows.map(row => [toNumber(row['id']), {duplicates: toNumber(row['duplicates']), possible: overlapping ? 0 : toNumber(row['possible']), conflicts: toNumber(row['conflicts'])}]));
};
