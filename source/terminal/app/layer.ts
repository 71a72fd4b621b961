import type {CaseCounts} from '../../investigation/case/case-counts.ts';
import type {EventList} from '../../investigation/event-lists/event-list.ts';
import type {Outline} from '../../investigation/export-outline.ts';
import type {ExportRequest, ExportResult, RecordDetail} from '../../investigation/investigation.ts';
import type {Rejection} from '../../records/source.ts';
import type {FactName} from '../components/facts-form/fact-name.ts';
import type {Editor} from '../components/line-editor/state.ts';
import type {Line} from '../drawing/line.ts';
import type {PaneName} from './pane.ts';

/** A value that could stand where the cursor of the filter line is. */
export type Completions = {
	readonly items: readonly string[];
	/** Which one Tab takes. */
	readonly cursor: number;
	/** The piece of the text that an item replaces. */
	readonly from: number;
	readonly to: number;
	/** The text and cursor that they belong to; for others they are out of date. */
	readonly of: Editor;
};

/** Where a typed text stops being understood; counted from 0. */
export type Problem = {readonly message: string; readonly at?: number; readonly next?: string};

export type FilterLayer = {
	readonly kind: 'filter';
	readonly editor: Editor;
	/** How far back in the history; 0 is the line itself. */
	readonly back: number;
	/** The line itself, kept while one looks through the history. */
	readonly typed: string;
	readonly problem?: Problem;
	readonly completions?: Completions;
};

export type TimeLayer = {readonly kind: 'time'; readonly editor: Editor; readonly cursor: number; readonly problem?: Problem};
/** `from` is where the cursor stood when the search began. */
export type FindLayer = {readonly kind: 'find'; readonly editor: Editor; readonly pane: PaneName; readonly from: number};
export type PaletteLayer = {readonly kind: 'palette'; readonly editor: Editor; readonly cursor: number};
export type HelpLayer = {readonly kind: 'help'; readonly top: number};
/** The lead under the cursor, the verdict and all caveats in whole sentences. */
export type LeadsTextLayer = {readonly kind: 'leads-text'; readonly top: number};
export type CommandLayer = {readonly kind: 'command'; readonly top: number};
/** Rejected records of one source and one reason, as they stand in the export. */
export type RejectsLayer = {readonly kind: 'rejects'; readonly path: string; readonly reason: string; readonly records: number; readonly items?: readonly Rejection[]; readonly failure?: string; readonly top: number};

export type RuleStatus = {readonly is: 'asking' | 'writing'; readonly problem?: string} | {readonly is: 'done'; readonly id: string; readonly path: string};

/** A rule that is written for a value of a log. */
export type RuleLayer = {
	readonly kind: 'rule';
	readonly about: {readonly field: 'column' | 'action' | 'resource'; readonly value: string; readonly records: number};
	readonly pattern: Editor;
	readonly types: Editor;
	readonly path: Editor;
	readonly part: 'pattern' | 'types' | 'path';
	readonly status: RuleStatus;
};

/** What is done to the case with the accesses of the filter, and why. */
export type CaseActStatus =
	| {readonly is: 'asking'; readonly problem?: string}
	| {readonly is: 'running'}
	| {readonly is: 'done'; readonly lines: readonly string[]};

export type CaseActLayer = {
	readonly kind: 'case-act';
	readonly act: 'select' | 'exclude' | 'restore' | 'note' | 'unmask' | 'unblind';
	readonly reason: Editor;
	readonly status: CaseActStatus;
	/** To restore: which of the exclusions, the newest first. */
	readonly chosen?: number;
	/** To select or exclude: the counts of the case with it, once they are known, and whom an exclusion takes out; or why they are not. */
	readonly foreseen?: {readonly counts: CaseCounts; readonly taken?: {readonly accesses: number; readonly customersOut: readonly string[]}} | {readonly failure: string};
};

/** A list behind a bulk export is looked at before it is joined. */
export type ListStatus = {readonly is: 'asking'; readonly problem?: string} | {readonly is: 'checking'} | {readonly is: 'checked' | 'joining'; readonly list: EventList};

/** The list behind the bulk export that lies open. */
export type ListLayer = {
	readonly kind: 'list';
	/** Id of the event, the record that it is, and what that says of numbers. */
	readonly event: string;
	readonly about: string;
	readonly said: string;
	readonly path: Editor;
	/** Paths that begin as what is typed. */
	readonly completions?: {readonly of: string; readonly items: readonly string[]};
	readonly status: ListStatus;
};

export type QuitLayer = {readonly kind: 'quit'};

/** Who acts, asked once; `command` goes on when it is known. */
export type ActorLayer = {
	readonly kind: 'actor';
	readonly name: Editor;
	readonly agency: Editor;
	readonly field: 'name' | 'agency';
	readonly problem: string | undefined;
	readonly command: string;
};

/** The rows of a long record as far as they were made, and how it was looked at. */
export type LaidOut = {readonly detail: RecordDetail; readonly zone: string; readonly masked: boolean; readonly width: number; readonly lines: readonly Line[]; readonly isWhole: boolean};

/** `position` is the place of the event in the list, so that j and k go to its neighbours. */
export type RecordLayer = {
	readonly kind: 'record';
	readonly row: number;
	readonly position: number;
	/** Rows of another list that it was opened from; absent: that of Explore. */
	readonly among?: readonly number[];
	readonly detail?: RecordDetail;
	readonly laid?: LaidOut;
	readonly failure?: string;
	readonly top: number;
};

/** Whom a case file is for. */
export type Audience = NonNullable<ExportRequest['audience']>;

export type ExportStatus =
	| {readonly is: 'asking'; readonly problem?: string}
	| {readonly is: 'running'; readonly text: string; readonly done: number; readonly of: number}
	/** It was asked to stop, and takes away what it has begun. */
	| {readonly is: 'stopping'}
	/** `commands` check it, line by line, from the folder that one stands in. */
	| {readonly is: 'done'; readonly result: ExportResult; readonly commands: readonly string[]};

/** A row of the form. */
export type ExportPart = 'audience' | 'facts' | 'reason' | 'directory' | 'pack' | 'key' | 'recipients' | 'start';

/** A case file that is about to be written: of what the case selects, or of what the filter leaves. */
export type ExportLayer = {
	readonly kind: 'export';
	readonly of: 'case' | 'filter';
	readonly audience: Audience;
	readonly directory: Editor;
	/** Of a filter; a case has its reasons. */
	readonly reason: Editor;
	readonly key: Editor;
	readonly recipients: Editor;
	readonly zip: boolean;
	readonly part: ExportPart;
	/** What each audience gets of the package, once it is known. */
	readonly outlines?: ReadonlyMap<Audience, Outline>;
	readonly status: ExportStatus;
};

/** Facts of the incident that a case does not have, asked for an audience. */
export type FactsLayer = {
	readonly kind: 'facts';
	readonly audience: Audience;
	readonly names: readonly FactName[];
	readonly texts: Readonly<Partial<Record<FactName, Editor>>>;
	readonly part: FactName;
	readonly status: {readonly is: 'asking'; readonly problem?: string} | {readonly is: 'running'};
};

export type Layer = ActorLayer | FilterLayer | TimeLayer | FindLayer | PaletteLayer | HelpLayer | CommandLayer | LeadsTextLayer | RejectsLayer | RuleLayer | ListLayer | QuitLayer | RecordLayer | ExportLayer | FactsLayer | CaseActLayer;
export type LayerKind = Layer['kind'];
