import {userInfo} from 'node:os';
import {ExpectedError, usageError} from '../../../errors.ts';
import {openToChange, personOf, type Case, type Worker} from '../../../investigation/case/open-case.ts';
import type {Call} from '../../call.ts';
import type {Investigation, LoadOptions} from '../../../investigation/investigation.ts';
import {blindError} from '../../blind-errors.ts';
import {pseudonymsFor} from '../../blinding.ts';
import {warn} from '../../notices.ts';
import type {Pseudonyms} from '../../pseudonyms.ts';
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
export const tellWarnings = ({stderr, flags}: Call, warnings: readonly string[], by?: Pseudonyms): void => {
	if (!flags.on('quiet')) {
		for (const warning of warnings) {
			stderr.write(`note: ${by?.shown(warning) ?? warning}\n`);
		}
	}
};

/** How the exports of a case are opened: watched, stopped when the person wants to, and compared as closely as asked. */
export const loadOptions = ({flags, signal}: Call, {show}: ProgressLine): LoadOptions => ({signal, onProgress: show, ...(flags.on('check-hashes') ? {checkHashes: true} : {})});

/** How accounts are called in what is said of a case; undefined where they are not hidden. Asked of its exports when somebody is first named. */
export type Calling = () => Promise<Pseudonyms | undefined>;

/** The exports of a case, where they can be read: who may be named stands in them. */
const readable = async ({signal}: Call, opened: Case, options: LoadOptions): Promise<Investigation | undefined> => {
	if (opened.state.disposed) {
		return undefined;
	}

	const investigation = await opened.investigation(options).catch(() => undefined);
	signal.throwIfAborted();
	return investigation;
};

export const callingIn = (call: Call, opened: Case, options: LoadOptions): Calling => {
	const pseudonyms = call.flags.on('blind') ? pseudonymsFor(call, opened.lines[0]?.salt) : undefined;
	return async () => {
		const investigation = pseudonyms && await readable(call, opened, options);
		if (pseudonyms && !investigation && !opened.state.disposed) {
			warn(call, 'the exports of the case cannot be read: nobody knows whom its texts name, and none is shown');
		}

		return pseudonyms?.(investigation);
	};
};

/** An error of a case names no account that is hidden; where the exports are what cannot be read, it quotes nothing. */
const hiddenError = async (call: Call, opened: Case, {error, options}: {readonly error: unknown; readonly options: LoadOptions}): Promise<unknown> => {
	if (!call.flags.on('blind') || !(error instanceof ExpectedError)) {
		return error;
	}

	const investigation = await readable(call, opened, options);
	return blindError(error, investigation && await pseudonymsFor(call, opened.lines[0]?.salt)!(investigation));
};

/** Says what is done with an open case, and lets it go, whatever happens: an error names no account that is hidden. */
export const withCase = async <Result>(call: Call, opened: Case, work: (said: {readonly calling: Calling; readonly options: LoadOptions; readonly progress: ProgressLine}) => Promise<Result>): Promise<Result> => {
	const progress = progressLine(call);
	const options = loadOptions(call, progress);
	const calling = callingIn(call, opened, options);
	try {
		tellWarnings(call, opened.warnings, opened.warnings.length > 0 ? await calling() : undefined);
		return await work({calling, options, progress});
	} catch (error) {
		progress.clear();
		throw await hiddenError(call, opened, {error, options});
	} finally {
		progress.clear();
		await opened.close();
	}
};

/** Opens the case for one act. The progress of a load is shown on the way. */
export const changing = async <Result>(call: Call, action: string, work: (opened: Case, options: LoadOptions, calling: Calling) => Promise<Result>): Promise<Result> => {
	const opened = openToChange(folderOf(call, action), workerOf(call));
	return withCase(call, opened, async ({options, calling}) => work(opened, options, calling));
};
