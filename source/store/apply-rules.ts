import {ExpectedError} from '../errors.ts';
import {dataNames} from '../formats/data-names.ts';
import type {Rule} from '../rules/rule.ts';
import {toText, type Session} from './database.ts';
import {duckdb} from './dialect.ts';
import type {SourcePlan} from './plan.ts';
import {hasRole, isOf} from './plan-columns.ts';
import {ruleAccesses, type Uncatalogued} from './rule-accesses.ts';
import {addCells} from './rule-cells.ts';
import {rulesOfColumns, typesOfColumn} from './rule-columns.ts';
import {rulesFor} from './rule-conditions.ts';
import {sql, text} from './sql.ts';

/*
Rules are asked about the distinct texts of a log, never row by row. What they say of a cell becomes a cell of its own, since the same text
may mean something else in another product. Names of data that the log gives and we know come first; then rules; else the type is unknown.
*/

/** Refuses expressions that the engine does not understand, before anything is loaded with them. */
export const checkRules = async (session: Session, rules: readonly Rule[]): Promise<void> => {
	const check = async (whose: string, pattern: string): Promise<void> => {
		try {
			await session.all(sql`select regexp_matches('', ${text(pattern)})`);
		} catch (error) {
			throw new ExpectedError(`${whose}: the expression ${JSON.stringify(pattern)} is not understood`, {exitCode: 2, next: 'Expressions are those of RE2: no look-around and no back-references.', cause: error});
		}
	};

	for (const {id, when, subject} of rules) {
		for (const pattern of [...when.flatMap(({patterns}) => patterns), ...(subject ? [subject.pattern] : [])]) {
			await check(`rule "${id}"`, pattern);
		}
	}

	// A glob is always understood, and a catalog may have thousands.
	for (const {table, pattern} of [...new Set(rules.map(({catalog}) => catalog))].flatMap(catalog => catalog ?? []).filter(each => each.table.startsWith('/'))) {
		await check(`the table ${JSON.stringify(table)} of the catalog`, pattern);
	}
};

/** Names of data that the log gives and we do not know. */
const ruleColumns = async (session: Session, plan: SourcePlan, rules: readonly Rule[]): Promise<readonly string[]> => {
	if (!hasRole(plan, 'dataTypes')) {
		return [];
	}

	const cells = (await session.all(sql`select text from stage_text where role = 'dataTypes' order by text`)).map(row => toText(row['text'])!);
	const ruleOf = await rulesOfColumns(session, rules, cells.flatMap(cell => dataNames(cell)));
	if (ruleOf.size === 0) {
		return [];
	}

	await addCells(session, cells.filter(cell => dataNames(cell).some(name => ruleOf.has(name))).map(cell => ({
		from: cell, label: `${plan.format}\u001F${cell}`, names: cell,
		types: dataNames(cell).flatMap(name => typesOfColumn(name, ruleOf).map(type => [type, ruleOf.has(name) ? `rule:${ruleOf.get(name)!.id}` : 'logged'] as const)),
	})));
	await session.run(sql`update record set data = r.cell from ruled r where ${isOf(plan, sql`record.source`)} and record.data = ${duckdb.key(sql`r.said`)}`);
	return [...ruleOf.keys()];
};

/** What rules made of a source: the names of data that they explained, and the objects that no catalog has; `named` where a catalog gave names that the log has none of. */
export type Ruled = {readonly names: ReadonlySet<string>; readonly named: boolean; readonly uncatalogued: Uncatalogued};

/** Gives the data of a staged source the types that rules say. */
export const applyRules = async (session: Session, plan: SourcePlan, rules: readonly Rule[]): Promise<Ruled> => {
	if (rules.length === 0) {
		return {names: new Set(), named: false, uncatalogued: []};
	}

	const own = await rulesFor(session, plan, rules);
	const names = await ruleColumns(session, plan, own);
	const {explained, ...told} = await ruleAccesses(session, plan, own);
	return {names: new Set([...names, ...explained]), ...told};
};

/** The ids of the rules on which a data type rests, in order. */
export const usedRules = async (session: Session): Promise<readonly string[]> =>
	(await session.all(sql`select distinct substr(basis, 6) as id from data_cell where basis like 'rule:%' order by id`)).map(row => toText(row['id'])!);
