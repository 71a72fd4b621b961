import type {CustomerRow} from '../records/answer.ts';
import {allOf} from '../filter/build.ts';
import {conjuncts} from '../filter/conjuncts.ts';
import {everything} from '../filter/filter.ts';
import {printPart} from '../filter/print.ts';
import {askCountries, askDataTypes, askDays, askEmployees} from '../store/questions/breakdowns.ts';
import {streamCustomers, streamExposures} from '../store/questions/customers.ts';
import {askEvents, askEventsAmong, askUnlisted, countEvents} from '../store/questions/events.ts';
import {askAccounts} from '../store/questions/accounts.ts';
import {askCoverage} from '../store/questions/coverage.ts';
import {findEvent} from '../store/questions/find-event.ts';
import {askFacet, askFrame, askTimeline, suggestValues} from '../store/questions/facets.ts';
import {askTotals} from '../store/questions/totals.ts';
import type {Context} from './context.ts';
import {quickCounts, type QuickCounts} from './counting/quick-counts.ts';
import {eventIds} from './event-ids.ts';
import {eventRow} from './event-rows.ts';
import type {Ask, Investigation, StreamingInvestigation} from './investigation.ts';
import {limitationsOf} from './limitations.ts';
import {remembered} from './remembered.ts';
import {recordDetail} from './record-detail.ts';
import {firstRejections, rejectionsOf} from './rejections.ts';
import {countUnlisted} from './unlisted.ts';
import {watchFiles} from './watch-files.ts';

/** All blocks of a stream as one list. */
export const collect = async <Item>(blocks: AsyncIterable<readonly Item[]>): Promise<readonly Item[]> => {
	const all: Item[] = [];
	for await (const block of blocks) {
		for (const item of block) {
			all.push(item);
		}
	}

	return all;
};

/** The frame of a timeline is the same for all filters. */
const timelineOf = ({question}: Context, quick: QuickCounts): Investigation['timeline'] => {
	const frame = remembered(async (ask: Ask & {readonly buckets: number}) => question(ask, async accesses => askFrame(accesses, ask.buckets)));
	return remembered(async ({buckets, ...ask}) => {
		const known = await frame({filter: everything, buckets, ...(ask.signal ? {signal: ask.signal} : {})});
		const filtered = await quick.timeline(ask, known);
		return filtered ? {...known, filtered} : question(ask, async accesses => askTimeline(accesses, known));
	});
};

/** What the panes of a screen count. */
const counts = (context: Context, quick: QuickCounts): Pick<Investigation, 'totals' | 'facet' | 'timeline' | 'countEvents'> => {
	const {question, facts} = context;
	return {
		totals: remembered(async ask => {
			const {totals, affected} = await quick.totals(ask) ?? await question(ask, async accesses => askTotals(accesses, facts));
			return {totals, affected};
		}),
		facet: remembered(async ask => await quick.facet(ask) ?? question(ask, async accesses => askFacet(accesses, ask))),
		timeline: timelineOf(context, quick),
		countEvents: remembered(async ask => await quick.countEvents(ask) ?? question(ask, async accesses => countEvents(accesses, facts))),
	};
};

const eventsOf = ({question, facts, loaded}: Context, quick: QuickCounts): Investigation['events'] => async ({filter, signal, offset, limit, sort = 'time', descending = false}) => {
	const page = {offset, limit, order: {by: sort, descending}};
	const given = signal ? {signal} : {};
	const rows = sort === 'time' ? await quick.pageRows({filter, ...given}, {offset, limit, descending}) : undefined;
	const stored = await (rows
		? question({filter: everything, ...given}, async accesses => askEventsAmong(accesses, facts, {...page, rows}))
		: question({filter, ...given}, async accesses => askEvents(accesses, facts, page)));
	return stored.map(event => eventRow(event, loaded.sources));
};

/** What a case file says that a replay asks again, and what directories leave open: for those the rooms are loaded when they are needed. */
const packaged = (context: Context): Pick<Investigation, 'evidenceHashes' | 'packagedAccounts' | 'packagedIdentities' | 'resolutions'> => ({
	async evidenceHashes(ask) {
		const {evidenceHashes} = await import('./packaged/evidence-hashes.ts');
		return evidenceHashes(context, ask);
	},
	async packagedAccounts(ask) {
		const {accountsOf} = await import('./packaged/packaged-case-of.ts');
		return context.question(ask, accountsOf);
	},
	async packagedIdentities(ask) {
		const {streamIdentities} = await import('../store/questions/identities.ts');
		return context.question(ask, async accesses => collect(streamIdentities(accesses)));
	},
	async resolutions(ask) {
		const {resolutionsOf} = await import('./resolutions.ts');
		return resolutionsOf(context, ask);
	},
});

/** The one service of both faces, over what was loaded. */
export const service = (context: Context, close: () => Promise<void>): StreamingInvestigation => {
	const {question, facts, loaded, lookups} = context;
	const watch = watchFiles(loaded.sources);
	const quick = quickCounts(context);
	return {
		sources: loaded.sources.map(({source}) => source),
		failed: loaded.failed, skipped: loaded.skipped, notes: context.notes, newest: context.newest, loaded: context.counts, leaked: context.leaked, lists: context.lists,
		answer: async ask => question(ask, async accesses => {
			const {totals, affected, namelessEvents} = await askTotals(accesses, facts);
			return {
				totals, affected,
				byDataType: await askDataTypes(accesses), byEmployee: await askEmployees(accesses), byCountry: await askCountries(accesses),
				byDay: await askDays(accesses, ask.displayTimezone ?? 'UTC'), customers: await collect<CustomerRow>(streamCustomers(accesses, lookups)),
				limitations: limitationsOf({...loaded, notes: context.notes, totals, affected, namelessEvents, unlisted: await countUnlisted(context, ask), filter: ask.filter}),
			};
		}),
		...counts(context, quick),
		events: eventsOf(context, quick),
		findEvent: async ask => question(ask, async accesses => findEvent(accesses, facts, {
			text: ask.text, after: ask.after, by: ask.by, blind: ask.blind ?? false, zone: ask.displayTimezone ?? 'UTC',
			order: {by: ask.sort ?? 'time', descending: ask.descending ?? false},
		})),
		coverage: async (zone, signal) => question({filter: everything, ...(signal ? {signal} : {})}, async ({session}) => askCoverage(session, zone, signal)),
		accounts: async signal => question({filter: everything, ...(signal ? {signal} : {})}, async ({session}) => askAccounts(session, signal)),
		customers: async ask => question(ask, async accesses => collect<CustomerRow>(streamCustomers(accesses, lookups, {offset: ask.offset, limit: ask.limit, order: {by: ask.sort ?? 'id', descending: ask.descending ?? false}}))),
		unlisted: async ask => question(ask, async accesses => {
			const {events, found} = await askUnlisted(accesses, facts, ask.limit);
			return {events: events.map(event => eventRow(event, loaded.sources)), found};
		}),
		exposures: async ask => question(ask, async accesses => {
			const id = await eventIds(context, accesses.session);
			return (await collect(streamExposures(accesses))).map(({rows, ...exposure}) => ({...exposure, evidence: rows.map(row => id(row))}));
		}),
		async record(row) {
			const detail = await recordDetail(context, row);
			if (detail.unread !== undefined) {
				await watch.look({path: detail.citation.path});
			}

			return detail;
		},
		changedFiles: async most => watch.look({most}),
		rejections: () => rejectionsOf(context),
		firstRejections: async ask => firstRejections(context, ask),
		whatEmptied: async ask => whatEmptied(context, ask),
		suggest: async (field, prefix, limit) => suggestValues(context, field, prefix, limit),
		async matched(ask) {
			const {matchedAccesses} = await import('./matched.ts');
			return matchedAccesses(context, ask);
		},
		async leads(ask) {
			const {askLeads} = await import('./leads/ask-leads.ts');
			return askLeads(context, ask);
		},
		...packaged(context),
		// Writing a case file needs rooms that no other question does.
		async export(request) {
			const {exportCaseFile} = await import('./export-case-file.ts');
			return exportCaseFile(context, request);
		},
		async previewList({event, path}) {
			const [{previewList}, {expandHome}] = await Promise.all([import('./event-lists/join-lists.ts'), import('./path-completions.ts')]);
			return question({filter: everything}, async ({session}) => previewList({session, loaded}, {event, path: expandHome(path)}));
		},
		async writeRule(request) {
			const {writeRule} = await import('./rule-files.ts');
			return writeRule(request);
		},
		prepareCounts: quick.prepare,
		async close() {
			watch.end();
			quick.close();
			await close();
		},
	};
};

/** The part of a filter that leaves nothing: one that matches nothing by itself, else the first that leaves nothing of those before it. */
const whatEmptied = async ({question, facts}: Context, ask: Ask): Promise<string | undefined> => {
	const parts = conjuncts(ask.filter);
	const isEmpty = async (filter: Ask['filter']): Promise<boolean> => question({...ask, filter}, async accesses => await countEvents(accesses, facts) === 0);
	if (!await isEmpty(ask.filter)) {
		return undefined;
	}

	for (const part of parts) {
		if (await isEmpty(part)) {
			return printPart(part);
		}
	}

	for (let length = 2; length <= parts.length; length++) {
		if (await isEmpty(allOf(parts.slice(0, length)))) {
			return printPart(parts[length - 1]!);
		}
	}

	return printPart(ask.filter);
};
