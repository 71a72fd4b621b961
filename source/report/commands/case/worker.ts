import {userInfo} from 'node:os';
import {usageError} from '../../../errors.ts';
import {openToChange, personOf, type Case, type Worker} from '../../../investigation/case/open-case.ts';
import type {Call} from '../../call.ts';
import type {LoadOptions} from '../../../investigation/investigation.ts';
import {progressLine, type ProgressLine} from '../../progress.ts';

/** Who acts: the name that was said, or the account of this machine; every act in the journal carries it. */
export const workerOf = (call: Call): Worker => ({by: personOf(call.flags.one('investigator') ?? userInfo().username), now: call.now});

/** The first operand behind the action: the case. */
export const folderOf = ({operands}: Call, action: string): string => {
	const folder = operands[1];
	if (folder === undefined) {
		throw usageError(`whosaw case ${action} needs a case`, `Name its folder: whosaw case ${action} DIR.`);
	}

	return folder;
};

export const textOf = ({flags}: Call, name: 'reason' | 'file', action: string): string => {
	const value = flags.one(name);
	if (value === undefined || value.trim() === '') {
		throw usageError(`whosaw case ${action} needs --${name}`, name === 'reason' ? 'Say why, such as --reason "complaint of 12 October": it stands in the case file.' : 'Name a file, such as --file facts.json.');
	}

	return value;
};

/** Tells on stderr what a person should know of how the case was found. */
export const tellWarnings = ({stderr, flags}: Call, warnings: readonly string[]): void => {
	if (!flags.on('quiet')) {
		for (const warning of warnings) {
			stderr.write(`note: ${warning}\n`);
		}
	}
};

/** How the exports of a case are opened: watched, stopped when the person wants to, and compared as closely as asked. */
export const loadOptions = ({flags, signal}: Call, {show}: ProgressLine): LoadOptions => ({signal, onProgress: show, ...(flags.on('check-hashes') ? {checkHashes: true} : {})});

/** Opens the case for one act and lets it go, whatever happens. The progress of a load is shown on the way. */
export const changing = async <Result>(call: Call, action: string, work: (opened: Case, options: Parameters<Case['investigation']>[0]) => Promise<Result>): Promise<Result> => {
	const opened = openToChange(folderOf(call, action), workerOf(call));
	const progress = progressLine(call);
	try {
		tellWarnings(call, opened.warnings);
		return await work(opened, loadOptions(call, progress));
	} finally {
		progress.clear();
		await opened.close();
	}
};
