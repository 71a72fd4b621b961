import {relative} from 'node:path';
import {visibleText} from '../../../document/visible-text.ts';
import {usageError} from '../../../errors.ts';
import {reviewCase} from '../../../investigation/case/review.ts';
import {attachHeadAnswer, checkKeys, sealHead} from '../../../investigation/case/seal-head.ts';
import type {Call} from '../../call.ts';
import {writeToStream} from '../../output.ts';
import {changing, folderOf, workerOf} from './worker.ts';

/** An authority answers later than a person reviews: its answer is attached by a call of its own. */
const attach = async (call: Call, answer: string): Promise<number> => {
	const folder = folderOf(call, 'review');
	await writeToStream(call.stdout, [`time stamp attached: ${visibleText(relative(folder, await attachHeadAnswer(folder, answer)))}\n`]);
	return 0;
};

/** `whosaw case review DIR --investigator NAME`: a second person confirms what the case says now, and may sign the head of its journal. */
export const review = async (call: Call): Promise<number> => {
	const answer = call.flags.one('timestamp-response');
	const keys = call.flags.many('sign');
	if (answer !== undefined) {
		if (keys.length > 0) {
			throw usageError('--timestamp-response is for a head that was signed before', 'Review with --sign first, send the .tsq to the authority, and attach its answer with a call of its own.');
		}

		return attach(call, answer);
	}

	const investigator = call.flags.one('investigator');
	if (investigator === undefined) {
		throw usageError('whosaw case review needs --investigator', 'Say who reviews: --investigator "M. Chen <m.chen@example.com>".');
	}

	const worker = workerOf(call);
	return changing(call, 'review', async opened => {
		await checkKeys(keys);
		const revision = reviewCase(opened, worker.by);
		await writeToStream(call.stdout, [`revision ${revision.slice(0, 12)} reviewed by ${visibleText(worker.by.name)}\n`]);
		if (keys.length > 0) {
			const head = await sealHead(opened, {keys, investigator, signal: call.signal});
			await writeToStream(call.stdout, [`signed: ${visibleText(relative(opened.folder, head))}; its .tsq is the request for a time stamp\n`]);
		}

		return 0;
	});
};
