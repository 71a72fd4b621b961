import {visibleText} from '../../document/visible-text.ts';
import {usageError} from '../../errors.ts';
import type {Call} from '../call.ts';
import {writeToStream} from '../output.ts';
import {sealingOf, shellWord} from '../sealing.ts';

/** `whosaw export --output DIR` with seals and no path: adds them to the case file that is there. */
export const sealCaseFile = async (call: Call): Promise<number> => {
	const given = call.flags.one('output');
	if (given === undefined || given.trim() === '') {
		throw usageError('whosaw export needs a PATH to export, or with --output the case file that is to be sealed', 'Such as whosaw export --output case-file --timestamp-response answer.tsr.');
	}

	const {sealCaseFile: seal} = await import('../../investigation/seal-case-file.ts');
	const {directory, added, archive} = await seal(given, {...sealingOf(call.flags), investigator: call.flags.one('investigator')}, call.signal);
	await writeToStream(call.stdout, [
		`case file  ${visibleText(directory)}\n`,
		`seals      ${added.join(', ')}\n`,
		...(archive === undefined ? [] : [`archive    ${visibleText(archive)}\n`]),
		`\nTo check it:\n  whosaw verify ${visibleText(shellWord(given))}\n`,
	]);
	return 0;
};
