import type {FieldRole} from '../records/field-expression.ts';
import {BugError} from '../errors.ts';
import {toNumber, type Session} from './database.ts';
import {duckdb} from './dialect.ts';
import {mappedRoles, roleColumn, timedRows, understoodRows} from './engine-rows.ts';
import type {EngineInput, SourcePlan} from './plan.ts';
import {constant, identifier, joined, sql, text, wholeNumber, type Sql} from './sql.ts';

/** What a source's rows came to before duplicates are looked for. */
export type Staged = {
	/** Rows the engine read. */
	readonly rows: number;
	/** Rows with a time. */
	readonly understood: number;
	readonly ambiguous: number;
	/** Rows whose time carries no offset. */
	readonly naive: number;
	/** Whether rows were left out that cannot match (a one-shot scan): ordinals are not known then. */
	readonly partial: boolean;
	/** After a one-shot scan: records that were not kept and may bear on the answer. */
	readonly elsewhere: number;
	/** UTC microseconds. */
	readonly firstAt?: number;
	readonly lastAt?: number;
};

/** Which records of a table a one-shot scan keeps; absent: all of them. */
export type KeepRows = undefined | {
	/** A condition on the cells that no matching record fails. */
	readonly rows: Sql;
	/** Holds where a record that is not kept could still bear on the answer: then everything must be loaded. */
	readonly elsewhere: Sql;
};

const summary = sql`count(*) as rows, count(t) as understood, count(*) filter (where ambiguous) as ambiguous, count(*) filter (where naive) as naive, min(t) as first_at, max(t) as last_at`;

/** Roles whose texts repeat: an event keeps a key, and the text is kept once. */
const keyedRoles = new Set<FieldRole>(['employee', 'employeeName', 'employeeEmail', 'onBehalfOf', 'customers', 'customerEmail', 'customerCountry', 'dataTypes', 'action', 'activity', 'system', 'outcome']);

const keyColumn = (role: FieldRole): Sql => identifier(`k_${role}`);

/**
Reads a source into \`stage\` (one row a clean record, in the order of the file, with keys for texts that repeat) and \`stage_text\` (role,
key, text). A table is read twice: keeping its texts a row long enough to find the distinct ones costs more, in time and most in memory.
*/
export const stageSource = async (session: Session, plan: SourcePlan, {input, keep, signal}: {readonly input: EngineInput; readonly keep: KeepRows; readonly signal?: AbortSignal}): Promise<Staged> => {
	if (plan.file.structure.kind !== 'table') {
		// JSON costs more to read than its texts cost to keep.
		await session.run(sql`create or replace temp table understood as ${understoodRows(plan, input)}`, signal);
		const staged = await stageRows(session, plan, sql`understood`, signal);
		await session.run(sql`drop table understood`);
		return staged;
	}

	if (keep === undefined) {
		return stageRows(session, plan, sql`(${understoodRows(plan, input)})`, signal);
	}

	// One pass: the records that may match are kept as a list beside the counts over all; only their times are understood on the way.
	const cells = joined(plan.file.structure.header.map((_, index) => sql`c${wholeNumber(index)}: c${wholeNumber(index)}`));
	await session.run(sql`create or replace temp table scanned as select ${summary}, count(*) filter (where not coalesce(${keep.rows}, false) and coalesce(${keep.elsewhere}, false)) as elsewhere, list({${cells}}) filter (where t is null or (${keep.rows})) as hits from (${timedRows(plan, input)})`, signal);
	await stageRows(session, plan, sql`(${understoodRows(plan, input, sql`(select hit.* from (select unnest(hits) as hit from scanned))`)})`, signal);
	const staged = summarised(await session.all(sql`select rows, understood, ambiguous, naive, first_at, last_at, elsewhere from scanned`, signal), true);
	await session.run(sql`drop table scanned`);
	return staged;
};

const stageRows = async (session: Session, plan: SourcePlan, rows: Sql, signal: AbortSignal | undefined): Promise<Staged> => {
	const roles = mappedRoles(plan.fields);
	const keyed = roles.filter(role => keyedRoles.has(role));
	const columns = roles.map(role => keyedRoles.has(role) ? sql`case when ${roleColumn(role)} is not null then ${duckdb.key(roleColumn(role))} end as ${keyColumn(role)}` : roleColumn(role));
	await session.run(sql`create or replace table stage as select ${joined([sql`t`, sql`ambiguous`, sql`naive`, sql`problem`, ...(plan.fingerprint ? [sql`print`] : []), ...columns])} from ${rows}`, signal);
	await session.run(sql`create or replace temp table stage_text (role varchar, key ubigint, text varchar)`);
	if (keyed.length > 0) {
		const role = joined(keyed.map(each => sql`when grouping(${roleColumn(each)}) = 0 then ${constant(each)}`), sql` `);
		await session.run(sql`insert into stage_text select role, ${duckdb.key(sql`text`)}, text from (
			select case ${role} end as role, coalesce(${joined(keyed.map(each => roleColumn(each)))}) as text from ${rows}
			group by grouping sets (${joined(keyed.map(each => sql`(${roleColumn(each)})`))})) where text is not null`, signal);
	}

	const staged = summarised(await session.all(sql`select ${summary}, 0 as elsewhere from stage`, signal), false);
	if (staged.understood < staged.rows) {
		// Texts of rejected records alone stand for nobody.
		for (const role of keyed) {
			await session.run(sql`delete from stage_text where role = ${text(role)} and key not in (select ${keyColumn(role)} from stage where t is not null and ${keyColumn(role)} is not null)`, signal);
		}
	}

	return staged;
};

const summarised = (rows: ReadonlyArray<Readonly<Record<string, unknown>>>, partial: boolean): Staged => {
	const [row] = rows;
	if (!row) {
		throw new BugError('a summary has no row');
	}

	return {
		rows: toNumber(row['rows']), understood: toNumber(row['understood']), ambiguous: toNumber(row['ambiguous']), naive: toNumber(row['naive']), partial, elsewhere: toNumber(row['elsewhere']),
		...(row['first_at'] === null ? {} : {firstAt: toNumber(row['first_at'])}),
		...(row['last_at'] === null ? {} : {lastAt: toNumber(row['last_at'])}),
	};
};

/** The column of a role in `stage`: its key where texts repeat, else its text; NULL when the format has none. */
export const stageColumn = (plan: SourcePlan, role: FieldRole): Sql => {
	if (keyedRoles.has(role)) {
		return plan.fields[role] === undefined ? sql`null::ubigint` : keyColumn(role);
	}

	return plan.fields[role] === undefined ? sql`null::varchar` : roleColumn(role);
};

/** Whether a role has a column in `stage`. */
export const hasRole = (plan: SourcePlan, role: FieldRole): boolean => plan.fields[role] !== undefined;
