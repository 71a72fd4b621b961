import type {LoadRequest, StreamingInvestigation} from '../investigation/investigation.ts';
import type {Call} from './call.ts';
import {progressLine, type ProgressLine} from './progress.ts';

/** Loads, tells whoever watches, asks, and closes whatever happens. */
export const withInvestigation = async <Result>(
	call: Call,
	request: LoadRequest,
	work: (investigation: StreamingInvestigation, progress: ProgressLine) => Promise<Result>,
): Promise<Result> => {
	const progress = progressLine(call);
	try {
		const investigation = await call.open(request, {signal: call.signal, onProgress: progress.show});
		try {
			progress.clear();
			return await work(investigation, progress);
		} finally {
			await investigation.close();
		}
	} finally {
		progress.clear();
	}
};
