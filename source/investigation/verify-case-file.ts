import {verifyAny, type ArchiveOptions} from '../package/seal/verify-archive.ts';
import {replay, type ReplayRequest} from './replay.ts';

export type VerifyOptions = Pick<ArchiveOptions, 'signal' | 'signers' | 'identity'> & {
	/** The originals, of which the questions are asked again. */
	readonly replay?: ReplayRequest;
};

export type VerifyCheck = {readonly check: string; readonly ok: boolean; readonly message: string; readonly warning?: true};

/** Checks a case file, packed or not, with all that stands in it: \`ok\` means that its integrity was checked, never that it is true. */
export const verifyCaseFile = async (path: string, {replay: request, ...options}: VerifyOptions = {}): Promise<{readonly ok: boolean; readonly summary: string; readonly checks: readonly VerifyCheck[]}> => {
	const {ok, summary, findings} = await verifyAny(path, {
		...options, ...(request ? {also: async (directory: string) => replay(directory, {...request, ...(options.signal ? {signal: options.signal} : {})})} : {}),
	});
	return {ok, summary, checks: findings};
};
