import {BugError, CancelledError, ExpectedError} from '../errors.ts';

/** What to print on stderr, and how the process ends. */
export type Ending = {readonly text: string; readonly exitCode: number};

/** Faults of the machine that a person can do something about. */
const systemFaults: Readonly<Record<string, {readonly message: string; readonly next: string}>> = {
	ENOENT: {message: 'no such file or folder', next: 'Check the path.'},
	EACCES: {message: 'permission denied', next: 'Ask for the right to it, or choose another place.'},
	EPERM: {message: 'the system does not permit this', next: 'Ask for the right to it, or choose another place.'},
	EROFS: {message: 'this disk can only be read', next: 'Choose another place.'},
	ENOSPC: {message: 'the disk is full', next: 'Make room, or choose another place.'},
	EDQUOT: {message: 'your share of the disk is full', next: 'Make room, or choose another place.'},
	EISDIR: {message: 'this is a folder, where a file is expected', next: 'Name a file.'},
	ENOTDIR: {message: 'a part of this path is a file, where a folder is expected', next: 'Check the path.'},
	EMFILE: {message: 'too many files are open', next: 'Raise the limit (ulimit -n), or load fewer files.'},
	EIO: {message: 'the disk or the network share failed while reading or writing', next: 'Copy the files to another disk and try again.'},
	ENAMETOOLONG: {message: 'this name is too long', next: 'Choose a shorter one.'},
};

/** Control characters in paths and messages become `?`: values never reach a terminal raw, nor does an error about them. */
const shown = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, character => character === '\n' || character === '\t' ? character : '?');

const indent = (text: string): string => text.split('\n').map(line => `  ${line}\n`).join('');

const expectedText = ({message, where, next}: {readonly message: string; readonly where?: string; readonly next?: string}): string =>
	`error: ${message}\n${where === undefined ? '' : indent(where)}${next === undefined ? '' : indent(next)}`;

const stackOf = (error: unknown): string => {
	const {stack, cause} = error instanceof Error ? error : {stack: String(error), cause: undefined};
	return `${stack ?? ''}\n${cause === undefined ? '' : `caused by: ${stackOf(cause)}`}`;
};

const bugText = (error: unknown, verbose: boolean): string => [
	`error: whosaw itself failed: ${error instanceof Error ? error.message : String(error)}`,
	'  This is a fault of whosaw, not of your files. Please report it with the command you gave',
	verbose ? '  and the lines below; leave out names of customers.' : '  and what it prints with --verbose added; leave out names of customers.',
	...(verbose ? [stackOf(error)] : []),
	'',
].join('\n');

const systemError = (error: unknown): {readonly message: string; readonly where?: string; readonly next: string} | undefined => {
	const {code, path, syscall} = error as NodeJS.ErrnoException;
	const fault = code !== undefined && syscall !== undefined && Object.hasOwn(systemFaults, code) ? systemFaults[code] : undefined;
	return fault && {...fault, ...(path === undefined ? {} : {where: path})};
};

/** The words and the exit code of an error. No stack trace but with --verbose. */
export const endingOf = (error: unknown, verbose: boolean): Ending => {
	if (error instanceof CancelledError || (error instanceof Error && error.name === 'AbortError')) {
		return {text: 'interrupted\n', exitCode: 130};
	}

	const known = error instanceof ExpectedError ? error : (error instanceof Error && !(error instanceof BugError) ? systemError(error) : undefined);
	if (known === undefined) {
		return {text: shown(bugText(error, verbose)), exitCode: 1};
	}

	const details = verbose ? `${stackOf(error)}\n` : '';
	return {text: shown(expectedText(known) + details), exitCode: error instanceof ExpectedError ? error.exitCode : 1};
};
