import type {Affected, EventRow, Totals} from '../../records/answer.ts';
import type {Instant} from '../../records/instant.ts';
import type {FailedSource, SkippedFile, Source} from '../../records/source.ts';
import type {Filter} from '../../filter/filter.ts';
import type {CaseView} from '../../investigation/case/case-view.ts';
import type {EventSort, FacetRow, LoadRequest, SystemDays, Timeline} from '../../investigation/investigation.ts';
import type {ListPlace} from '../components/list/state.ts';
import type {ThemeName} from '../theme.ts';
import type {Pseudonyms} from '../../document/known-accounts.ts';
import type {EventList} from '../../investigation/event-lists/event-list.ts';
import type {Layer} from './layer.ts';
import type {LoadState} from './load-state.ts';
import type {NoticedFile} from './noticed-files.ts';
import type {FacetPane, PaneName} from './pane.ts';
import type {CustomersScreen} from '../screens/customers/customers-state.ts';
import type {StartState} from '../screens/start/start-state.ts';
import type {LeadsScreen} from '../screens/leads/leads-state.ts';
import type {SourcesScreen} from '../screens/sources/sources-state.ts';
import type {ScreenName} from './screen.ts';

/** Columns and rows of the terminal. */
export type Size = {readonly columns: number; readonly rows: number};

/** How wide the counts of the facets are: as wide as the widest that was ever shown, so that they never jump back. */
export type CountWidths = {readonly events: number; readonly customers: number};

/** What one looks at. Every change of it can be undone. */
export type View = {
	readonly filter: Filter;
	readonly sort: EventSort;
	readonly descending: boolean;
	/** IANA name of the zone in which times are shown. */
	readonly zone: string;
};

/** An answer and the revision of the question that it answers: an older one is stale and drawn dimmed. */
export type Answered<Value> = {readonly revision: number; readonly value: Value};

export type Facet = {readonly rows: readonly FacetRow[]; readonly more: number};

/** The part of the events that was fetched, in chunks of `chunkSize`; `count` is exact. */
export type EventWindow = {readonly count: number; readonly chunks: ReadonlyMap<number, readonly EventRow[]>};

export type Answers = Readonly<Partial<Record<FacetPane, Answered<Facet>>>> & {
	readonly totals?: Answered<{readonly totals: Totals; readonly affected: Affected}>;
	readonly timeline?: Answered<Timeline>;
	/** The same for each of two accounts alone, whatever the filter says of accounts. */
	readonly overlay?: Answered<{readonly accounts: OverlaidAccounts; readonly timelines: readonly [Timeline, Timeline]}>;
	/** The same without the chips about time: what a range that is being chosen would leave. */
	readonly anyTime?: Answered<Timeline>;
	/** On which days each system wrote anything, whatever the filter says. */
	readonly coverage?: Answered<{readonly zone: string; readonly systems: readonly SystemDays[]}>;
	readonly events?: Answered<EventWindow>;
	/** The chip that leaves nothing, when nothing is left. */
	readonly emptied?: Answered<string | undefined>;
};

/** What is known of the exports once they are loaded; it never changes after that. */
export type Facts = {
	readonly sources: readonly Source[];
	readonly failed: readonly FailedSource[];
	readonly skipped: readonly SkippedFile[];
	readonly notes: readonly string[];
	/** The facets that the exports fill. */
	readonly facets: readonly FacetPane[];
	readonly newest: Instant | undefined;
	readonly loaded: {readonly events: number; readonly customers: number};
	/** Lists that were joined to bulk exports. */
	readonly lists: readonly EventList[];
};

/** A search through all events of the filter; `after` is the place it goes on from. */
export type Finding = {readonly text: string; readonly after: number; readonly by: 1 | -1; readonly blind: boolean};

/** What was marked with Space: values of facets, and events by their rows, in the order in which they were marked. */
export type Marks = {
	readonly values: Readonly<Partial<Record<FacetPane, readonly string[]>>>;
	readonly events: ReadonlyMap<number, EventRow>;
};

/** Two accounts beside each other on the timeline. */
export type OverlaidAccounts = readonly [string, string];

/** What the last search in a pane was, for `n` and `N`. */
export type Found = {readonly pane: PaneName; readonly text: string};

export type State = {
	readonly size: Size;
	/** Said line by line to a screen reader, not drawn: a window has one line, that at which one listens. */
	readonly spoken: boolean;
	readonly screen: ScreenName;
	/** How far down one has scrolled on a screen that is a text. */
	readonly pageTop: number;
	readonly customers: CustomersScreen;
	readonly sources: SourcesScreen;
	readonly leads: LeadsScreen;
	/** The folder of the case that is being looked at, also while it is still read. */
	readonly caseFolder: string | undefined;
	/** The case that is open, as it was last told. */
	readonly opened: CaseView | undefined;
	/** What one can begin with, until something was chosen. */
	readonly start: StartState | undefined;
	/** Names the exports in the header. */
	readonly title: string;
	readonly investigator: string | undefined;
	/** When the list of leaked customers surfaced, where that was said. */
	readonly surfaced: Instant | undefined;
	/** Set when the person said here who acts. */
	readonly actor?: {readonly name: string; readonly agency: string};
	/** What was asked to be loaded, and the paths as they were typed: for the command line that `c` shows. */
	readonly request: LoadRequest;
	readonly commandPaths: readonly string[];
	readonly zones: readonly string[];
	/** How tones look, and what else can be chosen: without colour there is one theme. */
	readonly theme: ThemeName;
	readonly themes: readonly ThemeName[];
	readonly load: LoadState;
	/** Absent until the load is complete. */
	readonly facts: Facts | undefined;
	readonly view: View;
	/** Exports that are not there any more, or not as they were loaded. */
	readonly changed: readonly NoticedFile[];
	readonly past: readonly View[];
	readonly future: readonly View[];
	/** Counts the questions: a new filter is a new revision of all panes, a new order only of the events. */
	readonly revision: number;
	readonly eventsRevision: number;
	readonly answers: Answers;
	/** Of the counts in the facets: it only grows, so that columns stand still. */
	readonly widest: CountWidths;
	/** True when Ctrl-C stopped the questions of this revision. */
	readonly stopped: boolean;
	readonly focus: PaneName;
	/** Which facet was chosen for the last place that facets have; undefined: the next in their order. */
	readonly otherFacet: FacetPane | undefined;
	readonly places: Readonly<Record<PaneName, ListPlace>>;
	readonly marks: Marks;
	/** The events whose records are being read to be copied. */
	readonly citing: {readonly rows: readonly number[]} | undefined;
	/** Which column of the events `+` and `-` act on. */
	readonly eventColumn: number;
	/** Where a range on the timeline was begun with `[`. */
	readonly rangeStart: number | undefined;
	readonly overlay: OverlaidAccounts | undefined;
	readonly masked: boolean;
	/** Accounts are called by their pseudonyms wherever they would be named. */
	readonly blind: boolean;
	readonly pseudonyms: Pseudonyms;
	readonly found: Found | undefined;
	/** The search that goes on now. */
	readonly finding: Finding | undefined;
	/** What lies over the panes; the last has the keys. */
	readonly layers: readonly Layer[];
	/** Filters as they were typed, newest last. */
	readonly history: readonly string[];
	/** What was typed into forms that were left, so that it is there again. */
	readonly drafts: Readonly<Record<string, string>>;
	/** One sentence in the footer, until the next key. */
	readonly message: string | undefined;
	/** Ctrl-C was the last key. */
	readonly armed: boolean;
	/** The event under the cursor was to be opened before it was read: it opens when it comes, unless another key is pressed. */
	readonly awaitsRecord: boolean;
	/** Counts the requests to stop the work in progress. */
	readonly stops: number;
	/** Counts the requests to load again. */
	readonly attempt: number;
	/** The text that was copied last. */
	readonly copied: {readonly text: string} | undefined;
	/** The exit code to leave with. */
	readonly leaving: number | undefined;
	/** Counts the requests to be suspended. */
	readonly suspends: number;
};

/** Events are fetched in pieces of so many rows. */
export const chunkSize = 200;
