import type {Filter} from '../filter/filter.ts';
import {printFilter} from '../filter/print.ts';
import type {Investigation, LoadRequest} from '../investigation/investigation.ts';
import type {Call} from './call.ts';
import {withInvestigation} from './load.ts';
import type {Report} from './report.ts';

/** Exports larger than this together, in bytes, are not read again only to say why nothing matched. */
const againBytes = 200_000_000;

type Emptied = {readonly call: Call; readonly investigation: Investigation; readonly request: LoadRequest; readonly report: Report; readonly filter: Filter};

const mayReadAgain = ({request, report}: Emptied): boolean => {
	let bytes = 0;
	for (const source of report.sources) {
		bytes += source.bytes;
	}

	return !request.paths.includes('-') && bytes <= againBytes;
};

/** A store that kept only what matches cannot tell which part of the filter left nothing: then all is loaded again. */
const ask = async (emptied: Emptied): Promise<string | undefined> => {
	const {call, investigation, request, filter} = emptied;
	const question = {filter, signal: call.signal};
	if (request.only === undefined) {
		return investigation.whatEmptied(question);
	}

	return mayReadAgain(emptied) ? withInvestigation(call, call.request, async whole => whole.whatEmptied(question)) : undefined;
};

/** Which part of the filter left nothing, as a sentence; undefined when something matched or nothing was asked. */
export const emptiedText = async (emptied: Emptied): Promise<string | undefined> => {
	const {totals} = emptied.report.answer;
	if (totals.events > 0 || totals.denied > 0 || emptied.filter.kind === 'all') {
		return undefined;
	}

	if (emptied.call.opened?.state.selections.length === 0 && printFilter(emptied.filter) === emptied.call.opened.filterText) {
		return 'The case selects no access yet: whosaw case select DIR --filter … --reason …; what --filter asks is answered all the same.';
	}

	const part = await ask(emptied);
	return part === undefined ? 'Nothing matches this filter.' : `Nothing matches this filter; ${part} is the part that left nothing.`;
};
