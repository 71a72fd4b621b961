import {stateOf, type CaseState} from '../../case/case-state.ts';
import type {JournalLine} from '../../case/journal-line.ts';
import {allOf, anyOf, match} from '../../filter/build.ts';
import type {Filter} from '../../filter/filter.ts';
import type {PackagedChange} from '../../package/packaged-case.ts';
import {caseFilter} from '../case/case-filter.ts';
import type {Context} from '../context.ts';
import {askCustomersOfLists} from '../../store/questions/customers-of-lists.ts';
import {matchedAccesses} from '../matched.ts';

const change = (what: string, which: string, {before = '', now = '', reason = '', confidential = true}: Partial<PackagedChange>): PackagedChange => ({what, which, before, now, reason, confidential});

type Numbered = {readonly number: number; readonly filter: string; readonly reason: string; readonly matched: {readonly hash: string; readonly customers: number}};

/** What came, went, and matches otherwise. */
const numbered = (what: string, before: readonly Numbered[], now: readonly Numbered[]): readonly PackagedChange[] => [
	...now.flatMap(item => {
		const old = before.find(({number}) => number === item.number);
		if (!old) {
			return [change(`${what} added`, String(item.number), {now: item.filter, reason: item.reason})];
		}

		return old.matched.hash === item.matched.hash ? [] : [change(`${what} changed`, String(item.number), {before: `${old.matched.customers} customers`, now: `${item.matched.customers} customers`, reason: item.reason})];
	}),
	...before.filter(({number}) => !now.some(item => item.number === number)).map(item => change(`${what} taken back`, String(item.number), {before: item.filter})),
];

const facts = (before: CaseState['facts'], now: CaseState['facts']): readonly PackagedChange[] =>
	[...new Set([...Object.keys(before), ...Object.keys(now)])].toSorted().filter(name => JSON.stringify(before[name]) !== JSON.stringify(now[name])).map(name => change('fact', name, {
		before: Object.hasOwn(before, name) ? 'stated' : '', now: Object.hasOwn(now, name) ? 'stated' : '', confidential: false,
	}));

/** The filter of a state on the exports that it had. */
const thenFilter = ({loaded}: Context, state: CaseState): Filter => {
	const known = new Set(state.sources.map(({sha256}) => sha256));
	const paths = loaded.sources.filter(({source}) => known.has(source.sha256)).map(({source}) => source.path);
	return paths.length === loaded.sources.length ? caseFilter(state) : allOf([caseFilter(state), anyOf(paths.map(path => match('source', {kind: 'is', text: path})))]);
};

const customers = async (context: Context, before: CaseState, now: CaseState): Promise<readonly PackagedChange[]> => {
	const [then, present] = [await matchedAccesses(context, {filter: thenFilter(context, before)}), await matchedAccesses(context, {filter: caseFilter(now)})];
	const fresh = listsSince(before, now);
	// Whom only a list names that was joined since was not among them.
	const ofLists = fresh.length === 0 ? new Set<string>() : await context.question({filter: thenFilter(context, before)}, async accesses => askCustomersOfLists(accesses, fresh.map(({event}) => event)));
	const oldIds = then.customerIds.filter(id => !ofLists.has(id));
	const [old, young] = [new Set(oldIds), new Set(present.customerIds)];
	const told = new Set((Array.isArray(before.facts['notified']) ? before.facts['notified'] as ReadonlyArray<{readonly customer?: unknown}> : []).map(({customer}) => customer));
	return [
		change('count', 'customers accessed', {before: String(oldIds.length), now: String(present.customers), confidential: false}),
		change('count', 'events', {before: String(then.events), now: String(present.events), confidential: false}),
		...present.customerIds.filter(id => !old.has(id)).map(id => change('customer in', id, {})),
		...oldIds.filter(id => !young.has(id)).map(id => change('customer out', id, {before: told.has(id) ? 'was notified' : ''})),
	];
};

/** Lists that were joined to bulk exports since. */
const listsSince = (before: CaseState, now: CaseState): CaseState['lists'] => now.lists.filter(({seq}) => !before.lists.some(list => list.seq === seq));

/** What is new against the lines that the package before was made of. */
export const changesSince = async (context: Context, lines: readonly JournalLine[], now: CaseState): Promise<readonly PackagedChange[]> => {
	const before = stateOf(lines);
	const known = new Set(before.sources.map(({sha256}) => sha256));
	return [
		...now.sources.filter(({sha256}) => !known.has(sha256)).map(({sha256, records}) => change('source added', sha256, {now: `${records.kept} events`, confidential: false})),
		...listsSince(before, now).map(({event, sha256, resolved}) => change('list joined', event, {now: `${resolved} customers of the list ${sha256}`})),
		...numbered('selection', before.selections, now.selections), ...numbered('exclusion', before.exclusions, now.exclusions),
		...facts(before.facts, now.facts),
		...(before.review?.at === now.review?.at ? [] : [change('review', 'of a second person', {before: before.review ? 'reviewed' : 'NOT REVIEWED', now: now.review ? 'reviewed' : 'NOT REVIEWED', confidential: false})]),
		...await customers(context, before, now),
	];
};
