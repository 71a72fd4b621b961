import type {Filter} from '../filter/filter.ts';
import {conjuncts} from '../filter/conjuncts.ts';
import {toText, type Session} from './database.ts';
import {rawColumn} from './engine-rows.ts';
import type {SourcePlan} from './plan.ts';
import {maybeSalesforceId, sameForm} from './salesforce-ids.ts';
import type {KeepRows} from './stage.ts';
import {joined, sql, text, texts, type Sql} from './sql.ts';

/** The employees a filter is about: values of a conjunct that is one `employee:` test or alternatives of it. */
const namedEmployees = (filter: Filter): readonly string[] | undefined => {
	for (const part of conjuncts(filter)) {
		const tests = part.kind === 'or' ? part.parts : [part];
		const values = tests.map(each => each.kind === 'match' && each.field === 'employee' && each.test.kind === 'is' ? each.test.text : undefined);
		if (values.every(value => value !== undefined)) {
			return values;
		}
	}

	return undefined;
};

/** Whether a filter is narrow enough that one pass over the file beats loading it. */
export const isNarrow = (filter: Filter): boolean => namedEmployees(filter) !== undefined;

/**
A condition on the cells of a table that no matching record fails: one of the names of an employee asked for stands in the cell of the
acting account. Blanks around it and the case of e-mail addresses do not matter here; the filter itself is asked afterwards, of what was kept.
A name or address beside the account stands for the account in all its records: where one holds the name asked for, all must be loaded.
*/
export const keepRows = async (session: Session, filter: Filter): Promise<(plan: SourcePlan) => KeepRows> => {
	const names = namedEmployees(filter);
	if (!names) {
		return () => undefined;
	}

	const all = new Set([...names, ...await otherNames(session, names)]);
	return plan => {
		const column = rawColumn(plan, 'employee');
		const beside = (['employeeName', 'employeeEmail'] as const).filter(role => plan.fields[role] !== undefined).map(role => rawColumn(plan, role));
		return column && beside.every(each => each !== undefined)
			? {rows: sql`(${holds(column, all)})`, elsewhere: beside.length === 0 ? sql`false` : joined(beside.map(each => holds(each, all)), sql` or `)}
			: undefined;
	};
};

/** The form of an id of Salesforce that stands in the other, too. */
const shortForm = 15;

const holds = (column: Sql, names: ReadonlySet<string>): Sql =>
	joined([...names].map(name => name.includes('@') || maybeSalesforceId(name) ? sql`contains(lower(${column}), lower(${text(name.includes('@') ? name : name.slice(0, shortForm))}))` : sql`contains(${column}, ${text(name)})`), sql` or `);

/** Every other name that the directory gives to an employee of one of these names. */
const otherNames = async (session: Session, names: readonly string[]): Promise<readonly string[]> => {
	const exact = texts(names);
	const lower = texts(names.map(name => name.toLowerCase()));
	const rows = await session.all(sql`select distinct unnest([id, login, email, name]) as alias from directory_employee
		where id in (select unnest(${exact})) or login in (select unnest(${exact})) or name in (select unnest(${exact})) or lower(email) in (select unnest(${lower}))
			or id in (select key from ${sameForm(sql`(select id, id as key from directory_employee where id is not null)`, sql`(select unnest(${exact}) as id)`)})`);
	return rows.flatMap(row => row['alias'] === null ? [] : [toText(row['alias'])!]);
};
