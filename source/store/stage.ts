import type {FieldRole} from '../records/field-expression.ts';
import {BugError} from '../errors.ts';
import {toNumber, type Session} from './database.ts';
import {roleColumn, timedRows, understoodRows} from './engine-rows.ts';
import type {EngineInput, SourcePlan} from './plan.ts';
import {joined, sql, wholeNumber, type Sql} from './sql.ts';

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

/** Reads a source into the table `stage`, in the order of the file. */
export const stageSource = async (session: Session, plan: SourcePlan, {input, keep, signal}: {readonly input: EngineInput; readonly keep: KeepRows; readonly signal?: AbortSignal}): Promise<Staged> => {
	await session.run(sql`drop table if exists stage`);
	if (keep === undefined || plan.file.structure.kind !== 'table') {
		await session.run(sql`create table stage as ${understoodRows(plan, input)}`, signal);
		return summarised(await session.all(sql`select ${summary}, 0 as elsewhere from stage`, signal), false);
	}

	// One pass: the records that may match are kept as a list beside the counts over all; only their times are understood on the way.
	const cells = joined(plan.file.structure.header.map((_, index) => sql`c${wholeNumber(index)}: c${wholeNumber(index)}`));
	await session.run(sql`create or replace temp table scanned as select ${summary}, count(*) filter (where not coalesce(${keep.rows}, false) and coalesce(${keep.elsewhere}, false)) as elsewhere, list({${cells}}) filter (where t is null or (${keep.rows})) as hits from (${timedRows(plan, input)})`, signal);
	await session.run(sql`create table stage as ${understoodRows(plan, input, sql`(select hit.* from (select unnest(hits) as hit from scanned))`)}`, signal);
	const staged = summarised(await session.all(sql`select rows, understood, ambiguous, naive, first_at, last_at, elsewhere from scanned`, signal), true);
	await session.run(sql`drop table scanned`);
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

/** The column of a role in `stage`, or NULL when the format has none. */
export const stageColumn = (plan: SourcePlan, role: FieldRole): Sql =>
	plan.fields[role] === undefined ? sql`null::varchar` : roleColumn(role);

/** Whether a role has a column in `stage`. */
export const hasRole = (plan: SourcePlan, role: FieldRole): boolean => plan.fields[role] !== undefined;
