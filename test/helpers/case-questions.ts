import type {StreamingInvestigation} from '../../source/investigation/investigation.ts';
import {parseFilter} from '../../source/filter/parse.ts';

const collected = async <Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> => {
	const all: Item[] = [];
	for await (const item of items) {
		all.push(item);
	}

	return all;
};

/** All that can be asked of exports, for each of the filters. */
export const everything = async (investigation: StreamingInvestigation, filters: readonly string[]): Promise<unknown> => {
	const {sources, failed, skipped, notes, newest, loaded, leaked, lists} = investigation;
	const asked: unknown[] = [];
	for (const text of filters) {
		const ask = {filter: parseFilter(text, {displayTimezone: 'UTC'})};
		const events = await investigation.events({...ask, offset: 0, limit: 100});
		asked.push(text, await investigation.answer(ask), events, await investigation.exposures(ask), await investigation.matched(ask), await investigation.unlisted({...ask, limit: 9}), await investigation.timeline({...ask, buckets: 7}),
			await investigation.facet({...ask, field: 'customer', limit: 99}), await investigation.facet({...ask, field: 'team', limit: 99}), [...await investigation.evidenceHashes(ask)], await Promise.all(events.slice(0, 3).map(async ({row}) => investigation.record(row))));
	}

	return {sources, failed, skipped, notes, newest, loaded, leaked, lists, asked, coverage: await investigation.coverage('UTC'), rejections: await collected(investigation.rejections()), known: await investigation.suggest('customer', 'C', 99), presence: (await investigation.leads({})).presence};
};
