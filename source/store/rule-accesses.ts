import {createHash} from 'node:crypto';
import {unknownDataType} from '../records/data-type.ts';
import {allColumns, matcherOf, type Rule} from '../rules/rule.ts';
import {askCatalog, type Catalogued} from './catalogued.ts';
import {toNumber, toText, type Session} from './database.ts';
import type {SourcePlan} from './plan.ts';
import {isOf} from './plan-columns.ts';
import {addColumns} from './record-columns.ts';
import {addCells, type CellMeaning} from './rule-cells.ts';
import {askedFields, firstRule, joinTexts} from './rule-conditions.ts';
import {identifier, joined, sql, texts, wholeNumber, type Sql} from './sql.ts';

/*
What was done, and on what. Types are said where the log names no data; that somebody was reached though nobody is named is said wherever the rule holds. A text `said`
stands for the rules that hold, and the object where a catalog is to be asked for it: `1|4`, `1|4␟public.customers`.
*/

const separator = '\u001F';

/** Objects that are in no catalog, by the number of the source. */
export type Uncatalogued = ReadonlyArray<{readonly source: number; readonly value: string; readonly records: number}>;

/** What rules told of accesses: names of data in a catalog that another rule explains, whether there were any names, and what the catalog lacks. */
export type Told = {readonly explained: readonly string[]; readonly named: boolean; readonly uncatalogued: Uncatalogued};

type Said = {readonly text: string; readonly rules: readonly Rule[]; readonly resource: string};

/** The rules that count: one without conditions does where no other holds. */
const saidOf = (said: string, rules: readonly Rule[]): Said => {
	const end = said.indexOf(separator);
	const held = (end === -1 ? said : said.slice(0, end)).split('|').map(index => rules[Number(index)]!);
	const particular = held.filter(({when}) => when.length > 0);
	return {text: said, rules: particular.length > 0 ? particular : held, resource: end === -1 ? '' : said.slice(end + 1)};
};

type AnswerOf = (rule: Rule, resource: string) => Catalogued | undefined;

/** Each catalog is asked once for all objects that its rules hold for. */
const answersOf = async (session: Session, rules: readonly Rule[], told: readonly Said[]): Promise<AnswerOf> => {
	const answers = new Map<Rule['catalog'], ReadonlyMap<string, Catalogued>>();
	for (const catalog of new Set(told.flatMap(said => said.rules.flatMap(rule => rule.catalog ? [rule.catalog] : [])))) {
		const resources = [...new Set(told.filter(said => said.rules.some(rule => rule.catalog === catalog)).map(({resource}) => resource))];
		answers.set(catalog, await askCatalog(session, {catalog, rules, resources}));
	}

	return ({catalog}, resource) => answers.get(catalog)?.get(resource);
};

/** What the rules add up to. One that says unknown says nothing. A label tells cells apart that mean something else. */
const meaningOf = ({text, rules, resource}: Said, answer: AnswerOf): readonly CellMeaning[] => {
	const types = rules.flatMap(rule => [
		...rule.types.filter(type => type !== unknownDataType && type !== allColumns), ...answer(rule, resource)?.types ?? [],
	].map(type => [type, `rule:${rule.id}`] as const));
	const once = [...new Map(types.toReversed())];
	const columns = [...new Set(rules.flatMap(rule => answer(rule, resource)?.columns ?? []))];
	const label = JSON.stringify([rules.map(({id}) => id), once, columns]);
	return once.length === 0 ? [] : [{from: text, types: once, label: createHash('sha256').update(label).digest('hex'), ...(columns.length > 0 ? {names: JSON.stringify(columns)} : {})}];
};

/** Fills `told`: what is said of each distinct text of the records that may be told something. */
const tell = async (session: Session, rules: readonly Rule[], among: readonly Rule[], {columns, fields, here}: {readonly columns: readonly Sql[]; readonly fields: ReturnType<typeof askedFields>; readonly here: Sql}): Promise<void> => {
	const groups = [...new Set(among.map(rule => matcherOf(rule)))].toSorted();
	const numbers = groups.map((_, index) => identifier(`g${index}`));
	const catalogued = among.filter(({catalog}) => catalog).map(rule => wholeNumber(rules.indexOf(rule)));
	const object = catalogued.length === 0 ? sql`''` : sql`case when ${joined(numbers.map(number => sql`coalesce(${number} in (${joined(catalogued)}), false)`), sql` or `)} then chr(31) || coalesce(resource, '') else '' end`;
	await session.run(sql`create or replace temp table raw as select distinct ${joined([sql`1 as one`, ...columns.map(column => sql`e.${column}`)])} from event e where ${here}`);
	await session.run(sql`create or replace temp table told as select *, concat_ws('|', ${joined(numbers)}) || ${object} as said from (
			select raw.*, ${joined(groups.map((group, index) => sql`${firstRule(rules, among.filter(rule => matcherOf(rule) === group))} as ${numbers[index]!}`))} from raw ${joinTexts(fields)}
		) where ${joined(numbers.map(number => sql`${number} is not null`), sql` or `)}`);
};

/** Tells the records of a staged source what rules say of what was done, and on what. */
export const ruleAccesses = async (session: Session, plan: SourcePlan, rules: readonly Rule[]): Promise<Told> => {
	const among = rules.filter(rule => matcherOf(rule) !== 'column');
	if (among.length === 0) {
		return {explained: [], named: false, uncatalogued: []};
	}

	const fields = askedFields(among, among.some(({catalog}) => catalog) ? ['resource'] : []);
	const columns = fields.map(field => identifier(field));
	const here = sql`${isOf(plan, sql`e.source`)} and e.t is not null`;
	const unnamed = sql`${here} and e.data = 0`;
	await tell(session, rules, among, {columns, fields, here: among.some(({scope}) => scope) ? here : unnamed});
	const told = (await session.all(sql`select distinct said from told order by said`)).map(row => saidOf(toText(row['said'])!, rules));
	const answer = await answersOf(session, rules, told);
	const meanings = told.flatMap(said => meaningOf(said, answer));
	await addCells(session, meanings);
	const toldTo = sql`event e join told o on ${joined([sql`true`, ...columns.map(column => sql`e.${column} is not distinct from o.${column}`)], sql` and `)}`;
	const uncatalogued = await missingOf(session, told, answer, sql`${toldTo} where ${unnamed}`);
	await session.run(sql`update record set data = m.cell from (select e.row, r.cell from ${toldTo} join ruled r on r.said = o.said where ${unnamed}) m where m.row = record.rowid`);
	const wide = told.filter(said => said.rules.some(({scope}) => scope === 'counted')).map(({text}) => text);
	if (wide.length > 0) {
		await addColumns(session, ['unnamed']);
		await session.run(sql`update record set unnamed = true from (select e.row from ${toldTo} where ${here} and o.said in (select unnest(${texts(wide)}))) m where m.row = record.rowid`);
	}

	return {explained: told.flatMap(said => said.rules.flatMap(rule => answer(rule, said.resource)?.explained ?? [])), named: meanings.some(({names}) => names !== undefined), uncatalogued};
};

/** The objects that a catalog lacks, with the records that they leave unknown. */
const missingOf = async (session: Session, told: readonly Said[], answer: AnswerOf, records: Sql): Promise<Uncatalogued> => {
	const missing = new Map(told.map(said => [said.text, [...new Set(said.rules.flatMap(rule => answer(rule, said.resource)?.missing ?? []))]] as const).filter(([, objects]) => objects.length > 0));
	if (missing.size === 0) {
		return [];
	}

	const rows = await session.all(sql`select e.source, o.said, count(*) as records from ${records} and o.said in (select unnest(${texts([...missing.keys()])})) group by all`);
	const counts = new Map<string, Uncatalogued[number]>();
	for (const row of rows) {
		for (const value of missing.get(toText(row['said'])!)!) {
			const source = toNumber(row['source']);
			const key = `${source}${separator}${value}`;
			counts.set(key, {source, value, records: (counts.get(key)?.records ?? 0) + toNumber(row['records'])});
		}
	}

	return [...counts.values()];
};
