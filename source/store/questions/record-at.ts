import {toNumber, toText, type Session} from '../database.ts';
import {duplicate, rejected} from '../schema.ts';
import {sql, wholeNumber} from '../sql.ts';

/** The rows of a source: so many from `base` on. */
export type SourceRows = {readonly source: number; readonly base: number; readonly rows: number};

export const askSourceRows = async (session: Session): Promise<readonly SourceRows[]> => {
	const rows = await session.all(sql`select so.id, so.base, count(e.source) as rows from source so left join event e on e.source = so.id group by 1, 2 order by 1`);
	return rows.map(row => ({source: toNumber(row['id']), base: toNumber(row['base']), rows: toNumber(row['rows'])}));
};

/** What became of a record: an event, the same event as that of another row, or nothing, and why. */
export type RecordState = {readonly became: 'event'} | {readonly became: 'duplicate'; readonly of: number} | {readonly became: 'rejected'; readonly reason: string};

export const askRecordState = async (session: Session, row: number): Promise<RecordState> => {
	const [found = {}] = await session.all(sql`select e.status, r.problem, d.event from event e left join duplicate d on d.row = e.row left join rejection r on r.row = e.row where e.row = ${wholeNumber(row)}::bigint`);
	const status = toNumber(found['status']);
	if (status === duplicate) {
		return {became: 'duplicate', of: toNumber(found['event'])};
	}

	return status === rejected ? {became: 'rejected', reason: toText(found['problem']) ?? 'not understood'} : {became: 'event'};
};
