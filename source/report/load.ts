import type {Investigation, LoadRequest, StreamingInvestigation} from '../investigation/investigation.ts';
import {blindError} from './blind-errors.ts';
import {pseudonymsFor} from './blinding.ts';
import type {Call} from './call.ts';
import {progressLine, type ProgressLine} from './progress.ts';

/** An error of a question names nobody either; where not even that can be found out, it quotes nothing. */
const hiddenBy = async (call: Call, investigation: Investigation, error: unknown): Promise<unknown> => {
	try {
		return blindError(error, await pseudonymsFor(call)?.(investigation));
	} catch {
		return blindError(error);
	}
};

/** Loads, tells whoever watches, asks, and closes whatever happens. */
export const withInvestigation = async <Result>(
	call: Call,
	request: LoadRequest,
	work: (investigation: StreamingInvestigation, progress: ProgressLine) => Promise<Result>,
): Promise<Result> => {
	const progress = progressLine(call);
	try {
		const investigation = await call.open(request, {signal: call.signal, onProgress: progress.show}).catch(async (error: unknown) => {
			throw call.flags.on('blind') ? blindError(error) : error;
		});
		try {
			progress.clear();
			return await work(investigation, progress);
		} catch (error) {
			throw call.flags.on('blind') ? await hiddenBy(call, investigation, error) : error;
		} finally {
			await investigation.close();
		}
	} finally {
		progress.clear();
	}
};
