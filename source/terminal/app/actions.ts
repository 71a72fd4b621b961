import type {CaseView} from '../../investigation/case/case-view.ts';
import type {ChangedFile, LoadRequest, Progress} from '../../investigation/investigation.ts';
import type {ListMove} from '../components/list/state.ts';
import type {EventRow} from '../../records/answer.ts';
import type {Instant} from '../../records/instant.ts';
import type {Decision} from '../../investigation/doubt.ts';
import type {Asked} from './asked.ts';
import type {CustomersScreen} from '../screens/customers/customers-state.ts';
import type {LeadsScreen} from '../screens/leads/leads-state.ts';
import type {SourcesScreen} from '../screens/sources/sources-state.ts';
import type {StartState} from '../screens/start/start-state.ts';
import type {ThemeName} from '../theme.ts';
import type {Pseudonyms} from '../../document/known-accounts.ts';
import type {Layer, LayerKind} from './layer.ts';
import type {ListOf} from '../../records/reading.ts';
import type {Failure} from './load-state.ts';
import type {FacetPane, PaneName} from './pane.ts';
import type {ScreenName} from './screen.ts';
import type {Answers, Facts, Finding, Found, OverlaidAccounts, Size, View} from './state.ts';

/** What the load tells. `now` is in milliseconds; the reducer never looks at a clock. */
export type LoadAction =
	| {readonly type: 'progress'; readonly progress: readonly Progress[]; readonly now: number}
	| {readonly type: 'loaded'; readonly facts: Facts; readonly now: number}
	| {readonly type: 'load-failed'; readonly failure: Failure}
	| {readonly type: 'load-cancelled'}
	| {readonly type: 'load-again'; readonly now: number; readonly review?: boolean; /** Joined from now on. */ readonly list?: ListOf}
	/** The load waits for a person; or the person changes what they are about to say. */
	| {readonly type: 'doubt'; readonly asked: Asked}
	| {readonly type: 'decide'; readonly decision: Decision};

/** On the screen that one begins with; and what was chosen there, once it is known how to open it. */
export type StartAction =
	| {readonly type: 'start'; readonly change: (start: StartState) => StartState}
	| {readonly type: 'opened'; readonly request: LoadRequest; readonly commandPaths: readonly string[]; readonly caseFolder?: string; /** The secret of the case. */ readonly pseudonymKey?: string; readonly now: number};

/** A pane and its answer, as they come back from the investigation. */
export type AnswerAction =
	| {readonly type: 'answered'; readonly answers: Answers}
	| {readonly type: 'event-rows'; readonly revision: number; readonly chunk: number; readonly rows: readonly EventRow[]}
	| {readonly type: 'question-failed'; readonly message: string}
	| {readonly type: 'questions-stopped'}
	/** Panes that were stopped or failed are asked anew. */
	| {readonly type: 'ask-again'};

export type LookAction =
	| {readonly type: 'view'; readonly change: Partial<View>; readonly message?: string}
	| {readonly type: 'screen'; readonly screen: ScreenName}
	| {readonly type: 'page-top'; readonly top: number}
	/** Changes the screen of customers, also when an answer comes late. */
	| {readonly type: 'customers'; readonly change: (screen: CustomersScreen) => CustomersScreen}
	| {readonly type: 'sources'; readonly change: Partial<SourcesScreen>}
	| {readonly type: 'leads'; readonly change: (screen: LeadsScreen) => LeadsScreen}
	| {readonly type: 'undo'}
	| {readonly type: 'redo'}
	| {readonly type: 'focus'; readonly by: 1 | -1}
	| {readonly type: 'focus'; readonly pane: PaneName}
	| {readonly type: 'move'; readonly move: ListMove}
	| {readonly type: 'place'; readonly pane: PaneName; readonly cursor: number}
	| {readonly type: 'column'; readonly by: 1 | -1}
	| {readonly type: 'range-start'; readonly bucket: number | undefined}
	| {readonly type: 'theme'; readonly theme: ThemeName}
	/** All accounts are known: they are found in every text now. */
	| {readonly type: 'accounts'; readonly pseudonyms: Pseudonyms}
	| {readonly type: 'mask'}
	| {readonly type: 'blind'}
	| {readonly type: 'resized'; readonly size: Size};

export type ExploreAction =
	/** Another facet in the last place that facets have. */
	| {readonly type: 'other-facet'; readonly pane: FacetPane}
	/** Marks the row under the cursor, or takes its mark away. */
	| {readonly type: 'mark'}
	| {readonly type: 'unmark'; readonly pane: PaneName}
	/** Copies these events with their citations; none: that is done or given up. */
	| {readonly type: 'cite'; readonly rows: readonly number[]}
	/** Looks for an event; undefined gives it up. */
	| {readonly type: 'find-event'; readonly finding: Finding | undefined}
	| {readonly type: 'found-event'; readonly place: number | undefined; readonly message: string}
	| {readonly type: 'found'; readonly found: Found}
	/** Two accounts on the timeline; undefined: all of them again. */
	| {readonly type: 'overlay'; readonly accounts: OverlaidAccounts | undefined};

export type LayerAction =
	/** Lays something over the panes. */
	| {readonly type: 'open'; readonly layer: Layer}
	/** The same layer, changed; ignored when it is not on top any more. */
	| {readonly type: 'change'; readonly layer: Layer}
	/** Changes a layer wherever it lies: answers may come late. */
	| {readonly type: 'late'; readonly kind: LayerKind; readonly change: (layer: Layer) => Layer}
	/** Opens the event under the cursor as soon as it is read. */
	| {readonly type: 'await-record'}
	| {readonly type: 'close'}
	/** What was typed into a form that is left. */
	| {readonly type: 'keep'; readonly drafts: Readonly<Record<string, string>>}
	| {readonly type: 'remember'; readonly filterText: string};

export type AppAction =
	/** The case, as its journal says it is now. */
	| {readonly type: 'case'; readonly opened: CaseView; readonly message?: string}
	/** What was done, newest first, where nothing else of the case has changed. */
	| {readonly type: 'journal'; readonly journal: CaseView['journal']}
	/** The exports that are gone or changed now. */
	| {readonly type: 'changed-files'; readonly files: readonly ChangedFile[]; readonly at: Instant}
	| {readonly type: 'say'; readonly message: string | undefined}
	/** A key was pressed: the sentence in the footer has been read. */
	| {readonly type: 'pressed'; readonly interrupt: boolean}
	| {readonly type: 'stop'}
	/** To the clipboard of the terminal; `what` is for the sentence that tells of it. */
	| {readonly type: 'copy'; readonly text: string; readonly what: string}
	| {readonly type: 'suspend'}
	/** Who acts, as they say it themselves. */
	| {readonly type: 'actor'; readonly name: string; readonly agency: string}
	| {readonly type: 'leave'; readonly code: number};

export type Action = StartAction | LoadAction | AnswerAction | LookAction | ExploreAction | LayerAction | AppAction;
