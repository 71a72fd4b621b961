import type {Session} from '../database.ts';
import {toText} from '../database.ts';
import {sql, texts} from '../sql.ts';

/** Somebody of the logs or of the directory. */
export type OwnAccount = {readonly id: string; readonly team?: string};

/** Who is called by one of these texts: by id, login, address or name, in any case of letters, in the logs or in the directory alone. */
export const askOwnAccounts = async (session: Session, names: readonly string[], signal?: AbortSignal): Promise<readonly OwnAccount[]> => {
	const asked = names.map(name => name.trim().toLowerCase()).filter(name => name !== '');
	if (asked.length === 0) {
		return [];
	}

	const called = sql`list_has_any([lower(id), lower(login), lower(email), lower(name)], ${texts(asked)})`;
	const rows = await session.all(sql`select id, max(team) as team from (select id, team from employee where ${called} union all select id, team from directory_employee where id is not null and ${called}) group by 1 order by 1`, signal);
	return rows.map(row => ({id: toText(row['id'])!, ...(row['team'] === null ? {} : {team: toText(row['team'])!})}));
};
