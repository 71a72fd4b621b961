import {verifyAny, type ArchiveOptions} from '../package/seal/verify-archive.ts';

export type VerifyOptions = Pick<ArchiveOptions, 'signal' | 'signers' | 'identity'>;

export type VerifyCheck = {readonly check: string; readonly ok: boolean; readonly message: string; readonly warning?: true};

/** Checks a case file, packed or not, with all that stands in it: \`ok\` means that its integrity was checked, never that it is true. */
export const verifyCaseFile = async (path: string, options: VerifyOptions = {}): Promise<{readonly ok: boolean; readonly summary: string; readonly checks: readonly VerifyCheck[]}> => {
	const {ok, summary, findings} = await verifyAny(path, options);
	return {ok, summary, checks: findings};
};
