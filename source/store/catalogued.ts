import {tablesOfStatement} from '../formats/tables-of-statement.ts';
import {unknownDataType} from '../records/data-type.ts';
import {cellValues} from '../records/cell-values.ts';
import type {Rule, Table} from '../rules/rule.ts';
import {toNumber, toText, type Session} from './database.ts';
import {rulesOfColumns, typesOfColumn} from './rule-columns.ts';
import {joined, sql, text, texts, wholeNumber} from './sql.ts';

/** What a catalog says of the text of an object, or of the objects that it lists. */
export type Catalogued = {
	readonly types: readonly string[];
	readonly columns: readonly string[];
	/** Columns whose types a rule says. */
	readonly explained: readonly string[];
	/** Objects that stand in no table of it. */
	readonly missing: readonly string[];
};

/** The objects that a text lists, or the tables that it reads where it is a statement; else it is one object. */
const objectsOf = (resource: string): readonly string[] => {
	const objects = resource.startsWith('[') ? cellValues(resource) : tablesOfStatement(resource);
	return objects.length > 0 || resource === '' ? objects : [resource];
};

/** So many tables are looked for in one statement: a text of all of a large catalog would be long to plan. */
const tablesAtOnce = 500;

/** The first of these tables that each object is, as the engine matches. */
const matched = async (session: Session, tables: readonly Table[], objects: readonly string[]): Promise<ReadonlyMap<string, Table>> => {
	const found = new Map<string, Table>();
	for (let from = 0; from < tables.length && found.size < objects.length; from += tablesAtOnce) {
		const some = tables.slice(from, from + tablesAtOnce);
		const place = sql`case ${joined(some.map(({pattern}, index) => sql`when regexp_matches(value, ${text(pattern)}) then ${wholeNumber(index)}`), sql` `)} end`;
		const rows = await session.all(sql`select * from (select value, ${place} as place from (select unnest(${texts(objects.filter(object => !found.has(object)))}) as value)) where place is not null`);
		for (const row of rows) {
			found.set(toText(row['value'])!, some[toNumber(row['place'])]!);
		}
	}

	return found;
};

/** What a letter beyond ASCII is in another case, only the engine says. */
const isPlain = (name: string): boolean => /^[\u0020-\u007E]*$/.test(name);
const isName = ({table}: Table): boolean => isPlain(table) && !/[*?]/.test(table) && !table.startsWith('/');

/** The first table of a catalog that each object is. Most tables are called by their names: those are looked up, and only patterns are held against every object. */
const tablesOf = async (session: Session, catalog: readonly Table[], objects: readonly string[]): Promise<ReadonlyMap<string, Table>> => {
	const places = new Map(catalog.map((table, place) => [table, place]));
	const named = new Map(catalog.filter(table => isName(table)).map(table => [table.table.toLowerCase(), table]));
	const [plain, others] = [objects.filter(object => isPlain(object)), objects.filter(object => !isPlain(object))];
	const found = new Map([...await matched(session, catalog.filter(table => !isName(table)), plain), ...await matched(session, catalog, others)]);
	for (const object of plain) {
		const [byName, byPattern] = [named.get(object.toLowerCase()), found.get(object)];
		if (byName && (!byPattern || places.get(byName)! < places.get(byPattern)!)) {
			found.set(object, byName);
		}
	}

	return found;
};

/**
What reading all columns of an object reaches: a read of everything is a read of each column by its name, as if the log had listed them. Where an object is in no table,
`unknown` is among the types: nobody says what else was read.
*/
export const askCatalog = async (session: Session, {catalog, rules, resources}: {readonly catalog: readonly Table[]; readonly rules: readonly Rule[]; readonly resources: readonly string[]}): Promise<ReadonlyMap<string, Catalogued>> => {
	const tables = await tablesOf(session, catalog, [...new Set(resources.flatMap(resource => objectsOf(resource)))]);
	const ruleOf = await rulesOfColumns(session, rules, [...tables.values()].flatMap(({columns}) => columns));
	return new Map(resources.map(resource => {
		const objects = objectsOf(resource);
		const columns = [...new Set(objects.flatMap(object => tables.get(object)?.columns ?? []))];
		const missing = objects.filter(object => !tables.has(object));
		const types = columns.flatMap(column => typesOfColumn(column, ruleOf)).filter(type => type !== unknownDataType);
		return [resource, {columns, missing, explained: columns.filter(column => ruleOf.has(column)), types: [...new Set([...types, ...(types.length > 0 && missing.length > 0 ? [unknownDataType] : [])])]}];
	}));
};
