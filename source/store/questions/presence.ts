import {presenceFindings, type FoundPresence, type Presence, type PresenceKind} from '../../records/presence.ts';
import type {Accesses} from '../accesses.ts';
import {toNumber, toText, type Session} from '../database.ts';
import {fullName, namedInFull} from '../named-account.ts';
import {int64, sql} from '../sql.ts';

/** What records of presence say of an account of the exports. */
export type PresenceRow = Presence & {readonly employee: string; readonly name?: string};

/** Whether there are records of presence at all. */
export const hasPresence = async (session: Session): Promise<boolean> => (await session.all(sql`select 1 from presence limit 1`)).length > 0;

/** Whom records of presence name, and neither the exports nor the directories do. */
export const askUnknownPresence = async (session: Session): Promise<readonly string[]> =>
	(await session.all(sql`select distinct employee from presence where account is null and ${fullName(sql`employee`)} not in (select name from ${namedInFull} where accounts > 1) order by 1`)).map(row => toText(row['employee'])!);

/** What can be said of the accounts of a question beside records of presence, by id; undefined where there are none. An account without records has no row. `before` leaves out what is later. */
export const askPresence = async ({session, from, where, reached, countEvents, signal}: Accesses, before?: number): Promise<readonly PresenceRow[] | undefined> => {
	if (!await hasPresence(session)) {
		return undefined;
	}

	const early = before === undefined ? sql`true` : sql`a.t < ${int64(before)}`;
	const counted = await session.all(sql`select a.employee, m.finding, ${countEvents(sql`true`)} as events, count(distinct a.who) as customers
		from ${from} join presence_event m on m.row = a.row where ${where} and ${reached} and ${early} group by 1, 2`, signal);
	const overlaps = await session.all(sql`select account, count(*) as overlaps from presence_overlap where ${before === undefined ? sql`true` : sql`since < ${int64(before)}`} group by 1`, signal);
	const found = new Map(counted.map(row => [`${String(row['employee'])} ${String(row['finding'])}`, {events: toNumber(row['events']), customers: toNumber(row['customers'])}]));
	const times = new Map(overlaps.map(row => [String(row['account']), toNumber(row['overlaps'])]));
	const findingsOf = (key: string): readonly FoundPresence[] => presenceFindings.flatMap(finding => {
		const numbers = found.get(`${key} ${finding}`);
		const overlapping = finding === 'two-sites' ? times.get(key) : undefined;
		return numbers || overlapping !== undefined ? [{finding, ...numbers ?? {events: 0, customers: 0}, ...(overlapping === undefined ? {} : {overlaps: overlapping})}] : [];
	});
	const rows = await session.all(sql`select p.key, p.id, p.name, list(r.kind order by r.kind) as kinds, list(r.records order by r.kind) as records
		from (select account, kind, count(*) as records from presence where account is not null group by 1, 2) r join employee p on p.key = r.account group by 1, 2, 3 order by p.id`, signal);
	return rows.map(row => {
		const [kinds, records] = [row['kinds'] as readonly PresenceKind[], row['records'] as readonly bigint[]];
		return {
			employee: toText(row['id'])!, ...(row['name'] === null ? {} : {name: toText(row['name'])!}),
			records: Object.fromEntries(kinds.map((kind, index) => [kind, toNumber(records[index])])), findings: findingsOf(String(row['key'])),
		};
	});
};
