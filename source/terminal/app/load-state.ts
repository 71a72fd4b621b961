import type {EventRow} from '../../records/answer.ts';
import type {Source} from '../../records/source.ts';

/** One file while it is loaded. */
export type LoadingFile = {
	readonly path: string;
	readonly format?: string;
	readonly preview: readonly EventRow[];
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
};

export const loadStart = (now: number): LoadState => ({status: 'running', files: [], startedAt: now, now});
