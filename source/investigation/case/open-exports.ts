import type {CaseState} from '../../case/case-state.ts';
import {CancelledError} from '../../errors.ts';
import type {LoadOptions, LoadRequest, StreamingInvestigation} from '../investigation.ts';
import {checkLists, openInvestigation} from '../open-investigation.ts';
import {buildIndex} from './build-index.ts';
import {refuseDisposed} from './disposed.ts';
import {indexKey} from './index-key.ts';
import {checkFrozen} from './leaked-lists.ts';
import {openIndexed} from './open-index.ts';

export type CaseExports = {readonly folder: string; readonly state: CaseState; readonly request: LoadRequest; readonly options?: LoadOptions};

/** Through the index where it holds, and else through one that is built now; without one where the case cannot keep it, or something else is asked than the case reads. */
const open = async ({folder, state, request, options = {}}: CaseExports): Promise<StreamingInvestigation> => {
	const key = await indexKey(folder, state, request).catch(() => undefined);
	if (key === undefined) {
		return openInvestigation(request, options);
	}

	const wanted = {folder, key, request, options};
	const known = await openIndexed(wanted);
	if (known) {
		return known;
	}

	const built = await buildIndex(wanted);
	if (built !== 'built' && built.reason !== undefined) {
		options.onProgress?.({kind: 'noted', text: built.reason});
	}

	return (built === 'built' ? await openIndexed(wanted) : undefined) ?? openInvestigation(request, options);
};

/** The exports of a case, to be asked. How they are read is the case's own: nobody is asked again. */
export const openExports = async (exports: CaseExports): Promise<StreamingInvestigation> => {
	refuseDisposed(exports.folder, exports.state);
	const {decide: _decide, review: _review, ...options} = exports.options ?? {};
	try {
		checkFrozen(exports.folder, exports.state);
		await checkLists(exports.request);
		return await open({...exports, options});
	} catch (error) {
		throw options.signal?.aborted ? new CancelledError() : error;
	}
};
