import type {Condition, Rule, RuleField} from '../rules/rule.ts';
import type {Session} from './database.ts';
import type {SourcePlan} from './plan.ts';
import {identifier, joined, sql, text, wholeNumber, type Sql} from './sql.ts';

const anyPattern = (column: Sql, patterns: readonly string[]): Sql => sql`(${joined(patterns.map(pattern => sql`coalesce(regexp_matches(${column}, ${text(pattern)}), false)`), sql` or `)})`;

/** Where the text of a field stands beside the distinct texts of a log: `raw`, with `act`, `sys` and `ac` joined to it. */
export const texts: Readonly<Partial<Record<RuleField, Sql>>> = {action: sql`act.text`, resource: sql`raw.resource`, system: sql`sys.text`, activity: sql`coalesce(ac.activity, 'other')`};

/** An object of S3 stands in the logs as `bucket/key`, and in the rules of those who manage it as its ARN. */
const arn = 'arn:aws:s3:::';
const isArn = ({field, patterns}: Condition): boolean => field === 'resource' && patterns.some(pattern => pattern.startsWith(String.raw`(?is)\A${arn}`));

const matches = (column: Sql, condition: Condition): Sql => isArn(condition)
	? sql`(${anyPattern(column, condition.patterns)} or (coalesce(${texts.system!} in ('s3.amazonaws.com', 'Amazon S3'), false) and ${anyPattern(sql`${text(arn)} || ${column}`, condition.patterns)}))`
	: anyPattern(column, condition.patterns);

/** Holds where all conditions of a rule do. */
export const ruleCondition = ({when}: Rule, columnOf: (field: RuleField) => Sql = field => texts[field]!): Sql =>
	when.length === 0 ? sql`true` : sql`(${joined(when.map(condition => matches(columnOf(condition.field), condition)), sql` and `)})`;

/** The number of the first rule whose conditions hold, for values that stand in these columns. */
export const firstRule = (rules: readonly Rule[], among: readonly Rule[], columnOf: (field: RuleField) => Sql = field => texts[field]!): Sql =>
	sql`case ${joined(among.map(rule => sql`when ${ruleCondition(rule, columnOf)} then ${wholeNumber(rules.indexOf(rule))}`), sql` `)} end`;

/** The rules that can hold for a source: those that name no product, or this one's format. */
export const rulesFor = async <Kind extends Rule>(session: Session, {format}: SourcePlan, rules: readonly Kind[]): Promise<readonly Kind[]> => {
	const product = rules.map(rule => rule.when.find(({field}) => field === 'product'));
	const [row = {}] = await session.all(sql`select ${joined(product.map((condition, index) => sql`${condition ? anyPattern(sql`${text(format)}`, condition.patterns) : sql`true`} as ${identifier(`r${index}`)}`))}`);
	return rules.filter((_, index) => row[`r${index}`] === true).map(rule => ({...rule, when: rule.when.filter(({field}) => field !== 'product')}));
};

/** Fields of an event that rules can be asked of. */
export type EventField = 'action' | 'resource' | 'system' | 'activity';

/** The fields that must be known to ask these rules; `more` those that are needed anyway. */
export const askedFields = (rules: readonly Rule[], more: readonly RuleField[] = []): readonly EventField[] => {
	const conditions = rules.flatMap(({when}) => when);
	const wanted = new Set<RuleField>([...more, ...conditions.map(({field}) => field), ...(conditions.some(condition => isArn(condition)) ? ['system' as const] : [])]);
	return (['action', 'resource', 'system', 'activity'] as const).filter(field => wanted.has(field));
};

/** What joins the texts of these fields to their keys in `raw`. */
export const joinTexts = (fields: readonly EventField[]): Sql => {
	const has = (field: EventField): boolean => fields.includes(field);
	return sql`left join (select key, text from dictionary where field = 'action') act on act.key = ${has('action') ? sql`raw.action` : sql`null`}
		left join (select distinct cell, text from system_cell) sys on sys.cell = ${has('system') ? sql`raw.system` : sql`null`}
		left join (select distinct cell, activity from activity_cell) ac on ac.cell = ${has('activity') ? sql`raw.activity` : sql`null`}`;
};
