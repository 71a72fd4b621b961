import {formatCount, formatNumber, formatPercent} from '../../document/format-number.ts';
import {everything} from '../../filter/filter.ts';
import {formatInstant} from '../../records/instant.ts';
import {askCoverage} from '../../store/questions/coverage.ts';
import {askOwnAccounts} from '../../store/questions/own-account.ts';
import {askOpenEvents} from '../../store/questions/totals.ts';
import type {Context} from '../context.ts';
import type {LeadNumbers} from './ask-numbers.ts';
import {inferredCaveats} from './inferred-caveats.ts';
import {isoDay} from './behaviour-words.ts';
import {leftOutCaveats, listCaveats} from './list-words.ts';
import type {LeadsAsk, ListAnswer} from './leads.ts';

const selectionCaveats = ({selections = []}: LeadsAsk): readonly string[] => {
	const unsaid = selections.filter(({selection}) => selection === undefined);
	return selections.length === 0 || unsaid.length > 0
		? [`Nobody said how ${selections.length === 0 || unsaid.length === selections.length ? 'the exports were' : `${unsaid.map(({path}) => path).join(', ')} was`} selected: an export that was filtered on employees would rig this answer (whosaw case sources describe).`]
		: [];
};

/** The investigator, where they or their team are among those who are ranked; who has no account in the exports may have a team in them. */
const ownCaveats = async ({question}: Context, {investigator, signal}: LeadsAsk, {rows: {accounts}}: LeadNumbers): Promise<readonly string[]> => {
	const [, name = investigator, address] = /^(.*?)\s*<([^<>]+)>\s*$/.exec(investigator ?? '') ?? [];
	const names = [name, address].flatMap(each => each === undefined || each === '' ? [] : [each]);
	if (names.length === 0) {
		return [];
	}

	const own = await question({filter: everything, ...(signal ? {signal} : {})}, async ({session}) => askOwnAccounts(session, names, signal));
	const isRanked = accounts.some(({id}) => own.some(each => each.id === id));
	const team = own.find(each => each.team !== undefined && accounts.some(account => account.team === each.team))?.team;
	const who = isRanked ? `The account of the investigator${team === undefined ? ' is' : ` and their team, ${team}, are`}` : (team === undefined ? undefined : `The team of the investigator, ${team}, is`);
	return who === undefined ? [] : [`${who} in these exports: somebody else should look at this ranking.`];
};

const whatWouldChange = ({surfaced}: LeadsAsk, {rows: {accounts}}: LeadNumbers): string => `What would change the answer: ${[
	'more customers who report', ...(surfaced === undefined ? ['the date the list surfaced'] : []), ...(accounts.every(({team}) => team === undefined) ? ['the directory of employees'] : []),
].join(', ')}, and exports that are missing.`;

/** What the day on which the list surfaced leaves out. */
const surfacedCaveats = ({surfaced, surfacedAct}: LeadsAsk, {rows: {later = 0}}: LeadNumbers): readonly string[] => surfaced === undefined
	? ['When the list surfaced was not said (--surfaced DATE): accesses after it were ranked too.']
	: [`What was reached from ${formatInstant(surfaced)} on, when the list surfaced, is left out: ${formatCount(later, 'access', 'accesses')}.${surfacedAct === undefined ? '' : ` Act ${surfacedAct} of the case keeps this time (--surfaced DATE says another).`}`];

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

/** What the loaded data leaves open, whatever comes of a list. */
export const dataCaveats = async (context: Context, {rows}: LeadNumbers, ask: LeadsAsk): Promise<readonly string[]> => {
	const {nameless, withoutCustomers} = await context.question({filter: everything, ...(ask.signal ? {signal: ask.signal} : {})}, async accesses => askOpenEvents(accesses, context.facts));
	const rejected = context.loaded.sources.reduce((sum, {source}) => sum + source.records.rejected, 0);
	return [
		...context.loaded.failed.map(({path, error}) => `${path} could not be read (${error}): its accesses are not ranked.`),
		...(rejected > 0 ? [`${formatCount(rejected, 'record')} could not be understood and ${rejected === 1 ? 'is' : 'are'} not ranked (whosaw sources --rejected).`] : []),
		...(withoutCustomers > 0 ? [`${formatCount(withoutCustomers, 'bulk export')} name${withoutCustomers === 1 ? 's' : ''} no customers: who is in them is not known, and any of them may be where the list comes from.`] : []),
		...(nameless > 0 ? [`${formatCount(nameless, 'event')} name${nameless === 1 ? 's' : ''} no account and ${nameless === 1 ? 'is' : 'are'} not ranked.`] : []),
		...(rows.accounts.length > 0 && rows.accounts.every(({team}) => team === undefined) ? ['No teams are known (--employees): that an account can be told from its team cannot be checked.'] : []),
		...context.leaving, ...await gapCaveats(context, ask),
	];
};

/** Beside every ranking: what it means, what it rests on, and what would change it; `data` are the caveats of the data. */
export const leadCaveats = async (context: Context, {numbers, ask, list, data}: {readonly numbers: LeadNumbers; readonly ask: LeadsAsk; readonly list: ListAnswer | undefined; readonly data: readonly string[]}): Promise<readonly string[]> => {
	const {rows} = numbers;
	// Of a list that was ranked, whatever came of it.
	const base = list?.unexplained !== undefined
		? [
			`Base rate: ${formatNumber(rows.accounts.length)} accounts are ranked, and most lists have several explanations; being on top is a reason to look, not a finding.`,
			`${formatPercent(list.unexplained, 1)} of the list is explained by nobody here.`,
			...(list.leads.length !== 1 ? [] : ['No other account adds to the explanation: there is no runner-up.']),
			...surfacedCaveats(ask, numbers),
			whatWouldChange(ask, numbers),
		]
		: (ask.surfaced === undefined ? [] : surfacedCaveats(ask, numbers));
	return [
		...await ownCaveats(context, ask, numbers), ...base, ...(list ? leftOutCaveats(list.leaveOneOut ?? [], list.verdict) : []), ...(list?.groups ?? []).map(group => `Also consistent, and no person: ${group.group} (${formatCount(group.consistentWith, 'listed customer')}, ${group.strength}).`),
		alternatives, blindSpot, ...inferredCaveats(context), ...context.leaked.flatMap(each => listCaveats(each)), ...(list ? selectionCaveats(ask) : []), ...data,
	];
};
