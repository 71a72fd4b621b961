import {toText} from '../database.ts';
import type {Session} from '../database.ts';
import {sql} from '../sql.ts';

/** An account of the logs, and everything else that it is called by: its login, its address, a name, and what a log wrote in its place. */
export type KnownAccount = {readonly account: string; readonly names: readonly string[]};

/** Every account that was met, in the order of their ids. */
export const askAccounts = async (session: Session, signal?: AbortSignal): Promise<readonly KnownAccount[]> => {
	const rows = await session.all(sql`select e.id as account, n.name from employee e join (
			select key, unnest([login, email, name]) as name from employee
			union all select l.employee, d.text from employee_alias l join dictionary d on d.key = l.cell and d.field in ('employee', 'behalf')
			union all select key, null from employee) n on n.key = e.key
		order by 1, 2`, signal);
	const names = new Map<string, Set<string>>();
	for (const row of rows) {
		const account = toText(row['account'])!;
		const known = names.get(account) ?? new Set<string>();
		names.set(account, known);
		const name = row['name'] === null ? undefined : toText(row['name']);
		if (name !== undefined && name !== '' && name !== account) {
			known.add(name);
		}
	}

	return [...names].map(([account, known]) => ({account, names: [...known]}));
};
