import type {Action} from '../app/actions.ts';
import type {State} from '../app/state.ts';
import type {Store} from '../app/store.ts';
import type {Investigation, LoadOptions, LoadRequest} from '../../investigation/investigation.ts';

export type OpenInvestigation = (request: LoadRequest, options?: LoadOptions) => Promise<Investigation>;

/** What effects work with. They look at the state after every change, ask what it lacks, and dispatch what comes back. */
export type EffectContext = {
	readonly store: Store<State, Action>;
	readonly open: OpenInvestigation;
	readonly request: LoadRequest;
	/** A filter to begin with, once everything is loaded. */
	readonly filterText: string | undefined;
	/** Milliseconds that only ever grow. */
	readonly now: () => number;
	/** The moment, for what is written into a case file. */
	readonly date: () => Date;
	/** Set while there is one. */
	readonly held: {investigation: Investigation | undefined};
};

/** Looks at the state after a change. `end` gives up whatever it has begun. */
export type Effect = {readonly look: (state: State) => void; readonly end: () => void};
