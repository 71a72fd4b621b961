import type {LoadOptions} from '../investigation.ts';

/** One affected customer, in a form in which cases and packages can be compared. */
export type SideCustomer = {
	readonly dataTypes: readonly string[];
	readonly level: string;
	readonly events: number;
	readonly employees: readonly string[];
	/** When they were told already, and how. */
	readonly notified?: string;
	/** Numbers of the selections that reach them. */
	readonly selections: readonly number[];
};

/** An account, and everything else that it is called by. */
export type NamedAccount = {readonly account: string; readonly names: readonly string[]};

/** A selection or an exclusion. */
export type SideQuestion = {readonly number: number; readonly filter: string; readonly reason: string};

/** A case, one of its revisions, or a package: what it says of whom. Customers are called by visible text, as packages call them. */
export type Side = {
	readonly kind: 'case' | 'revision' | 'package';
	/** As it was named. */
	readonly name: string;
	/** The act of the journal up to which it says what it says. */
	readonly head: {readonly seq: number; readonly hash: string} | undefined;
	readonly customers: ReadonlyMap<string, SideCustomer>;
	readonly selections: readonly SideQuestion[];
	readonly exclusions: readonly SideQuestion[];
	/** Customers of whom accesses were taken out, with the numbers of the exclusions. */
	readonly excluded: ReadonlyMap<string, readonly number[]>;
	readonly sources: ReadonlyArray<{readonly path: string; readonly sha256: string}>;
	/** Everybody who was told, affected or not any more. */
	readonly notified: ReadonlyMap<string, string>;
	/** Every account that may be named in it; only where that was asked for. */
	readonly named?: readonly NamedAccount[];
	/** Secret of a case, by which its pseudonyms are the same everywhere. */
	readonly maskKey?: string;
};

/** `naming`: who may be named in it is asked for, too. */
export type SideOptions = LoadOptions & {readonly naming?: boolean};
