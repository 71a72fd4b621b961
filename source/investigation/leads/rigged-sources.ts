import {hidingOf} from '../../document/known-accounts.ts';
import {everything} from '../../filter/filter.ts';
import {askAccounts} from '../../store/questions/accounts.ts';
import type {Context} from '../context.ts';
import type {LeadNumbers} from './ask-numbers.ts';
import type {LeadsAsk} from './leads.ts';

/** Words by which an export is said to be of some accounts only. To refuse too much costs a better word in `selection`; to refuse too little accuses somebody. */
const aboutAccounts = new RegExp(String.raw`(?<!\p{L})(?:${[
	'employees?', 'accounts?', 'agents?', 'users?', 'usernames?', 'staff', 'logins?', 'actors?', 'persons?', 'people', 'personnel', 'suspects?', 'insiders?', 'operators?', 'advis[eo]rs?', 'clerks?', 'workers?',
	'colleagues?', 'handlers?', 'representatives?', 'reps?', 'teams?', 'departments?', 'mitarbeiter\\p{L}*', 'benutzer\\p{L}*', 'abteilung\\p{L}*', 'utilisateur\\p{L}*', 'employé\\p{L}*', 'usuario\\p{L}*', 'emplead\\p{L}*',
].join('|')})(?!\p{L})`, 'iu');

/** Every export that was selected by account: by a word for accounts, by what one of them is called, or by their team. */
const selectedByAccount = async ({question}: Context, {selections = [], signal}: LeadsAsk, {rows: {accounts}}: LeadNumbers): Promise<NonNullable<LeadsAsk['selections']>> => {
	const said = selections.filter(({selection = ''}) => !['', 'all'].includes(selection.trim().toLowerCase()));
	if (said.length === 0) {
		return [];
	}

	const known = await question({filter: everything, ...(signal ? {signal} : {})}, async ({session}) => askAccounts(session, signal));
	const named = [...known, ...[...new Set(accounts.flatMap(({team}) => team ?? []))].map(team => ({account: team, names: []}))];
	const marked = await hidingOf(named, account => `\u0000${account}`, async () => undefined);
	return said.filter(({selection = ''}) => aboutAccounts.test(selection) || marked(selection) !== selection);
};

/** Why the sources rig any ranking of accounts: they were selected by account. */
export const riggedSources = async (context: Context, ask: LeadsAsk, numbers: LeadNumbers): Promise<readonly string[]> => [
	...(await selectedByAccount(context, ask, numbers)).map(({path, selection}) => ask.called ? `${path} was selected by account.` : `${path} was selected as “${selection}”.`),
	...(numbers.rows.accounts.length === 1 ? ['The exports hold the accesses of one account only.'] : []),
];
