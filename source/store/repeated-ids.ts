import type {Session} from './database.ts';
import {roleColumn, roleRows} from './engine-rows.ts';
import type {EngineInput, SourcePlan} from './plan.ts';
import {sql} from './sql.ts';

/** Whether a native id occurs twice in a source, by one pass over its ids alone. Two ids with one hash would only cause a whole load. */
export const idsRepeat = async (session: Session, plan: SourcePlan, {input, signal}: {readonly input: EngineInput; readonly signal?: AbortSignal}): Promise<boolean> => {
	const ids = roleRows({...plan, fields: {time: {kind: 'literal', text: ''}, timeStyle: plan.fields.timeStyle, ...(plan.fields.id ? {id: plan.fields.id} : {})}, fingerprint: false}, input);
	const rows = await session.all(sql`select 1 from (select hash(${roleColumn('id')}) from (${ids}) where ${roleColumn('id')} is not null group by 1 having count(*) > 1) limit 1`, signal);
	return rows.length > 0;
};
