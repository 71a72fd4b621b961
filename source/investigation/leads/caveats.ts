import {formatCount, formatNumber, formatPercent} from '../../document/format-number.ts';
import {everything} from '../../filter/filter.ts';
import {askCoverage} from '../../store/questions/coverage.ts';
import {askTotals} from '../../store/questions/totals.ts';
import type {Context} from '../context.ts';
import type {LeadNumbers} from './ask-numbers.ts';
import {isoDay} from './behaviour-words.ts';
import {leftOutCaveats, listCaveats} from './list-words.ts';
import type {LeadsAsk, ListAnswer} from './leads.ts';

/** Words by which an export is said to be of some accounts only. */
const aboutAccounts = /\b(employees?|accounts?|agents?|users?|staff|logins?|actors?|persons?|suspects?|mitarbeiter\w*|benutzer\w*)\b/i;

/** Why the sources rig any ranking of accounts: they were selected by account. */
export const riggedSources = ({selections = [], called}: LeadsAsk, {rows: {accounts}}: LeadNumbers): readonly string[] => {
	const named = new Set(accounts.map(({id}) => id.toLowerCase()));
	const rigged = selections.filter(({selection = ''}) => selection.trim().toLowerCase() !== 'all' && (aboutAccounts.test(selection) || selection.toLowerCase().split(/[^\p{L}\p{N}_.@-]+/u).some(word => named.has(word))));
	return [
		...rigged.map(({path, selection}) => called ? `${path} was selected by account.` : `${path} was selected as “${selection}”.`),
		...(accounts.length === 1 ? ['The exports hold the accesses of one account only.'] : []),
	];
};

const selectionCaveats = ({selections = []}: LeadsAsk): readonly string[] => {
	const unsaid = selections.filter(({selection}) => selection === undefined);
	return selections.length === 0 || unsaid.length > 0
		? [`Nobody said how ${selections.length === 0 || unsaid.length === selections.length ? 'the exports were' : `${unsaid.map(({path}) => path).join(', ')} was`} selected: an export that was filtered on employees would rig this answer (whosaw case sources describe).`]
		: [];
};

/** The investigator, where they or their team are among those who are ranked. */
const ownCaveats = ({investigator}: LeadsAsk, {rows: {accounts}}: LeadNumbers): readonly string[] => {
	const [, name = investigator, address] = /^(.*?)\s*<([^<>]+)>\s*$/.exec(investigator ?? '') ?? [];
	const mine = [name, address].filter(each => each !== undefined && each !== '').map(each => each!.toLowerCase());
	const own = accounts.find(account => [account.id, account.name].some(each => each !== undefined && mine.includes(each.toLowerCase())));
	return own ? [`The account of the investigator${own.team === undefined ? '' : ` and their team, ${own.team},`} ${own.team === undefined ? 'is' : 'are'} in these exports: somebody else should look at this ranking.`] : [];
};

/** Days between the first and the last on which a system wrote nothing, where they are more than weekends. */
const gapCaveats = async ({question}: Context, {displayTimezone = 'UTC', signal}: LeadsAsk): Promise<readonly string[]> =>
	question({filter: everything, ...(signal ? {signal} : {})}, async ({session}) => {
		const systems = await askCoverage(session, displayTimezone, signal);
		return systems.flatMap(({system = 'the logs', days}) => {
			const gaps = days.flatMap((day, index) => index > 0 && day - days[index - 1]! > 3 ? [{from: days[index - 1]! + 1, to: day - 1}] : []);
			const [first] = gaps.toSorted((a, b) => (b.to - b.from) - (a.to - a.from));
			return first === undefined ? [] : [`${system}: ${formatCount(gaps.length, 'gap')} of 3 days or more without any record, the longest from ${isoDay(first.from)} to ${isoDay(first.to)}: what was reached then is not known.`];
		});
	});

const alternatives = 'Other explanations that fit the same numbers: the queue or team, a shared account, stolen credentials, a report or an interface that reads all, a partner, a leak elsewhere, nobody inside.';
const blindSpot = 'What this cannot see: someone who gives away what they saw in normal work does not stand out by behaviour at all, and by a list only when enough of their customers report.';

const dataCaveats = async (context: Context, {rows}: LeadNumbers, ask: LeadsAsk): Promise<readonly string[]> => {
	const {totals, affected, namelessEvents} = await context.question({filter: everything, ...(ask.signal ? {signal: ask.signal} : {})}, async accesses => askTotals(accesses, context.facts));
	const rejected = context.loaded.sources.reduce((sum, {source}) => sum + source.records.rejected, 0);
	return [
		...context.loaded.failed.map(({path, error}) => `${path} could not be read (${error}): its accesses are not ranked.`),
		...(rejected > 0 ? [`${formatCount(rejected, 'record')} could not be understood and ${rejected === 1 ? 'is' : 'are'} not ranked (whosaw sources --rejected).`] : []),
		...(totals.countedOnly.events + affected.unknownEvents > 0 ? [`${formatCount(totals.countedOnly.events + affected.unknownEvents, 'bulk export')} name${totals.countedOnly.events + affected.unknownEvents === 1 ? 's' : ''} no customers: who is in them is not known, and any of them may be where the list comes from.`] : []),
		...(namelessEvents > 0 ? [`${formatCount(namelessEvents, 'event')} name${namelessEvents === 1 ? 's' : ''} no account and ${namelessEvents === 1 ? 'is' : 'are'} not ranked.`] : []),
		...(rows.accounts.every(({team}) => team === undefined) ? ['No teams are known (--employees): that an account can be told from its team cannot be checked.'] : []),
		...context.leaving, ...await gapCaveats(context, ask),
	];
};

/** Beside every ranking: what it means, what it rests on, and what would change it. */
export const leadCaveats = async (context: Context, {numbers, ask, list}: {readonly numbers: LeadNumbers; readonly ask: LeadsAsk; readonly list: ListAnswer | undefined}): Promise<readonly string[]> => {
	const {rows} = numbers;
	const base = list && list.leads.length > 0
		? [
			`Base rate: ${formatNumber(rows.accounts.length)} accounts are ranked, and most lists have several explanations; being on top is a reason to look, not a finding.`,
			...(list.unexplained === undefined ? [] : [`${formatPercent(list.unexplained, 1)} of the list is explained by nobody here.`]),
			...(list.leads.length > 1 ? [] : ['No other account adds to the explanation: there is no runner-up.']),
			...(ask.surfaced === undefined ? ['When the list surfaced was not said (--surfaced DATE): accesses after it were ranked too.'] : []),
			'What would change the answer: more customers who report, the date the list surfaced, the directory of employees, and exports that are missing.',
		]
		: [];
	return [
		...ownCaveats(ask, numbers), ...base, ...(list ? leftOutCaveats(list.leaveOneOut ?? [], list.verdict) : []), ...(list?.groups ?? []).map(group => `Also consistent, and no person: ${group.group} (${formatCount(group.consistentWith, 'listed customer')}, ${group.strength}).`),
		alternatives, blindSpot, ...context.leaked.flatMap(each => listCaveats(each)), ...(list ? selectionCaveats(ask) : []), ...await dataCaveats(context, numbers, ask),
	];
};
