import {cellValues} from '../records/cell-values.ts';
import {activityOf, dataTypeOf, outcomeOf} from '../formats/vocabulary.ts';
import {ExpectedError} from '../errors.ts';
import type {FieldRole} from '../records/field-expression.ts';
import {toText, type Session} from './database.ts';
import {duckdb} from './dialect.ts';
import type {SourcePlan} from './plan.ts';
import {hasRole, stageColumn} from './stage.ts';
import {joined, sql, text, type Sql} from './sql.ts';

/** A field whose texts are kept once and stood for by a key. */
export type KeyedField = 'employee' | 'behalf' | 'customers' | 'data' | 'activity' | 'action' | 'system' | 'outcome';

const keyedFields = ['employee', 'behalf', 'customers', 'data', 'activity', 'action', 'system', 'outcome'] as const;

/** The roles behind each keyed field, the first that is filled counts. A customer without an id is known by e-mail address. */
const rolesOf: Readonly<Record<KeyedField, readonly FieldRole[]>> = {
	employee: ['employee', 'employeeEmail', 'employeeName'], behalf: ['onBehalfOf'], customers: ['customers', 'customerEmail'], data: ['dataTypes'],
	activity: ['activity', 'action'], action: ['action'], system: ['system'], outcome: ['outcome'],
};

/** The key of a field in `stage`, NULL where the record says nothing of it. */
export const keyedColumn = (plan: SourcePlan, field: KeyedField): Sql => {
	const columns = rolesOf[field].filter(role => hasRole(plan, role)).map(role => stageColumn(plan, role));
	return columns.length === 0 ? sql`null::ubigint` : (columns.length === 1 ? columns[0]! : sql`coalesce(${joined(columns)})`);
};

/** Whether a plan has a column behind a keyed field. */
export const isKeyed = (plan: SourcePlan, field: KeyedField): boolean => rolesOf[field].some(role => hasRole(plan, role));

/** Adds the texts of a staged source to the dictionary and works out what the new ones mean. */
export const addTexts = async (session: Session, plan: SourcePlan): Promise<void> => {
	await session.run(sql`create or replace temp table fresh (field varchar, key ubigint, text varchar)`);
	for (const field of keyedFields.filter(each => isKeyed(plan, each))) {
		const roles = rolesOf[field].filter(role => hasRole(plan, role));
		// Of several columns only the texts that are taken count: a name beside an id is not another employee.
		const taken = roles.length === 1 ? sql`true` : sql`key in (select ${keyedColumn(plan, field)} from stage where t is not null and ${keyedColumn(plan, field)} is not null)`;
		await session.run(sql`insert into fresh
			select distinct ${text(field)}, key, text from stage_text where role in (${joined(roles.map(role => text(role)).map(role => sql`${role}`))}) and ${taken}
			except select field, key, text from dictionary`);
	}

	await session.run(sql`insert into dictionary select * from fresh`);
	await refuseSharedKeys(session);
	await addMeanings(session, {field: 'data', target: sql`data_cell`, meaning: cell => cellValues(cell).length === 0 ? [['unknown', 'unknown']] : cellValues(cell).map(value => [dataTypeOf(value).id, 'logged'])});
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
