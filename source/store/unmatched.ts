import {dataNames} from '../formats/data-names.ts';
import {dataTypeOf} from '../formats/vocabulary.ts';
import type {Source} from '../records/source.ts';
import type {Ruled} from './apply-rules.ts';
import {toNumber, toText, type Session} from './database.ts';
import type {SourcePlan} from './plan.ts';
import {hasRole, isOf} from './plan-columns.ts';
import {sql, wholeNumber} from './sql.ts';

type Value = Source['unmatched'][number];

/** Values that no rule gave a data type, by the number of the source, most frequent first. */
export type Unmatched = ReadonlyMap<number, readonly Value[]>;

type Found = Value & {readonly source: number};

/** Names of data types that we do not know. */
const namesOf = async (session: Session, plan: SourcePlan, {names}: Ruled): Promise<readonly Found[]> => {
	const rows = await session.all(sql`select g.source, x.text as cell, g.records from (select source, data as key, count(*) as records from event where ${isOf(plan, sql`source`)} and t is not null group by all) g join stage_text x on x.role = 'dataTypes' and x.key = g.key`);
	const counts = new Map<number, Map<string, number>>();
	for (const row of rows) {
		const ofSource = counts.get(toNumber(row['source'])) ?? new Map<string, number>();
		counts.set(toNumber(row['source']), ofSource);
		for (const value of dataNames(toText(row['cell'])!).filter(name => !dataTypeOf(name).known && !names.has(name))) {
			ofSource.set(value, (ofSource.get(value) ?? 0) + toNumber(row['records']));
		}
	}

	return [...counts].flatMap(([source, values]) => [...values].map(([value, records]) => ({source, value, records, field: 'column'} as const)));
};

/** What was done, or where, in records whose data nobody says. */
const accessesOf = async (session: Session, plan: SourcePlan, limit: number): Promise<readonly Found[]> => {
	const here = sql`${isOf(plan, sql`source`)} and t is not null and data = 0`;
	const field = hasRole(plan, 'action') ? 'action' : 'resource';
	const values = field === 'action'
		? sql`select g.source, x.text as value, g.records from (select source, action as key, count(*) as records from event where ${here} group by all) g join stage_text x on x.role = 'action' and x.key = g.key`
		: sql`select source, resource as value, count(*) as records from event where ${here} and resource is not null group by all`;
	const rows = await session.all(sql`select * from (${values}) qualify row_number() over (partition by source order by records desc, value) <= ${wholeNumber(limit)}`);
	return rows.map(row => ({source: toNumber(row['source']), value: toText(row['value'])!, records: toNumber(row['records']), field}));
};

/** Raw values that no rule gave a data type: names of data types we do not know, objects that are in no catalog, and, where the log has no such names, what was done and where. */
export const unmatchedValues = async (session: Session, plan: SourcePlan, {ruled, limit}: {readonly ruled: Ruled; readonly limit: number}): Promise<Unmatched> => {
	const missing = ruled.uncatalogued.map((each): Found => ({...each, field: 'resource', reason: 'not in the catalog'}));
	const isMissing = new Set(missing.map(({source, value}) => `${source} ${value}`));
	const named = hasRole(plan, 'dataTypes');
	const found: readonly Found[] = [
		...missing, ...(named || ruled.named ? await namesOf(session, plan, ruled) : []),
		...(named ? [] : await accessesOf(session, plan, limit)).filter(({source, value, field}) => field === 'action' || !isMissing.has(`${source} ${value}`)),
	];
	const unmatched = new Map<number, Value[]>();
	for (const {source, ...value} of found.toSorted((a, b) => b.records - a.records || (a.value < b.value ? -1 : 1))) {
		const values = unmatched.get(source) ?? [];
		unmatched.set(source, values);
		if (values.length < limit) {
			values.push(value);
		}
	}

	return unmatched;
};
