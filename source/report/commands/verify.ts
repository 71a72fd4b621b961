import {visibleText} from '../../document/visible-text.ts';
import {usageError} from '../../errors.ts';
import type {LoadRequest} from '../../investigation/investigation.ts';
import type {VerifyCheck} from '../../investigation/verify-case-file.ts';
import {readListOf} from '../../options/read-options.ts';
import type {Call} from '../call.ts';
import {writeToStream} from '../output.ts';
import {workerOf} from './case/worker.ts';
import type {UsedFile} from '../../records/reading.ts';

const checkLine = ({check, ok, message, warning}: VerifyCheck): string =>
	`${ok ? (warning ? 'note  ' : 'ok    ') : 'FAILED'}  ${visibleText(check)}: ${visibleText(message)}\n`;

/** Ids and names that the case had from directories, the rules by which it read the logs, the tickets it held reasons against, and the records of presence. */
const usedOf = ({flags}: Call): Readonly<Record<UsedFile, readonly string[]>> & Pick<LoadRequest, 'lists'> => ({lists: flags.many('list-of').map(text => readListOf(text)), employees: flags.many('employees'), customers: flags.many('customers'), rules: flags.many('rules'), tickets: flags.many('tickets'), presence: flags.many('presence')});

/** `whosaw verify CASE-FILE`: every check in a line; exit code 4 when one does not hold. */
export const verify = async (call: Call): Promise<number> => {
	const [directory, ...more] = call.operands;
	const sources = call.flags.many('sources');
	if (directory === undefined || (more.length > 0 && sources.length === 0)) {
		throw usageError('whosaw verify takes one case file', 'Such as whosaw verify case-file.');
	}

	const {verifyCaseFile} = await import('../../investigation/verify-case-file.ts');
	const {ok, summary, checks} = await verifyCaseFile(directory, {signal: call.signal, signers: call.flags.one('signers'), identity: call.flags.one('identity'), ...(call.flags.said('investigator') ? {worker: workerOf(call)} : {}), ...(sources.length > 0 ? {replay: {...usedOf(call), paths: [...sources, ...more]}} : {})});
	await writeToStream(call.stdout, [...checks.map(check => checkLine(check)), `${summary}\n`]);
	return ok ? 0 : 4;
};
