import {toNumber, type Session} from './database.ts';
import {addTexts} from './dictionary.ts';
import {addCustomers, addEmployees} from './people.ts';
import type {SourcePlan} from './plan.ts';
import {nameSubjects} from './name-subjects.ts';
import {addParts} from './parts.ts';
import {fieldColumn, fieldRoles, isOf} from './plan-columns.ts';
import {addColumns} from './record-columns.ts';
import {addSameDisclosures} from './same-disclosures.ts';
import {duplicate, kept, rejected} from './schema.ts';
import {nothing, sql, wholeNumber, type Sql} from './sql.ts';
import type {Rule} from '../rules/rule.ts';
import {shippedRules} from '../rules/shipped.ts';
import {applyRules} from './apply-rules.ts';
import {unmatchedValues, type Unmatched} from './unmatched.ts';

export type Adding = {readonly rules?: readonly Rule[]; readonly mostUnmatched: number};

/** Gives the records that were staged last their meaning: texts go to the dictionary, people to their tables. Returns the values that no rule understood, by the number of the source. */
export const addSource = async (session: Session, plan: SourcePlan, {rules = [], mostUnmatched}: Adding): Promise<Unmatched> => {
	await addTexts(session, plan);
	const ruled = await applyRules(session, plan, [...rules, ...shippedRules(plan.format).filter(({id}) => rules.every(own => own.id !== id))]);
	const unmatched = await unmatchedValues(session, plan, {ruled, limit: mostUnmatched});
	const named = await nameSubjects(session, plan, rules);
	await addEmployees(session, plan);
	await addCustomers(session, plan);
	await addParts(session, plan);
	const here = isOf(plan, sql`record.source`);
	// A text stands for itself until somebody else stands behind it.
	if (await anyRow(session, sql`employee_alias`)) {
		for (const field of (['employee', 'behalf'] as const).filter(each => fieldRoles(plan, each).length > 0)) {
			await session.run(sql`update record set ${fieldColumn(field)} = a.employee from employee_alias a where ${here} and a.cell = record.${fieldColumn(field)}`);
		}
	}

	await session.run(sql`create or replace temp table exception as
		select cell, case when count(*) = 1 then min(customer) end as customer, case when count(*) > 1 then cell end as many
		from (select distinct cell, customer from customer_cell) group by cell having count(*) > 1 or min(customer) <> cell
		union all select cell, null, null from empty_cell`);
	if ((named || fieldRoles(plan, 'customers').length > 0) && await anyRow(session, sql`exception`)) {
		const several = await anyRow(session, sql`exception where many is not null`);
		await addColumns(session, several ? ['many'] : []);
		await session.run(sql`update record set customer = x.customer ${several ? sql`, many = x.many` : nothing} from exception x where ${here} and x.cell = record.customer`);
	}

	// What was worked with would stay as long as the session does, and of a million customers that is 100 MB.
	await dropTables(session, [sql`stage_text`, sql`meant`, sql`met`, sql`listed`, sql`unlisted`, sql`told_customer`, sql`exception`, sql`labelled`, sql`ruled`, sql`raw`, sql`told`]);
	return unmatched;
};

const dropTables = async (session: Session, tables: readonly Sql[]): Promise<void> => {
	for (const table of tables) {
		await session.run(sql`drop table if exists ${table}`);
	}
};

const anyRow = async (session: Session, table: Sql): Promise<boolean> => (await session.all(sql`select 1 from ${table} limit 1`)).length > 0;

/** Duplicates and conflicts per source; of the records that share an id and differ, the places of the first among its clean records. */
export type Duplicates = ReadonlyMap<number, {readonly duplicates: number; readonly possible: number; readonly conflicts: number; readonly conflicting: readonly number[]}>;

/** So many of the records in conflict are listed: nobody reads more before asking why. */
const conflictsListed = 100;

/** What must agree beside a native id: nobody may hide what they did, on what, for whom, whom they reached, or how it ended behind another record's id. */
const sameEvent = sql`e.t, e.employee, e.behalf, e.customer, e.many, e.data, e.activity, e.action, hash(e.resource), e.outcome, e.count, e.unnamed`;

/** Kept or a duplicate: which of them is to be found out. */
const isRead = sql`e.status <> ${wholeNumber(rejected)}`;

/**
Marks duplicates. With a native id: the same id in one family, at the same time by the same employee reaching the same, counts once, the
first time; otherwise both stay and the conflict is counted. Without one: equal records stay, unless the exports are said to overlap; then the
k-th copy in a later file duplicates the k-th in an earlier one. What was marked before, when fewer sources were there, is looked at again.
*/
export const markDuplicates = async (session: Session, overlapping: boolean, signal?: AbortSignal): Promise<Duplicates> => {
	await findRepeatedIds(session, signal);
	await session.run(sql`create or replace temp table copies as
		select e.row, e.source, e.native, row_number() over (partition by s.family, e.native, ${sameEvent} order by e.row) as copy,
			min(e.row) over (partition by s.family, e.native, ${sameEvent}) as event, count(*) over (partition by s.family, e.native) <> count(*) over (partition by s.family, e.native, ${sameEvent}) as conflict
		from event e join source s on s.id = e.source join again a on a.native = e.native where ${isRead}`, signal);
	await session.run(sql`create or replace temp table equals as
		with again as (select s.family, e.print from event e join source s on s.id = e.source
			where s.family in (select family from source group by family having count(*) > 1) and e.print is not null and e.native is null and ${isRead} group by all having min(e.source) < max(e.source)),
		numbered as (select e.row, e.source, s.family, e.print, row_number() over (partition by s.family, e.print, e.t, e.employee, e.source order by e.row) as k, e.t, e.employee
			from event e join source s on s.id = e.source join again a on a.family = s.family and a.print = e.print where ${isRead} and e.native is null)
		select row, source, row_number() over (partition by family, print, t, employee, k order by source) as copy, arg_min(row, source) over (partition by family, print, t, employee, k) as event from numbered`, signal);
	await session.run(sql`delete from duplicate`);
	await session.run(sql`insert into duplicate select row, event from copies where copy > 1 ${overlapping ? sql`union all select row, event from equals where copy > 1` : nothing}`, signal);
	await addSameDisclosures(session, signal);
	await session.run(sql`update record set status = ${wholeNumber(duplicate)} from duplicate d where d.row = record.rowid and record.status = ${wholeNumber(kept)}`, signal);
	const rows = await session.all(sql`select s.id,
			(select count(*) from event e where e.source = s.id and e.status = ${wholeNumber(duplicate)}) as duplicates,
			(select count(*) from equals q where q.source = s.id and q.copy > 1) as possible,
			(select count(distinct c.native) from copies c where c.source = s.id and c.conflict) as conflicts
		from source s`, signal);
	const conflicting = await session.all(sql`select c.source, c.row - s.base as n from copies c join source s on s.id = c.source where c.conflict and c.copy = 1
		qualify row_number() over (partition by c.source order by c.row) <= ${wholeNumber(conflictsListed)} order by 1, 2`, signal);
	await dropTables(session, [sql`again`, sql`copies`, sql`equals`]);
	return new Map(rows.map(row => [toNumber(row['id']), {duplicates: toNumber(row['duplicates']), possible: overlapping ? 0 : toNumber(row['possible']), conflicts: toNumber(row['conflicts']), conflicting: conflicting.filter(({source}) => toNumber(source) === toNumber(row['id'])).map(({n}) => toNumber(n))}]));
};

/** Records whose ids are compared at a time: what the engine holds meanwhile grows with them. */
const idsAtATime = 2_000_000;

/** The native ids that occur more than once. Ids are hashes, so that a part of them is a fair share. */
const findRepeatedIds = async (session: Session, signal: AbortSignal | undefined): Promise<void> => {
	await session.run(sql`create or replace temp table again (native ubigint)`);
	const [size] = await session.all(sql`select count(native) as ids from event`);
	const parts = Math.ceil(toNumber(size?.['ids']) / idsAtATime);
	for (let part = 0; part < parts; part++) {
		await session.run(sql`insert into again select native from event e where native is not null and ${isRead} ${parts === 1 ? nothing : sql`and native % ${wholeNumber(parts)} = ${wholeNumber(part)}`} group by native having count(*) > 1`, signal);
	}
};
