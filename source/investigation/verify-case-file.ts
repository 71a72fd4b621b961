import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {isCase} from '../case/journal-file.ts';
import {usageError} from '../errors.ts';
import {verifyAny, type ArchiveOptions} from '../package/seal/verify-archive.ts';
import type {Worker} from './case/open-case.ts';
import {keepVerified, verifyCase} from './case/verify-case.ts';
import {replay, type ReplayRequest} from './replay.ts';

export type VerifyOptions = Pick<ArchiveOptions, 'signal' | 'signers' | 'identity'> & {
	/** The originals, of which the questions are asked again. */
	readonly replay?: ReplayRequest;
	/** Of a case: who verifies it, for its journal to keep; absent: nobody changes it. */
	readonly worker?: Worker;
};

export type VerifyCheck = {readonly check: string; readonly ok: boolean; readonly message: string; readonly warning?: true};

/** A case is no package, but a chain of acts that can be checked. */
const verifyFolderOfCase = (path: string, {replay: request, worker}: VerifyOptions): ReturnType<typeof verifyCase> => {
	if (request) {
		throw usageError('--sources is for packages', 'whosaw case show DIR asks the exports of a case again, and compares.');
	}

	const report = verifyCase(path);
	return worker ? {...report, findings: [...report.findings, keepVerified(path, worker, report)]} : report;
};

/** Checks a case file, packed or not, with all that stands in it: \`ok\` means that its integrity was checked, never that it is true. */
export const verifyCaseFile = async (path: string, given: VerifyOptions = {}): Promise<{readonly ok: boolean; readonly summary: string; readonly checks: readonly VerifyCheck[]}> => {
	if (isCase(path) && !existsSync(join(path, 'bagit.txt'))) {
		const {ok, summary, findings} = verifyFolderOfCase(path, given);
		return {ok, summary, checks: findings};
	}

	const {replay: request, worker, ...options} = given;
	if (worker) {
		throw usageError('--investigator is for a case, whose journal keeps who verified it', 'A package stays as it is: leave --investigator out.');
	}

	const {ok, summary, findings} = await verifyAny(path, {
		...options, ...(request ? {also: async (directory: string) => replay(directory, {...request, ...(options.signal ? {signal: options.signal} : {})})} : {}),
	});
	return {ok, summary, checks: findings};
};
