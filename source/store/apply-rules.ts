import {ExpectedError} from '../errors.ts';
import {dataTypeOf} from '../formats/vocabulary.ts';
import {unknownDataType} from '../records/data-type.ts';
import {cellValues} from '../records/cell-values.ts';
import {matcherOf, type Condition, type Rule, type RuleField} from '../rules/rule.ts';
import {toNumber, toText, type Session} from './database.ts';
import {duckdb} from './dialect.ts';
import type {SourcePlan} from './plan.ts';
import {hasRole, isOf} from './plan-columns.ts';
import {identifier, joined, sql, text, texts as boundTexts, wholeNumber, type Sql} from './sql.ts';

/*
Rules are asked about the distinct texts of a log, never row by row. What they say of a cell becomes a cell of its own, since the same text
may mean something else in another product. Names of data that the log gives and we know come first; then rules; else the type is unknown.
*/

/** Sets a rule's cells apart from those of a log. */
const mark = 'rules\u001F';

const matches = (column: Sql, {patterns}: Condition): Sql => sql`(${joined(patterns.map(pattern => sql`coalesce(regexp_matches(${column}, ${text(pattern)}), false)`), sql` or `)})`;

/** Where the text of a field stands beside the distinct texts of a log: `raw`, with `act`, `sys` and `ac` joined to it. */
export const texts: Readonly<Partial<Record<RuleField, Sql>>> = {action: sql`act.text`, resource: sql`raw.resource`, system: sql`sys.text`, activity: sql`coalesce(ac.activity, 'other')`};

/** Holds where all conditions of a rule do. */
export const ruleCondition = ({when}: Rule, columnOf: (field: RuleField) => Sql = field => texts[field]!): Sql =>
	when.length === 0 ? sql`true` : sql`(${joined(when.map(condition => matches(columnOf(condition.field), condition)), sql` and `)})`;

/** The number of the first rule whose conditions hold, for values that stand in these columns. */
const firstRule = (rules: readonly Rule[], among: readonly Rule[], columnOf: (field: RuleField) => Sql): Sql =>
	sql`case ${joined(among.map(rule => sql`when ${ruleCondition(rule, columnOf)} then ${wholeNumber(rules.indexOf(rule))}`), sql` `)} end`;

/** Refuses expressions that the engine does not understand, before anything is loaded with them. */
export const checkRules = async (session: Session, rules: readonly Rule[]): Promise<void> => {
	for (const {id, when, subject} of rules) {
		for (const pattern of [...when.flatMap(({patterns}) => patterns), ...(subject ? [subject.pattern] : [])]) {
			try {
				await session.all(sql`select regexp_matches('', ${text(pattern)})`);
			} catch (error) {
				throw new ExpectedError(`rule "${id}": the expression ${JSON.stringify(pattern)} is not understood`, {exitCode: 2, next: 'Expressions are those of RE2: no look-around and no back-references.', cause: error});
			}
		}
	}
};

/** The rules that can hold for a source: those that name no product, or this one's format. */
export const rulesFor = async <Kind extends Rule>(session: Session, {format}: SourcePlan, rules: readonly Kind[]): Promise<readonly Kind[]> => {
	const product = rules.map(rule => rule.when.find(({field}) => field === 'product'));
	const [row = {}] = await session.all(sql`select ${joined(product.map((condition, index) => sql`${condition ? matches(sql`${text(format)}`, condition) : sql`true`} as ${identifier(`r${index}`)}`))}`);
	return rules.filter((_, index) => row[`r${index}`] === true).map(rule => ({...rule, when: rule.when.filter(({field}) => field !== 'product')}));
};

type Meaning = {readonly label: string; readonly types: ReadonlyArray<readonly [type: string, basis: string]>};

/** Adds cells for what rules say, and leaves their labels in \`ruled\`. */
const addCells = async (session: Session, meanings: ReadonlyArray<Meaning & {readonly from: string}>): Promise<void> => {
	await session.run(sql`create or replace temp table ruled (said varchar, label varchar)`);
	await session.append('ruled', meanings.map(({from, label}) => [from, label]));
	await session.run(sql`create or replace temp table meant (label varchar, data_type varchar, basis varchar)`);
	await session.append('meant', meanings.flatMap(({label, types}) => types.map(([type, basis]) => [label, type, basis])));
	await session.run(sql`insert into data_cell select distinct ${duckdb.key(sql`label`)}, data_type, basis from meant except select cell, data_type, basis from data_cell`);
};

/** Names of data that the log gives and we do not know. */
const ruleColumns = async (session: Session, plan: SourcePlan, rules: readonly Rule[]): Promise<ReadonlySet<string>> => {
	const among = rules.filter(rule => matcherOf(rule) === 'column');
	if (among.length === 0 || !hasRole(plan, 'dataTypes')) {
		return new Set();
	}

	const cells = (await session.all(sql`select text from stage_text where role = 'dataTypes' order by text`)).map(row => toText(row['text'])!);
	const names = [...new Set(cells.flatMap(cell => cellValues(cell)).filter(name => !dataTypeOf(name).known))];
	const found = await session.all(sql`select * from (select value, ${firstRule(rules, among, () => sql`value`)} as rule from (select unnest(${boundTexts(names)}) as value)) where rule is not null`);
	const ruleOf = new Map(found.map(row => [toText(row['value'])!, rules[toNumber(row['rule'])]!]));
	await addCells(session, cells.filter(cell => cellValues(cell).some(name => ruleOf.has(name))).map(cell => ({
		from: cell, label: `${mark}${plan.format}\u001F${cell}`,
		types: cellValues(cell).flatMap((name): Meaning['types'] => {
			const rule = ruleOf.get(name);
			return rule ? rule.types.map(type => [type, `rule:${rule.id}`]) : [[dataTypeOf(name).id, 'logged']];
		}),
	})));
	await session.run(sql`update record set data = ${duckdb.key(sql`r.label`)} from ruled r where ${isOf(plan, sql`record.source`)} and record.data = ${duckdb.key(sql`r.said`)}`);
	await session.run(sql`insert into stage_text select 'dataTypes', ${duckdb.key(sql`label`)}, said from ruled`);
	return new Set(ruleOf.keys());
};

/** Where the log names no data: what was done, and on what. */
const ruleAccesses = async (session: Session, plan: SourcePlan, rules: readonly Rule[]): Promise<void> => {
	const among = rules.filter(rule => matcherOf(rule) !== 'column');
	if (among.length === 0) {
		return;
	}

	const used = (['action', 'resource', 'system', 'activity'] as const).filter(field => among.some(({when}) => when.some(condition => condition.field === field)));
	const groups = [...new Set(among.map(rule => matcherOf(rule)))].toSorted();
	const columns = used.map(field => identifier(field));
	const here = sql`${isOf(plan, sql`e.source`)} and e.t is not null and e.data = 0`;
	await session.run(sql`create or replace temp table raw as select distinct ${joined([sql`1 as one`, ...columns.map(column => sql`e.${column}`)])} from event e where ${here}`);
	await session.run(sql`create or replace temp table told as select *, concat_ws('|', ${joined(groups.map((_, index) => identifier(`g${index}`)))}) as said from (
			select raw.*, ${joined(groups.map((group, index) => sql`${firstRule(rules, among.filter(rule => matcherOf(rule) === group), field => texts[field]!)} as ${identifier(`g${index}`)}`))}
			from raw ${used.includes('action') ? sql`left join (select key, text from dictionary where field = 'action') act on act.key = raw.action` : sql``}
			${used.includes('system') ? sql`left join (select distinct cell, text from system_cell) sys on sys.cell = raw.system` : sql``}
			${used.includes('activity') ? sql`left join (select distinct cell, activity from activity_cell) ac on ac.cell = raw.activity` : sql``}
		) where ${joined(groups.map((_, index) => sql`${identifier(`g${index}`)} is not null`), sql` or `)}`);
	const said = (await session.all(sql`select distinct said from told order by said`)).map(row => toText(row['said'])!);
	await addCells(session, said.flatMap(from => meaningOf(from, rules)));
	const same = joined([sql`true`, ...columns.map(column => sql`e.${column} is not distinct from o.${column}`)], sql` and `);
	await session.run(sql`update record set data = ${duckdb.key(sql`m.label`)} from (select e.row, r.label from event e join told o on ${same} join ruled r on r.said = o.said where ${here}) m where m.row = record.rowid`);
};

/** What the rules of these numbers add up to. One without conditions counts where no other does; one that says unknown says nothing. */
const meaningOf = (from: string, rules: readonly Rule[]): ReadonlyArray<Meaning & {readonly from: string}> => {
	const held = from.split('|').map(index => rules[Number(index)]!);
	const particular = held.filter(({when}) => when.length > 0);
	const counted = particular.length > 0 ? particular : held;
	const types = counted.flatMap(({id, types: own}) => own.filter(type => type !== unknownDataType).map(type => [type, `rule:${id}`] as const));
	const once = [...new Map(types.toReversed())];
	return once.length === 0 ? [] : [{from, label: mark + counted.map(({id}) => id).join('\u001F'), types: once}];
};

/** Gives the data of a staged source the types that rules say. Returns the names of the log that a rule explained. */
export const applyRules = async (session: Session, plan: SourcePlan, rules: readonly Rule[]): Promise<ReadonlySet<string>> => {
	if (rules.length === 0) {
		return new Set();
	}

	const own = await rulesFor(session, plan, rules);
	const names = await ruleColumns(session, plan, own);
	await ruleAccesses(session, plan, own);
	return names;
};

/** The ids of the rules on which a data type rests, in order. */
export const usedRules = async (session: Session): Promise<readonly string[]> =>
	(await session.all(sql`select distinct substr(basis, 6) as id from data_cell where basis like 'rule:%' order by id`)).map(row => toText(row['id'])!);
