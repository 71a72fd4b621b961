import {disposeCase} from '../../../investigation/case/dispose.ts';
import {certificateText} from '../../../investigation/case/certificate.ts';
import {openCase} from '../../../investigation/case/open-case.ts';
import {blindOf} from '../../blind-case.ts';
import type {Call} from '../../call.ts';
import {writeToStream} from '../../output.ts';
import {folderOf, tellWarnings, withCase, workerOf} from './worker.ts';

const told = {done: [], finished: ['The disposal was begun before; it is finished now.'], 'was done': ['It was disposed of before; there was nothing left to destroy.']} as const;

/** The certificate without what somebody wrote, and without the names of files: of a case that was destroyed nobody knows whom they name. */
const blindCertificate = async (call: Call): Promise<string> => {
	const opened = openCase(folderOf(call, 'dispose'));
	return withCase(call, opened, async ({calling}) => certificateText(blindOf(opened.state.disposed!, (await calling())!), opened.lines));
};

/** `whosaw case dispose DIR`: destroys what the case holds when its time is over, and leaves its chain and a certificate. */
export const dispose = async (call: Call): Promise<number> => {
	const {flags} = call;
	const {how, certificate} = disposeCase(folderOf(call, 'dispose'), workerOf(call), {reason: flags.one('reason'), retainedUntil: flags.one('retained-until')});
	tellWarnings(call, told[how]);
	await writeToStream(call.stdout, [call.flags.on('blind') ? await blindCertificate(call) : certificate]);
	return 0;
};
