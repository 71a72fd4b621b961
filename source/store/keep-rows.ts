import type {Filter} from '../filter/filter.ts';
import {conjuncts, timeBounds} from '../filter/conjuncts.ts';
import {toText, type Session} from './database.ts';
import {keyedColumn} from './dictionary.ts';
import type {SourcePlan} from './plan.ts';
import {stageColumn, type KeepRows} from './stage.ts';
import {int64, joined, sql, text, texts} from './sql.ts';

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
A condition that no matching row fails, on the staged columns: the named employees under all names that the directory gives them, and the
bounds of time. The filter itself is asked afterwards, of what was kept.
*/
export const keepRows = async (session: Session, filter: Filter): Promise<(plan: SourcePlan) => KeepRows> => {
	const names = namedEmployees(filter);
	if (!names) {
		return () => undefined;
	}

	const lower = names.map(name => name.toLowerCase());
	const aliases = await session.all(sql`select distinct unnest([lower(id), lower(login), lower(email), lower(name)]) as alias from directory_employee
		where lower(id) in (select unnest(${texts(lower)})) or lower(login) in (select unnest(${texts(lower)})) or lower(email) in (select unnest(${texts(lower)})) or lower(name) in (select unnest(${texts(lower)}))`);
	const all = [...new Set([...lower, ...aliases.flatMap(row => row['alias'] === null ? [] : [toText(row['alias'])!])])];
	const {from, to} = timeBounds(filter);
	const bounds = [...(from === undefined ? [] : [sql`t >= ${int64(from)}`]), ...(to === undefined ? [] : [sql`t < ${int64(to)}`])];
	return plan => {
		const list = joined(all.map(name => sql`${text(name)}`));
		const who = sql`(lower(${keyedColumn(plan, 'employee')}) in (${list}) or lower(${stageColumn(plan, 'employeeName')}) in (${list}) or lower(${stageColumn(plan, 'employeeEmail')}) in (${list}))`;
		return joined([...bounds, who], sql` and `);
	};
};
