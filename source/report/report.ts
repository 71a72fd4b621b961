import type {Answer, EventRow} from '../records/answer.ts';
import type {FailedSource, Source} from '../records/source.ts';

/** What the rows of csv and ndjson are. */
export const rowKinds = ['customer', 'employee', 'data-type', 'day', 'country', 'event'] as const;
export type RowKind = typeof rowKinds[number];

/** Everything a report prints, as plain data: each format is a function of it. */
export type Report = {
	readonly version: string;
	readonly filter: {
		/** Canonical text; empty when nothing was asked. */
		readonly text: string;
		/** The time window of the whole filter, where it has one: `[from, to)`. */
		readonly from?: number;
		readonly to?: number;
		readonly displayTimezone: string;
	};
	readonly sources: readonly Source[];
	readonly failed: readonly FailedSource[];
	readonly answer: Answer;
	/** Every matching event, denied ones too; asked for only by rows of events. */
	readonly events: () => AsyncIterable<EventRow>;
};
