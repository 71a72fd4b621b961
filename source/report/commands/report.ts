import {usageError} from '../../errors.ts';
import type {Filter} from '../../filter/filter.ts';
import {printFilter} from '../../filter/print.ts';
import type {Investigation} from '../../investigation/investigation.ts';
import type {EventRow} from '../../records/answer.ts';
import {pseudonymsFor} from '../blinding.ts';
import type {Call} from '../call.ts';
import {checkTarget, emit} from '../emit.ts';
import {htmlReport} from '../html-report.ts';
import {keepAsked} from '../keep-asked.ts';
import {withInvestigation} from '../load.ts';
import {markdownReport} from '../markdown-report.ts';
import {maskFilter, maskWords} from '../mask-filter.ts';
import {maskReport} from '../mask-report.ts';
import {closeWith, warn} from '../notices.ts';
import type {Text} from '../output.ts';
import {timeBounds} from '../../filter/conjuncts.ts';
import type {Pseudonyms} from '../pseudonyms.ts';
import {questionOf, type Question} from '../question.ts';
import {reportJson} from '../report-json.ts';
import {reportText} from '../report-text.ts';
import {rowKinds, type Report, type RowKind} from '../report.ts';
import {reportCsv, reportNdjson} from '../row-formats.ts';
import {emptiedText} from '../what-emptied.ts';

/** Events asked for at a time. */
const pageSize = 20_000;

const rowKindOf = ({flags}: Call): RowKind | undefined => rowKinds.find(kind => kind === flags.one('by'));

const formatOf = (call: Call): string => {
	const format = call.flags.one('format') ?? 'text';
	if (rowKindOf(call) === 'event' && format !== 'csv' && format !== 'ndjson') {
		throw usageError(`--by event gives no ${format}`, 'Add --format csv or --format ndjson.');
	}

	return format;
};

async function * allEvents(investigation: Investigation, ask: Parameters<Investigation['events']>[0]): AsyncGenerator<EventRow> {
	for (let offset = 0; ; offset += pageSize) {
		const page = await investigation.events({...ask, offset, limit: pageSize});
		yield * page;
		if (page.length < pageSize) {
			return;
		}
	}
}

const makeReport = async (call: Call, investigation: Investigation, {displayTimezone, resolve}: Question, masking: Pseudonyms | undefined): Promise<{readonly report: Report; readonly filter: Filter}> => {
	const filter = resolve(investigation.newest);
	const ask = {filter, displayTimezone, signal: call.signal};
	const report: Report = {
		version: call.version,
		filter: {text: printFilter(masking ? maskFilter(filter, masking) : filter), ...timeBounds(filter), displayTimezone},
		sources: investigation.sources,
		failed: investigation.failed,
		answer: await investigation.answer(ask),
		events: () => allEvents(investigation, {...ask, offset: 0, limit: pageSize, sort: 'time'}),
	};
	return {report, filter};
};

const print = (call: Call, report: Report): Text => {
	const kind = rowKindOf(call);
	switch (formatOf(call)) {
		case 'json': {
			return reportJson(report);
		}

		case 'ndjson': {
			return reportNdjson(report, kind ?? 'customer');
		}

		case 'csv': {
			return reportCsv(report, {kind: kind ?? 'customer', guarded: !call.flags.on('raw-cells')});
		}

		case 'markdown': {
			return markdownReport(report);
		}

		case 'html': {
			return htmlReport(report);
		}

		default: {
			return [reportText(report, kind)];
		}
	}
};

/** A one-shot question need not build the whole store: only what can match is kept. What hides accounts must know all of them. */
const requestOf = (call: Call, {filter}: Question): Call['request'] =>
	filter === undefined || filter.kind === 'all' || rowKindOf(call) === 'event' || call.flags.on('blind') ? call.request : {...call.request, only: filter};

/** `whosaw report PATH…`: the answer to one filter. */
export const report = async (call: Call): Promise<number> => {
	const question = questionOf(call.flags);
	formatOf(call);
	await checkTarget(call);
	const pseudonyms = pseudonymsFor(call);
	const request = requestOf(call, question);
	return withInvestigation(call, request, async (investigation, progress) => {
		if (investigation.sources.length === 0 && investigation.failed.length > 0) {
			return closeWith(call, investigation);
		}

		const masking = await pseudonyms?.(investigation);
		await keepAsked(call, investigation, {...question, masking});
		const made = await makeReport(call, investigation, question, masking);
		const emptied = await emptiedText({call, investigation, request, ...made});
		const said = emptied !== undefined && masking ? maskWords(emptied, made.filter, masking) : emptied;
		const whole = said === undefined ? made.report : withLimitation(made.report, said);
		progress.clear();
		await emit(call, print(call, masking ? maskReport(whole, masking) : whole), investigation.sources);
		if (said !== undefined) {
			warn(call, said);
		}

		return closeWith(call, investigation, masking?.shown);
	});
};

const withLimitation = (made: Report, text: string): Report => ({...made, answer: {...made.answer, limitations: [...made.answer.limitations, text]}});
