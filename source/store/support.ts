import {sql, type Sql} from './sql.ts';

/** How far the reason of an access is borne out by the tickets that it names; `none` where no reason was given. */
export const supports = ['supported', 'claimed', 'contradicted', 'none'] as const;
export type Support = typeof supports[number];

/** Accesses of whose reason this can be said. */
export const supportIs = (support: Support): Sql => {
	const judged = (value: Sql): Sql => sql`(a.row, coalesce(a.who, 0)) in (select row, who from support where ${value})`;
	switch (support) {
		case 'none': {
			return sql`a.reason is null`;
		}

		case 'claimed': {
			return sql`(a.reason is not null and not ${judged(sql`true`)})`;
		}

		default: {
			return judged(support === 'supported' ? sql`support = 'supported'` : sql`support = 'contradicted'`);
		}
	}
};
