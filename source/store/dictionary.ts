import {dataNames} from '../formats/data-names.ts';
import {activityOf, dataTypeOf, outcomeOf} from '../formats/vocabulary.ts';
import {ExpectedError} from '../errors.ts';
import {toText, type Session} from './database.ts';
import {duckdb} from './dialect.ts';
import type {SourcePlan} from './plan.ts';
import {fieldColumn, fieldRoles, isOf, keyedFields, type KeyedField} from './plan-columns.ts';
import {joined, sql, text, type Sql} from './sql.ts';

/** Adds the texts of a staged source to the dictionary and works out what the new ones mean. */
export const addTexts = async (session: Session, plan: SourcePlan): Promise<void> => {
	await session.run(sql`create or replace temp table fresh (field varchar, key ubigint, text varchar)`);
	const misread = (await session.all(sql`select 1 from event where ${isOf(plan, sql`source`)} and t is null limit 1`)).length > 0;
	for (const field of keyedFields) {
		const roles = fieldRoles(plan, field);
		if (roles.length === 0) {
			continue;
		}

		// Texts of rejected records alone stand for nobody. Of several columns only the texts that are taken count: a name beside an id is not another employee.
		const taken = misread || roles.length > 1 ? sql`key in (select ${fieldColumn(field)} from event where ${isOf(plan, sql`source`)} and t is not null and ${fieldColumn(field)} is not null)` : sql`true`;
		await session.run(sql`insert into fresh
			select distinct ${text(field)}, key, text from stage_text where role in (${joined(roles.map(role => sql`${text(role)}`))}) and ${taken}
			except select field, key, text from dictionary`);
	}

	await session.run(sql`insert into dictionary select * from fresh`);
	await refuseSharedKeys(session);
	await addMeanings(session, {field: 'data', target: sql`data_cell`, meaning: cell => dataNames(cell).length === 0 ? [['unknown', 'unknown']] : dataNames(cell).map(value => [dataTypeOf(value).id, 'logged'])});
	await addMeanings(session, {field: 'activity', target: sql`activity_cell`, meaning: cell => [[activityOf(cell)]]});
	await addMeanings(session, {field: 'outcome', target: sql`outcome_cell`, meaning: cell => [[outcomeOf(cell)]]});
	await session.run(sql`insert into system_cell select key, text from fresh where field = 'system'`);
};

/** Two texts behind one 64-bit key: one in 10¹⁰ loads by chance. No number may rest on it. */
const refuseSharedKeys = async (session: Session): Promise<void> => {
	const [clash] = await session.all(sql`select min(text) as a, max(text) as b from dictionary group by field, key having count(*) > 1 limit 1`);
	if (clash) {
		throw new ExpectedError(`two texts share one key: ${JSON.stringify(clash['a'])} and ${JSON.stringify(clash['b'])}`, {next: 'Load the files apart, and report this: it should not happen by chance.'});
	}
};

type Meaning = {readonly field: KeyedField; readonly target: Sql; readonly meaning: (cell: string) => ReadonlyArray<readonly string[]>};

/** Applies a rule to the new distinct texts of a field, never row by row. */
const addMeanings = async (session: Session, {field, target, meaning}: Meaning): Promise<void> => {
	const cells = (await session.all(sql`select text from fresh where field = ${text(field)}`)).map(row => toText(row['text'])!);
	if (cells.length === 0) {
		return;
	}

	const rows = cells.flatMap(cell => meaning(cell).map(parts => [cell, ...parts]));
	const width = rows[0]?.length ?? 2;
	await session.run(width === 3 ? sql`create or replace temp table meant (cell varchar, a varchar, b varchar)` : sql`create or replace temp table meant (cell varchar, a varchar)`);
	await session.append('meant', rows);
	await session.run(sql`insert into ${target} select distinct ${duckdb.key(sql`cell`)}, ${width === 3 ? sql`a, b` : sql`a`} from meant`);
};
