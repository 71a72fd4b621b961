import type {Instant} from '../../records/instant.ts';
import type {FoundPresence, Presence} from '../../records/presence.ts';
import type {Strength, Verdict} from '../../leads/verdict.ts';
import type {BehaviourState} from '../../leads/behaviour.ts';
import type {LeakedList} from './load-lists.ts';

export type {LeakedList} from './load-lists.ts';

/** The strengths of evidence and the verdicts, in words of the contract. */
export type {Strength, Verdict} from '../../leads/verdict.ts';

export type LeadsAsk = {
	/** The moment the list surfaced, or the first day after it: what was reached later is left out. */
	readonly surfaced?: Instant;
	/** The act of the case that keeps it, where nobody said it now. */
	readonly surfacedAct?: number;
	/** Decides where days break. */
	readonly displayTimezone?: string;
	/** What is known of how exports were selected; one that was filtered on employees rigs the answer. */
	readonly selections?: ReadonlyArray<{readonly path: string; readonly selection?: string}>;
	/** Who asks: their own account in the data is said. */
	readonly investigator?: string;
	/** What accounts are called instead of their ids, in every sentence too; then they have no names. */
	readonly called?: (account: string) => string;
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: {readonly text: string; readonly done: number}) => void;
};

/** Whole days, both included, `2020-10-03`. */
export type DayWindow = {readonly from: string; readonly to: string};

/** An account whose accesses are consistent with a part of the list. */
export type Lead = {
	readonly rank: number;
	readonly employee: string;
	readonly name?: string;
	readonly separable: boolean;
	/** Listed customers in the window. */
	readonly consistentWith: number;
	/** The part of the list that it stands for beside the others. */
	readonly share: number;
	/** Distinct customers of the account in the window. */
	readonly customers: number;
	readonly netEvidence: number;
	/** Absent: all time. */
	readonly window?: DayWindow;
	readonly strength: Strength;
	readonly alsoConsistent: readonly string[];
	/** The team, system, report or market that it cannot be told from. */
	readonly inseparableFrom?: string;
	/** Sentences that name no account. */
	readonly why: readonly string[];
	/** What was found of it beside records of presence; absent where nothing was. */
	readonly presence?: readonly FoundPresence[];
};

/** What is no person and consistent with a part of the list: a team, a system, a report, a market. */
export type GroupLead = Pick<Lead, 'consistentWith' | 'share' | 'netEvidence' | 'window' | 'strength'> & {readonly group: string};

/** An account on days unlike its own other days and unlike its team. */
export type Behaviour = {readonly employee: string; readonly name?: string; readonly state: BehaviourState; readonly why: readonly string[]; /** The strongest day, or its days, as a filter says them: `2026-03-02..2026-03-31`. */ readonly day: string} & Pick<Lead, 'presence'>;

/** An account that was used beside records of presence. An account of which nothing is recorded is not here, whatever it did. */
export type PresenceLead = Presence & {readonly employee: string; readonly name?: string};

/** What the answer would be without one of several lists: whether it rests on one source. */
export type ListLeftOut = {
	readonly list: string;
	readonly sha256: string;
	/** Customers that the list means, and those of them whom no other list means. */
	readonly resolved: number;
	readonly only: number;
	/** Customers of the other lists. */
	readonly left: number;
	readonly verdict: Verdict;
	/** The account that would be first; absent where none would be. */
	readonly first?: string;
	readonly name?: string;
	readonly verdictChanges: boolean;
	readonly firstChanges: boolean;
	/** A sentence that names no account. */
	readonly why: string;
};

/** What became of the entries of a list; whom they mean is in the ranking. */
export type ListRead = Omit<LeakedList, 'customers'>;

/** What a list of leaked customers is consistent with. */
export type ListAnswer = {
	readonly leaked: {readonly given: number; readonly resolved: number; readonly sha256: string};
	readonly verdict: Verdict;
	/** The verdict as a sentence. */
	readonly because: string;
	/** Each list with what became of its entries. */
	readonly lists: readonly ListRead[];
	/** Absent where nothing was ranked. */
	readonly unexplained?: number;
	readonly leads: readonly Lead[];
	readonly groups: readonly GroupLead[];
	/** Of several lists, in their order; absent of one, and where nothing may be ranked. */
	readonly leaveOneOut?: readonly ListLeftOut[];
};

export type Leads = {
	/** What was reached from this moment on was left out. */
	readonly surfaced?: Instant;
	/** Absent without a list. */
	readonly list?: ListAnswer;
	readonly behaviour: readonly Behaviour[];
	/** Absent where no records of presence were given. */
	readonly presence?: readonly PresenceLead[];
	/** Whom the records of presence name, and neither the exports nor the directory do; absent where there is nobody, or accounts are hidden. */
	readonly presenceUnknown?: readonly string[];
	readonly caveats: readonly string[];
};
