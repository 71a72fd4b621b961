import {disposeCase} from '../../../investigation/case/dispose.ts';
import type {Call} from '../../call.ts';
import {writeToStream} from '../../output.ts';
import {folderOf, tellWarnings, workerOf} from './worker.ts';

const told = {done: [], finished: ['The disposal was begun before; it is finished now.'], 'was done': ['It was disposed of before; there was nothing left to destroy.']} as const;

/** `whosaw case dispose DIR`: destroys what the case holds when its time is over, and leaves its chain and a certificate. */
export const dispose = async (call: Call): Promise<number> => {
	const {flags} = call;
	const {how, certificate} = disposeCase(folderOf(call, 'dispose'), workerOf(call), {reason: flags.one('reason'), retainedUntil: flags.one('retained-until')});
	tellWarnings(call, told[how]);
	await writeToStream(call.stdout, [certificate]);
	return 0;
};
