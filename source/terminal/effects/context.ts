import type {Action} from '../app/actions.ts';
import type {State} from '../app/state.ts';
import type {Store} from '../app/store.ts';
import type {ThemeName} from '../theme.ts';
import type {Investigation, LoadOptions, LoadRequest} from '../../investigation/investigation.ts';
import type {LikelyOptions} from '../../investigation/likely-logs.ts';
import type {CaseWork} from '../../investigation/case/case-work.ts';
import type {Workbench} from '../../investigation/workbench.ts';

export type OpenInvestigation = (request: LoadRequest, options?: LoadOptions) => Promise<Investigation>;

/** How what was chosen is opened: a case brings its filter and its own way. */
export type Opening = {readonly request: LoadRequest; readonly commandPaths: readonly string[]; readonly filterText?: string; readonly open?: OpenInvestigation; /** The folder of a case. */ readonly caseFolder?: string; /** By which its accounts are called by the same pseudonyms everywhere. */ readonly pseudonymKey?: string};

/** What the screen that one begins with needs of the disk. */
export type StartDoors = {
	readonly recent: ReadonlyArray<readonly string[]>;
	/** True when nothing was left out for being too much. */
	look(options: LikelyOptions): Promise<boolean>;
	complete(typed: string): Promise<readonly string[]>;
	open(paths: readonly string[]): Promise<Opening>;
	demo(): Promise<Opening>;
};

/** What is kept between runs, and never more than this. */
export type Keep = {
	opened(paths: readonly string[]): Promise<void>;
	actor(name: string, agency: string): Promise<void>;
	theme(name: ThemeName): Promise<void>;
};

/** The case that is open, for everything that reads it or adds to it: only one of them may write the journal. */
export type CaseDesk = {
	/** Its folder; undefined where no case was opened. */
	readonly folder: () => string | undefined;
	readonly isOpen: () => boolean;
	/** The case, for somebody who acts. */
	readonly for: (investigator: string | undefined) => Promise<CaseWork>;
	/** Tells the screens how it stands now. */
	readonly show: (current: CaseWork) => Promise<void>;
	/** Something was added to the journal that changes nothing else of the case. */
	readonly acted: () => void;
	/** Tells the screens what was done, where nothing but the journal has changed since they were told. */
	readonly tellJournal: () => void;
	readonly close: () => Promise<void>;
};

/** What effects work with. They look at the state after every change, ask what it lacks, and dispatch what comes back. */
export type EffectContext = {
	readonly store: Store<State, Action>;
	readonly open: OpenInvestigation;
	/** Where a case is worked on and case files are written. */
	readonly workbench: Workbench;
	readonly request: LoadRequest;
	/** A filter to begin with, once everything is loaded. */
	readonly filterText: string | undefined;
	/** Milliseconds that only ever grow. */
	readonly now: () => number;
	/** The moment, for what is written into a case file. */
	readonly date: () => Date;
	/** The case that is open, when one was named. */
	readonly caseFolder?: string;
	/** Where that case is read and added to. */
	readonly desk: CaseDesk;
	/** Set while there is one; and how what was chosen on the first screen is opened. */
	readonly held: {investigation: Investigation | undefined; opening?: Opening};
	/** Present when nothing was named. */
	readonly start?: StartDoors;
	/** What is kept between runs. */
	readonly keep?: Keep;
};

/** Looks at the state after a change. `end` gives up whatever it has begun; what must not be left half done it waits for. */
export type Effect = {readonly look: (state: State) => void; readonly end: () => void | Promise<void>};
