import type {Investigation} from '../investigation/investigation.ts';
import type {Call} from './call.ts';
import {workerOf} from './commands/case/worker.ts';
import {warn} from './notices.ts';
import type {Pseudonyms} from './pseudonyms.ts';
import type {Question} from './question.ts';

/** What is asked of a case beside what it selects stands in its journal before it is answered. */
export const keepAsked = async (call: Call, investigation: Investigation, {resolve, masking}: Pick<Question, 'resolve'> & {readonly masking: Pseudonyms | undefined}): Promise<void> => {
	if (!call.opened) {
		return;
	}

	const [{openCase}, {keepQuestion}] = await Promise.all([import('../investigation/case/open-case.ts'), import('../investigation/case/keep-question.ts')]);
	const opened = openCase(call.opened.folder, workerOf(call));
	try {
		const {beyond, unkept} = await keepQuestion(opened, investigation, resolve(investigation.newest), masking?.account);
		for (const text of [...beyond, ...(unkept === undefined ? [] : [`not kept in the journal: ${unkept}`])]) {
			warn(call, text);
		}
	} finally {
		await opened.close();
	}
};
