import {presenceFindings, type EventPresence, type PresenceKind, type RecordBeside} from '../../records/presence.ts';
import {toNumber, toText, type Session} from '../database.ts';
import {int64, sql} from '../sql.ts';
import {hasPresence} from './presence.ts';

/** More records at one moment are of no use to a reader. */
const mostRecords = 20;

/** What the records of presence say at the moment of an event, by its row; undefined where there are no records. */
export const askEventPresence = async (session: Session, row: number): Promise<EventPresence | undefined> => {
	if (!await hasPresence(session)) {
		return undefined;
	}

	const theirs = sql`from event e join presence p on p.account = e.employee where e.row = ${int64(row)}`;
	const findings = await session.all(sql`select distinct finding from presence_event where row = ${int64(row)}`);
	const [{records = 0} = {}] = await session.all(sql`select count(*) as records ${theirs}`);
	const beside = await session.all(sql`select distinct p.kind, p.since, p.until, p.site, e.t >= p.since and (p.until is null or e.t < p.until) as holds ${theirs}
		and ((e.t >= p.since and (p.until is null or e.t < p.until)) or (p.kind = 'shift' and e.t >= p.day_since and e.t < p.day_until))
		order by holds desc, p.since, p.until, p.kind, p.site limit ${int64(mostRecords)}`);
	const said = new Set(findings.map(found => toText(found['finding'])));
	return {
		findings: presenceFindings.filter(finding => said.has(finding)), records: toNumber(records),
		beside: beside.map((found): RecordBeside => ({
			kind: toText(found['kind']) as PresenceKind, since: toNumber(found['since']), ...(found['until'] === null ? {} : {until: toNumber(found['until'])}),
			...(found['site'] === null ? {} : {site: toText(found['site'])!}), holds: found['holds'] === true,
		})),
	};
};
