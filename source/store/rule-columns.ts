import {dataTypeOf} from '../formats/vocabulary.ts';
import {matcherOf, type Rule} from '../rules/rule.ts';
import {toNumber, toText, type Session} from './database.ts';
import {firstRule} from './rule-conditions.ts';
import {sql, texts} from './sql.ts';

/** The rule for each name of data that we do not know: the first that looks at columns and holds. */
export const rulesOfColumns = async (session: Session, rules: readonly Rule[], names: readonly string[]): Promise<ReadonlyMap<string, Rule>> => {
	const among = rules.filter(rule => matcherOf(rule) === 'column');
	const strange = [...new Set(names)].filter(name => !dataTypeOf(name).known);
	if (among.length === 0 || strange.length === 0) {
		return new Map();
	}

	const found = await session.all(sql`select * from (select value, ${firstRule(rules, among, () => sql`value`)} as rule from (select unnest(${texts(strange)}) as value)) where rule is not null`);
	return new Map(found.map(row => [toText(row['value'])!, rules[toNumber(row['rule'])]!]));
};

/** The types of a name of data: those of its rule, or else what we know it as. */
export const typesOfColumn = (name: string, rules: ReadonlyMap<string, Rule>): readonly string[] => rules.get(name)?.types ?? [dataTypeOf(name).id];
