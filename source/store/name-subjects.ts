import {askedFields, joinTexts, ruleCondition, rulesFor, texts} from './rule-conditions.ts';
import type {Rule, SubjectRule} from '../rules/rule.ts';
import type {Session} from './database.ts';
import {duckdb} from './dialect.ts';
import type {SourcePlan} from './plan.ts';
import {isOf} from './plan-columns.ts';
import {addColumns} from './record-columns.ts';
import {identifier, joined, sql, text, type Sql} from './sql.ts';

/** What a rule takes out of the text that it looks at: its first group. */
const extracted = ({subject: {field, pattern}}: SubjectRule): Sql => sql`nullif(trim(regexp_extract(${texts[field]!}, ${text(pattern)}, 1)), '')`;

/**
Where a log names no customer, a rule may say how a page, an object or a path does: the first that finds one counts. Asked of the distinct texts, before customers
are looked up: whoever is named so is a customer like any other. Returns whether somebody was named.
*/
export const nameSubjects = async (session: Session, plan: SourcePlan, rules: readonly Rule[]): Promise<boolean> => {
	const any = rules.filter((rule): rule is SubjectRule => rule.subject !== undefined);
	const naming = any.length === 0 ? [] : await rulesFor(session, plan, any);
	if (naming.length === 0) {
		return false;
	}

	const used = askedFields(naming, naming.map(({subject}) => subject.field));
	await addColumns(session, used.filter(field => field !== 'activity'));
	const here = sql`${isOf(plan, sql`e.source`)} and e.t is not null and e.customer is null`;
	const columns = used.map(field => identifier(field));
	await session.run(sql`create or replace temp table named as select * from (
		select raw.*, coalesce(${joined([...naming.map(rule => sql`case when ${ruleCondition(rule)} then ${extracted(rule)} end`), sql`null::varchar`])}) as subject
			from (select distinct ${joined(columns.map(column => sql`e.${column}`))} from event e where ${here}) raw
			${joinTexts(used)}
		) where subject is not null`);
	const same = joined(columns.map(column => sql`e.${column} is not distinct from n.${column}`), sql` and `);
	await session.run(sql`update record set customer = ${duckdb.key(sql`m.subject`)} from (select e.row, n.subject from event e join named n on ${same} where ${here}) m where m.row = record.rowid`);
	await session.run(sql`insert into fresh select distinct 'customers', ${duckdb.key(sql`subject`)}, subject from named except select field, key, text from dictionary`);
	await session.run(sql`insert into dictionary select * from fresh where field = 'customers' except select * from dictionary`);
	const found = await session.all(sql`select 1 from named limit 1`);
	await session.run(sql`drop table named`);
	return found.length > 0;
};
