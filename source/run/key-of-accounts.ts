/** By which the app calls accounts when it is blind, as all that is printed of the same case; by chance where nobody gave a key. */
export const keyOfAccounts = (environment: Readonly<Record<string, string | undefined>>, maskKey: string | undefined): {readonly pseudonymKey?: string} => {
	const pseudonymKey = environment['WHOSAW_MASK_KEY'] || maskKey;
	return pseudonymKey === undefined ? {} : {pseudonymKey};
};
