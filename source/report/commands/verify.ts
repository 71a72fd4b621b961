import {visibleText} from '../../document/visible-text.ts';
import {usageError} from '../../errors.ts';
import type {Call} from '../call.ts';
import {writeToStream} from '../output.ts';

/** `whosaw verify CASE-FILE`: every check in a line; exit code 4 when one does not hold. */
export const verify = async (call: Call): Promise<number> => {
	const [directory, ...more] = call.operands;
	if (directory === undefined || more.length > 0) {
		throw usageError('whosaw verify takes one case file', 'Such as whosaw verify case-file.');
	}

	const {verifyCaseFile} = await import('../../investigation/verify-case-file.ts');
	const {ok, checks} = await verifyCaseFile(directory);
	const failed = checks.filter(check => !check.ok).length;
	const last = ok
		? `integrity checked: ${checks.length} of ${checks.length} checks hold. The files are unchanged; whether they are true is another question.`
		: `DOES NOT HOLD: ${failed} of ${checks.length} checks failed.`;
	await writeToStream(call.stdout, [...checks.map(({check, ok: holds, message}) => `${holds ? 'ok    ' : 'FAILED'}  ${visibleText(check)}: ${visibleText(message)}\n`), `${last}\n`]);
	return ok ? 0 : 4;
};
