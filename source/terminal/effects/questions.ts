import {withoutField} from '../../filter/conjuncts.ts';
import type {Ask, Investigation, Page} from '../../investigation/investigation.ts';
import {layoutOf} from '../app/layout.ts';
import {facetFields, showsCustomers, type FacetPane} from '../app/pane.ts';
import {chunkSize, type Answers, type State} from '../app/state.ts';

/** More rows than anyone scrolls through; the pane says how many others there are. */
const facetLimit = 1000;

type Asking = {readonly investigation: Investigation; readonly state: State; readonly signal: AbortSignal};

const askOf = ({state, signal}: Asking): Ask => ({filter: state.view.filter, displayTimezone: state.view.zone, signal});

export const pageOf = ({view}: State, chunk: number): Page => ({offset: chunk * chunkSize, limit: chunkSize, sort: view.sort, descending: view.descending});

const firstEvents = async ({investigation, state, signal}: Asking): Promise<Answers> => {
	const ask = askOf({investigation, state, signal});
	const [count, rows] = await Promise.all([investigation.countEvents(ask), investigation.events({...ask, ...pageOf(state, 0)})]);
	return {events: {revision: state.eventsRevision, value: {count, chunks: new Map([[0, rows]])}}};
};

/** The events of each value first; customers, where the pane shows them, when they are counted. */
async function * facet(asking: Asking, pane: FacetPane): AsyncGenerator<Answers> {
	const ask = askOf(asking);
	const field = facetFields[pane];
	const wanted = {...ask, filter: withoutField(ask.filter, field), field, limit: facetLimit};
	const answered = async (customers: boolean): Promise<Answers> => ({[pane]: {revision: asking.state.revision, value: await asking.investigation.facet({...wanted, customers})}});
	yield await answered(false);
	if (showsCustomers(pane)) {
		yield await answered(true);
	}
}

/** The totals; with nothing left also which part of the filter left it. */
async function * totals(asking: Asking): AsyncGenerator<Answers> {
	const {investigation, state: {revision}} = asking;
	const value = await investigation.totals(askOf(asking));
	yield {totals: {revision, value}};
	if (value.totals.events + value.totals.denied === 0) {
		yield {emptied: {revision, value: await investigation.whatEmptied(askOf(asking))}};
	}
}

async function * once(answer: Promise<Answers>): AsyncGenerator<Answers> {
	yield await answer;
}

export const askEvents = (asking: Asking): AsyncGenerator<Answers> => once(firstEvents(asking));

export const askTimeline = (asking: Asking, buckets: number): AsyncGenerator<Answers> => once((async () => ({
	timeline: {revision: asking.state.revision, value: await asking.investigation.timeline({...askOf(asking), buckets})},
}))());

/** A facet ignores its own chips. */
export const askFacet = (asking: Asking, pane: FacetPane): AsyncGenerator<Answers> => facet(asking, pane);

/** Everything in view that hangs on the filter, what is looked at first asked first. */
export const askAll = (asking: Asking, buckets: number): ReadonlyArray<AsyncGenerator<Answers>> => [
	totals(asking), askEvents(asking), ...layoutOf(asking.state).facets.map(pane => askFacet(asking, pane)), askTimeline(asking, buckets),
];
