/** What makes a text of the logs stand for somebody whose id is another one, in the words of a case file. */
export const identityClaims = {
	'directory e-mail': 'a row of the directory has this address',
	'directory login': 'a row of the directory has this login',
	'logged e-mail': 'a row of the directory has the address that stands beside it in the logs',
	'letters\' case': 'an address means the same in any case of letters',
	'salesforce 15/18': 'the last three of 18 characters say which of the 15 before them are capitals',
} as const;

export type IdentityClaim = keyof typeof identityClaims;

/** An id, a login or an address by which the logs have somebody who is called by another id. That both are one is a claim. */
export type Identity = {readonly kind: 'customer' | 'employee'; readonly id: string; readonly asLogged: string; readonly how: IdentityClaim};

/** The first of a list, and how many more there are. */
export type FirstOf<Item> = {readonly first: readonly Item[]; readonly more: number};

/** What the directories could not settle of one kind, and what was joined. */
export type Resolution = {
	/** Ids of the logs that the directory does not have; absent where none was given. */
	readonly unresolved?: FirstOf<string>;
	readonly merged: FirstOf<Identity>;
};

export type Resolutions = {readonly customers: Resolution; readonly employees: Resolution};
