import {BugError} from '../errors.ts';
import {toNumber, type Session} from './database.ts';
import {duckdb} from './dialect.ts';
import type {SourcePlan} from './plan.ts';
import {isOf} from './plan-columns.ts';
import {sql, text, wholeNumber, type Sql} from './sql.ts';

/*
Many small files of one plan are read by the engine in one go: a statement takes as long for one record as for a thousand. Which records are
whose follows from their order, since each file's clean records were counted before.
*/

/** Writes down which rows are whose. */
export const describeParts = async (session: Session, {id, parts = []}: SourcePlan): Promise<void> => {
	let begin = 0;
	await session.run(sql`create or replace temp table part (source bigint, path varchar, first bigint, upto bigint)`);
	await session.append('part', parts.map(({path, records}, index) => {
		begin += records;
		return [BigInt(id + index), path, BigInt(begin - records), BigInt(begin)];
	}));
};

/** The rows of a table with the source each is of as `part_source`, in their order. There must be as many as the parts have: to set the source afterwards would take a minute for what takes a moment here. */
export const withParts = (table: Sql): Sql => sql`(select * from ${table} positional join (select source as part_source from (select source, unnest(range(first, upto)) from part order by source)))`;

/** Says where the records of each source begin. */
export const addParts = async (session: Session, plan: SourcePlan): Promise<void> => {
	const family = duckdb.key(sql`${text(plan.family)}`);
	const first = wholeNumber(await firstRow(session, plan));
	await session.run(plan.parts
		? sql`insert into source select source, path, ${family}, ${first} + first from part order by source`
		: sql`insert into source values (${wholeNumber(plan.id)}, ${text(plan.file.path)}, ${family}, ${first})`);
};

/** The row of a plan's first record. The others must follow without a gap, or no citation would be right. */
const firstRow = async (session: Session, plan: SourcePlan): Promise<number> => {
	const [rows = {}] = await session.all(sql`select min(row) as first, max(row) as last, count(*) as records, (select count(*) from record) as next from event where ${isOf(plan, sql`source`)}`);
	const records = toNumber(rows['records']);
	if (records === 0) {
		return toNumber(rows['next']);
	}

	if (toNumber(rows['last']) - toNumber(rows['first']) + 1 !== records) {
		throw new BugError(`the records of ${plan.file.path} do not stand side by side in the store`);
	}

	return toNumber(rows['first']);
};
