import {verifyPackage} from '../package/verify-package.ts';

export type VerifyCheck = {readonly check: string; readonly ok: boolean; readonly message: string; readonly warning?: true};

/** Checks a case file with all that stands in it: \`ok\` means that its integrity was checked, never that it is true. */
export const verifyCaseFile = async (directory: string, options: {readonly signal?: AbortSignal} = {}): Promise<{readonly ok: boolean; readonly summary: string; readonly checks: readonly VerifyCheck[]}> => {
	const {ok, summary, findings} = await verifyPackage(directory, options);
	return {ok, summary, checks: findings};
};
