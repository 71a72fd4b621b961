import {createHash} from 'node:crypto';
import type {Found} from '../../leads/explain-list.ts';
import type {RankedLeads} from '../../leads/verdict.ts';
import {formatInstant} from '../../records/instant.ts';
import type {Context} from '../context.ts';
import {withNumbers, type LeadNumbers} from './ask-numbers.ts';
import {besidePresence} from './beside-presence.ts';
import {findingDays, findingWords, isoDay, reasonWords} from './behaviour-words.ts';
import {dataCaveats, leadCaveats} from './caveats.ts';
import type {Behaviour, DayWindow, GroupLead, Lead, Leads, LeadsAsk, ListAnswer, ListLeftOut, ListRead} from './leads.ts';
import {riggedSources} from './rigged-sources.ts';
import {leadWhy, leftOutWhy, unrankable, verdictWords} from './list-words.ts';
import {workOutAside} from './work-out-aside.ts';
import type {WorkedOut} from './work-out.ts';

const windowOf = ({window}: Found, {firstDay, days}: LeadNumbers['rows']): {readonly window?: DayWindow} =>
	window === undefined ? {} : {window: {from: isoDay(firstDay + window.from), to: isoDay(firstDay + Math.min(window.to, days - 1))}};

/** Accounts that are nobody's own, by the word of the directory. */
const sharedKinds = /shared|service|system|generic|functional|robot|\bbot\b|batch|sammel|technical|api/i;

const sharedAccounts = ({accounts}: LeadNumbers['rows']): ReadonlySet<number> =>
	new Set(accounts.flatMap(({kind}, place) => kind !== undefined && sharedKinds.test(kind) ? [place] : []));

/** One list is known by its own hash; several by the hash of theirs, a line each. */
const hashOf = (lists: Context['leaked']): string => lists.length === 1
	? lists[0]!.sha256
	: createHash('sha256').update(lists.map(({sha256}) => `${sha256}\n`).join('')).digest('hex');

const listedOf = (found: Found, resolved: number): {readonly consistentWith: number; readonly share: number; readonly netEvidence: number} =>
	({consistentWith: found.listed.length, share: Math.min(1, found.share), netEvidence: resolved === 0 ? 0 : Math.round(found.netEvidence * 100) / 100});

/** An account as it is to be called: blind it has no name. */
const accountOf = ({id, name}: LeadNumbers['rows']['accounts'][number], {called}: LeadsAsk): {readonly employee: string; readonly name?: string} =>
	called ? {employee: called(id)} : {employee: id, ...(name === undefined ? {} : {name})};

type Ranking = {readonly numbers: LeadNumbers; readonly ranked: RankedLeads; /** What the groups are called. */ readonly groups: readonly string[]; readonly ask: LeadsAsk};

const leadsOf = ({numbers: {rows}, ranked, groups, ask}: Ranking): readonly Lead[] => {
	const resolved = rows.leaked.length;
	const shared = sharedAccounts(rows);
	return ranked.accounts.map((found, index) => {
		const {employee, ...named} = accountOf(rows.accounts[found.account]!, ask);
		const lead = {
			...named, separable: found.separable, ...listedOf(found, resolved), customers: found.size, ...windowOf(found, rows), strength: found.strength,
			alsoConsistent: found.alsoConsistent.map(account => accountOf(rows.accounts[account]!, ask).employee), ...(found.inseparableFrom === undefined ? {} : {inseparableFrom: groups[found.inseparableFrom]!}),
		};
		return {rank: index + 1, employee, ...lead, why: leadWhy(lead, {resolved, shared: shared.has(found.account), others: lead.alsoConsistent.length})};
	});
};

const groupsOf = ({numbers: {rows}, ranked, groups}: Ranking): readonly GroupLead[] =>
	ranked.groups.map(found => ({group: groups[found.group]!, ...listedOf(found, rows.leaked.length), ...windowOf(found, rows), strength: found.strength}));

const readOf = (list: Context['leaked'][number]): ListRead => {
	const {customers: _customers, ...read} = list;
	return read;
};

const listHead = ({leaked}: Context, {rows}: LeadNumbers): Pick<ListAnswer, 'leaked' | 'lists' | 'leads' | 'groups'> =>
	({leaked: {given: leaked.reduce((sum, {given}) => sum + given, 0), resolved: rows.leaked.length, sha256: hashOf(leaked)}, lists: leaked.map(list => readOf(list)), leads: [], groups: []});

/** Nobody reached anybody, or not before the list surfaced: that is another answer than that nobody stands out. */
const unreached = ({surfaced}: LeadsAsk, {rows: {accounts, later = 0}}: LeadNumbers): Pick<ListAnswer, 'verdict' | 'because'> | undefined => accounts.length > 0 ? undefined : {
	verdict: 'nobody', because: surfaced !== undefined && later > 0
		? `Nobody reached anybody before ${formatInstant(surfaced)}, when the list is said to have surfaced: nothing was ranked. Is the date right?`
		: 'No account of these exports reached a customer: nothing was ranked.',
};

/** Why nothing is ranked, as an answer. */
const unranked = async (context: Context, numbers: LeadNumbers, ask: LeadsAsk): Promise<ListAnswer | undefined> => {
	const head = listHead(context, numbers);
	const rigged = await riggedSources(context, ask, numbers);
	if (rigged.length > 0) {
		return {...head, verdict: 'rigged-source', because: `${verdictWords('rigged-source')} ${rigged.join(' ')}`};
	}

	const without = unrankable({...head.leaked, customers: numbers.rows.customers}) ?? unreached(ask, numbers);
	return without && {...head, ...without};
};

const rankedList = (context: Context, ranking: Ranking): ListAnswer => {
	const {numbers, ranked} = ranking;
	return {
		...listHead(context, numbers), verdict: ranked.verdict, because: verdictWords(ranked.verdict), unexplained: Math.min(1, Math.max(0, ranked.unexplained)),
		leads: leadsOf(ranking), groups: groupsOf(ranking),
	};
};

/** The answer with what it would be without each of its lists. */
const besideLeftOut = (context: Context, {numbers: {rows}, without, ask}: {readonly numbers: LeadNumbers; readonly without: NonNullable<WorkedOut['without']>; readonly ask: LeadsAsk}, list: ListAnswer): ListAnswer => ({
	...list, leaveOneOut: without.map(({first, ...found}, index): ListLeftOut => {
		const {path, sha256, resolved} = context.leaked[index]!;
		const {employee, ...named} = first === undefined ? {employee: undefined} : accountOf(rows.accounts[first]!, ask);
		const leftOut = {
			list: path, sha256, resolved, ...found, ...(employee === undefined ? {} : {first: employee, ...named}),
			verdictChanges: found.verdict !== list.verdict, firstChanges: employee !== list.leads[0]?.employee,
		};
		return {...leftOut, why: leftOutWhy(leftOut, list.verdict)};
	}),
});

const behaviourOf = ({unusual, hasReasons}: WorkedOut, {rows}: LeadNumbers, ask: LeadsAsk): readonly Behaviour[] => unusual.map(found => {
	const {kind} = rows.accounts[found.account]!;
	return {
		...accountOf(rows.accounts[found.account]!, ask), state: found.state, day: findingDays(found.findings[0]!, rows.firstDay),
		why: [...found.findings.map(finding => findingWords(finding, rows.firstDay)), reasonWords(found, hasReasons), ...(kind !== undefined && sharedKinds.test(kind) ? ['a shared or service account: it stands for no person'] : [])],
	};
});

/** Blind, an entry that is no customer but an account is called as accounts are. */
const calledEntries = ({leaked}: Context, {rows: {accounts}}: LeadNumbers, {called}: LeadsAsk): Context['leaked'] => {
	if (!called) {
		return leaked;
	}

	const ids = new Set(accounts.map(({id}) => id));
	return leaked.map(list => ({...list, unknown: list.unknown.map(entry => ids.has(entry) ? called(entry) : entry)}));
};

/** Which accounts are consistent with the lists that are loaded, and which behave unlike themselves and their team. */
export const askLeads = async (loaded: Context, ask: LeadsAsk): Promise<Leads> => withNumbers(loaded, ask, async numbers => {
	const context = {...loaded, leaked: calledEntries(loaded, numbers, ask)};
	// Asked while the ranking is worked out, when the store has given the events.
	const data = numbers.events.then(async () => dataCaveats(context, numbers, ask));
	// It may fail, or be stopped, before it is waited for.
	data.catch(() => undefined);
	try {
		const refused = context.leaked.length > 0 ? await unranked(context, numbers, ask) : undefined;
		const shared = context.leaked.length > 0 && refused?.verdict !== 'rigged-source' && numbers.rows.accounts.length > 0 ? sharedAccounts(numbers.rows) : undefined;
		const found = await workOutAside({...numbers, shared}, {...(ask.signal ? {signal: ask.signal} : {}), onStep(text, done) {
			ask.onProgress?.({text, done});
		}});
		const whole = found.ranked ? rankedList(context, {numbers, ranked: found.ranked, groups: found.groups, ask}) : refused;
		const list = whole && found.without ? besideLeftOut(context, {numbers, without: found.without, ask}, whole) : whole;
		return await besidePresence(context, ask, {...(ask.surfaced === undefined ? {} : {surfaced: ask.surfaced}), ...(list ? {list} : {}), behaviour: behaviourOf(found, numbers, ask), caveats: await leadCaveats(context, {numbers, ask, list, data: await data})});
	} finally {
		// Whoever gave up leaves no question behind.
		await data.catch(() => undefined);
	}
});
