import {BugError} from '../errors.ts';
import {toNumber, type Session} from './database.ts';
import {duckdb} from './dialect.ts';
import {filled} from './compile-expression.ts';
import {roleColumn, timedRows, understoodRows, untrimmedRows} from './engine-rows.ts';
import type {EngineInput, SourcePlan} from './plan.ts';
import {describeParts, withParts} from './parts.ts';
import {filledColumns, isOf, keyedRoles, optionalColumns} from './plan-columns.ts';
import {addColumns} from './record-columns.ts';
import {constant, identifier, joined, sql, wholeNumber, type Sql} from './sql.ts';

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

export type StageOptions = {readonly input: EngineInput; readonly keep: KeepRows; readonly signal?: AbortSignal};

/**
Appends a source to `record` (one row a clean record, in the order of the file, with keys for texts that repeat) and writes `stage_text`
(role, key, text). A table is read twice: keeping its texts a row long enough to find the distinct ones costs more, in time and most in
memory. Nothing stays until `keepStage`; `dropStage` takes all of it back.
*/
export const stageSource = async (session: Session, plan: SourcePlan, options: StageOptions): Promise<Staged> => {
	await addColumns(session, optionalColumns(plan).map(({name}) => name));
	await session.run(sql`begin transaction`);
	try {
		return await read(session, plan, options);
	} catch (error) {
		await dropStage(session);
		throw error;
	}
};

/** Keeps what was staged. */
export const keepStage = async (session: Session): Promise<void> => session.run(sql`commit`);

/** Takes back what was staged, as if it had not been read. */
export const dropStage = async (session: Session): Promise<void> => session.run(sql`rollback`);

const read = async (session: Session, plan: SourcePlan, {input, keep, signal}: StageOptions): Promise<Staged> => {
	if (plan.parts) {
		await describeParts(session, plan);
	}

	if (plan.file.structure.kind !== 'table' || plan.parts) {
		// JSON costs more to read than its texts cost to keep.
		await session.run(sql`create or replace temp table understood as ${understoodRows(plan, input)}`, signal);
		if (plan.parts && !await asMany(session, plan.parts)) {
			return {rows: -1, understood: 0, ambiguous: 0, naive: 0, partial: false, elsewhere: 0};
		}

		const staged = await stageRows(session, plan, {rows: plan.parts ? withParts(sql`understood`) : sql`understood`, texts: sql`understood`}, signal);
		await session.run(sql`drop table understood`);
		return staged;
	}

	if (keep === undefined) {
		return stageRows(session, plan, {rows: sql`(${understoodRows(plan, input)})`, texts: sql`(${untrimmedRows(plan, input, keyedRoles(plan))})`}, signal);
	}

	// One pass: the records that may match are kept as a list beside the counts over all; only their times are understood on the way.
	const cells = joined(plan.file.structure.header.map((_, index) => sql`c${wholeNumber(index)}: c${wholeNumber(index)}`));
	await session.run(sql`create or replace temp table scanned as select ${summary}, count(*) filter (where not coalesce(${keep.rows}, false) and coalesce(${keep.elsewhere}, false)) as elsewhere, list({${cells}}) filter (where t is null or (${keep.rows})) as hits from (${timedRows(plan, input)})`, signal);
	const hits = sql`(${understoodRows(plan, input, sql`(select hit.* from (select unnest(hits) as hit from scanned))`)})`;
	await stageRows(session, plan, {rows: hits, texts: hits}, signal);
	const staged = summarised(await session.all(sql`select rows, understood, ambiguous, naive, first_at, last_at, elsewhere from scanned`, signal), true);
	await session.run(sql`drop table scanned`);
	return staged;
};

/** Whether the rows are those that were counted in the parts: else it is not known whose they are, and none is taken. */
const asMany = async (session: Session, parts: NonNullable<SourcePlan['parts']>): Promise<boolean> => {
	const [row] = await session.all(sql`select count(*) as rows from understood`);
	return toNumber(row?.['rows']) === parts.reduce((sum, {records}) => sum + records, 0);
};

/** The understood rows, and the texts of their keyed roles, which may still have blanks around them: the same text stands in many cells, and is trimmed once. */
type Rows = {readonly rows: Sql; readonly texts: Sql};

const stageRows = async (session: Session, plan: SourcePlan, {rows, texts}: Rows, signal: AbortSignal | undefined): Promise<Staged> => {
	const roles = keyedRoles(plan);
	const columns = filledColumns(plan);
	await session.run(sql`insert into record (${joined(columns.map(({name}) => identifier(name)))}) select ${joined(columns.map(({value}) => value))} from ${rows}`, signal);
	await session.run(sql`create or replace temp table stage_text (role varchar, key ubigint, text varchar)`);
	if (roles.length > 0) {
		const role = joined(roles.map(each => sql`when grouping(${roleColumn(each)}) = 0 then ${constant(each)}`), sql` `);
		await session.run(sql`insert into stage_text select role, ${duckdb.key(sql`text`)}, text from (
			select distinct role, ${filled(sql`cell`)} as text from (
				select case ${role} end as role, coalesce(${joined(roles.map(each => roleColumn(each)))}) as cell from ${texts}
				group by grouping sets (${joined(roles.map(each => sql`(${roleColumn(each)})`))}))) where text is not null`, signal);
	}

	return summarised(await session.all(sql`select ${summary}, 0 as elsewhere from record where ${isOf(plan, sql`source`)}`, signal), false);
};

/** What the rows of each part came to, in their order. */
export const stagedParts = async (session: Session): Promise<readonly Staged[]> => {
	const rows = await session.all(sql`select * replace (found as rows) from (select p.source, ${summary}, count(r.status) as found, 0 as elsewhere from part p left join record r on r.source = p.source group by 1) order by source`);
	return rows.map(row => summarised([row], false));
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
