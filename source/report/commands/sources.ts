import {usageError} from '../../errors.ts';
import type {StreamingInvestigation} from '../../investigation/investigation.ts';
import type {Rejection} from '../../records/source.ts';
import {pseudonymsFor} from '../blinding.ts';
import type {Call} from '../call.ts';
import {checkTarget, emit} from '../emit.ts';
import {withInvestigation} from '../load.ts';
import {maskList} from '../list-lines.ts';
import {maskFailed, maskRejection, maskResolutions, maskSource} from '../mask-report.ts';
import {closeWith} from '../notices.ts';
import type {Pseudonyms} from '../pseudonyms.ts';
import {sourcesJson} from '../sources-json.ts';
import {sourcesText, type SourcesReport} from '../sources-text.ts';

type Rejected = {readonly path: string; readonly rejection: Rejection};

async function * maskRejected(rejected: AsyncIterable<Rejected>, by: Pseudonyms): AsyncGenerator<Rejected> {
	for await (const {path, rejection} of rejected) {
		yield {path: by.shown(path), rejection: maskRejection(rejection, by)};
	}
}

/** As many as of the values that no rule matched. */
const listed = 1000;

const reportOf = async (call: Call, investigation: StreamingInvestigation, by: Pseudonyms | undefined): Promise<SourcesReport> => {
	const resolutions = await investigation.resolutions({limit: listed, signal: call.signal});
	const rejected = call.flags.on('rejected') ? investigation.rejections() : undefined;
	return {
		sources: by ? investigation.sources.map(source => maskSource(source, by)) : investigation.sources,
		failed: by ? investigation.failed.map(source => maskFailed(source, by)) : investigation.failed,
		skipped: by ? investigation.skipped.map(({path, reason}) => ({path: by.shown(path), reason})) : investigation.skipped,
		resolutions: resolutions && by ? maskResolutions(resolutions, by) : resolutions,
		lists: by ? investigation.lists.map(list => maskList(list, by)) : investigation.lists,
		rejected: rejected && by ? maskRejected(rejected, by) : rejected,
	};
};

/** `whosaw sources PATH…`: what would be loaded, and how it is read. */
export const sources = async (call: Call): Promise<number> => {
	const format = call.flags.one('format') ?? 'text';
	if (format !== 'text' && format !== 'json') {
		throw usageError(`whosaw sources has no --format ${format}`, 'Say one of: text, json.');
	}

	await checkTarget(call);
	const pseudonyms = pseudonymsFor(call);
	return withInvestigation(call, call.request, async investigation => {
		const masking = await pseudonyms?.(investigation);
		const report = await reportOf(call, investigation, masking);
		await emit(call, format === 'json' ? sourcesJson(report) : sourcesText(report), investigation.sources);
		return closeWith(call, investigation, masking?.shown);
	});
};
