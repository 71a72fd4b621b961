import type {Session} from './database.ts';
import {joined, sql, wholeNumber, type Sql} from './sql.ts';
import {rejected} from './schema.ts';

/*
A product may log one disclosure as two kinds of event, each with a part of what it knows: Salesforce writes a report that is exported to the log
of reports, with its rows, and to the log of exports. They count once, as the event that says more.
*/

/** A request that takes longer is another one by chance. */
const longest = 3_600_000_000;

/** What the one may leave open, and the other say. */
const parts = [sql`customer`, sql`many`, sql`count`, sql`outcome`, sql`behalf`, sql`nullif(data, 0)`] as const;

/** Nothing that \`less\` says is missing from \`more\`, or otherwise there. */
const saysNoMore = (less: Sql, more: Sql): Sql => joined(parts.map((_, index) => sql`(${less}.p${wholeNumber(index)} is null or coalesce(${less}.p${wholeNumber(index)} = ${more}.p${wholeNumber(index)}, false))`), sql` and `);

/**
Adds to \`duplicate\` the rows that tell of a disclosure which another kind of event tells of, too: in one family the same disclosure by the same employee, the k-th
of one kind and the k-th of the other. Where each says something that the other lacks both stay. Copies that are known already are none of the two.
*/
export const addSameDisclosures = async (session: Session, signal?: AbortSignal): Promise<void> => {
	if ((await session.all(sql`select 1 from event where disclosure is not null limit 1`, signal)).length === 0) {
		return;
	}

	await session.run(sql`create or replace temp table disclosed as
		with told as (select e.row, s.family, e.disclosure, e.employee, e.action, e.activity, e.t, ${joined(parts.map((part, index) => sql`${part} as p${wholeNumber(index)}`))},
				row_number() over (partition by s.family, e.disclosure, e.employee, e.action order by e.row) as k
			from event e join source s on s.id = e.source where e.disclosure is not null and e.status <> ${wholeNumber(rejected)} and e.row not in (select row from duplicate))
		select less.row, min(more.row) as event from told less join told more on more.family = less.family and more.disclosure = less.disclosure and more.k = less.k and more.action <> less.action
			and more.employee is not distinct from less.employee and more.activity is not distinct from less.activity and more.t between less.t - ${wholeNumber(longest)} and less.t + ${wholeNumber(longest)}
		where ${saysNoMore(sql`less`, sql`more`)} and (more.row < less.row or not (${saysNoMore(sql`more`, sql`less`)})) group by 1`, signal);
	await session.run(sql`delete from disclosed where event in (select row from disclosed)`, signal);
	// A copy of what is a duplicate now stands for the same event.
	await session.run(sql`update duplicate set event = d.event from disclosed d where d.row = duplicate.event`, signal);
	await session.run(sql`insert into duplicate select row, event from disclosed`, signal);
	await session.run(sql`drop table disclosed`, signal);
};
