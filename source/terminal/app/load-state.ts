import type {EventRow} from '../../records/answer.ts';
import type {Source} from '../../records/source.ts';
import type {Decision} from '../../investigation/doubt.ts';
import type {Asked} from './asked.ts';

/** One file while it is loaded. */
export type LoadingFile = {
	readonly path: string;
	readonly format?: string;
	readonly preview: readonly EventRow[];
	/** Role → column, of an unknown table. */
	readonly mapping?: Readonly<Record<string, string>>;
	readonly bytes: number;
	readonly ofBytes?: number;
	readonly records: number;
	/** Set when the file is complete. */
	readonly source?: Source;
	readonly error?: string;
};

/** A failure in words: what, where, what next. */
export type Failure = {readonly message: string; readonly where?: string; readonly next?: string; readonly exitCode: number};

export type LoadState = {
	readonly status: 'running' | 'cancelled' | 'failed' | 'complete';
	readonly files: readonly LoadingFile[];
	readonly found?: {readonly files: number; readonly bytes: number};
	readonly phase?: string;
	/** Milliseconds on a clock of the caller; they only ever differ. */
	readonly startedAt: number;
	readonly now: number;
	readonly failure?: Failure;
	/** What the load waits for. */
	readonly asked: Asked | undefined;
	/** Counts what was decided, and what was decided last. */
	readonly decisions: number;
	readonly decision?: Decision;
	/** A person was thinking: the time until the next progress is not that of the load. */
	readonly rested: boolean;
	/** Every unknown table is asked about, clear or not. */
	readonly review: boolean;
};

export const loadStart = (now: number, review = false): LoadState => ({status: 'running', files: [], startedAt: now, now, asked: undefined, decisions: 0, rested: false, review});
