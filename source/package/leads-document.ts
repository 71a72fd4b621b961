import type {FoundPresence} from '../records/presence.ts';

/** `whosaw.leads/1`: which accounts are consistent with a list of leaked customers, and whose days are unusual. Where to look next, never who did it. */
export const leadsSchemaName = 'whosaw.leads/1';

export type LeadRow = {
	readonly rank: number;
	readonly employee: string;
	readonly separable: boolean;
	readonly consistentWith: number;
	readonly share: number;
	readonly customers: number;
	readonly netEvidence: number;
	/** Absent: all time. */
	readonly window?: {readonly from: string; readonly to: string};
	readonly strength: string;
	readonly alsoConsistent: readonly string[];
	readonly inseparableFrom: string | null;
	readonly why: readonly string[];
	/** What was found of the account beside records of presence; absent where nothing was. */
	readonly presence?: readonly FoundPresence[];
};

/** What the answer would be without one of several lists; `first` is the account that would be first. */
export type LeftOutRow = {
	readonly list: string;
	readonly sha256: string;
	readonly resolved: number;
	/** Customers whom no other list means, and those whom the other lists mean. */
	readonly only: number;
	readonly left: number;
	readonly verdict: string;
	readonly first: string | null;
	readonly verdictChanges: boolean;
	readonly firstChanges: boolean;
	readonly why: string;
};

/** Without a list `leaked`, `verdict`, `unexplained` and `leads` are absent. */
export type LeadsDocument = {
	readonly schema: typeof leadsSchemaName;
	readonly leaked?: {readonly given: number; readonly resolved: number; /** Of one list; of several that of their hashes, a line each. */ readonly sha256: string};
	readonly verdict?: string;
	readonly unexplained?: number;
	readonly leads?: readonly LeadRow[];
	/** Of several lists, each left out in turn. */
	readonly leaveOneOut?: readonly LeftOutRow[];
	readonly behaviour: ReadonlyArray<{readonly employee: string; readonly state: string; readonly why: readonly string[]; readonly presence?: readonly FoundPresence[]}>;
	/** Every account of which something was found beside records of presence; absent where none were given. */
	readonly presence?: ReadonlyArray<{readonly employee: string; readonly findings: readonly FoundPresence[]}>;
	readonly presenceUnknown?: readonly string[];
	readonly caveats: readonly string[];
};
