import type {EventRow} from '../records/answer.ts';
import type {StoredEvent} from '../store/questions/events.ts';
import type {LoadedSource} from './loaded-source.ts';
import {recordNumber} from './source-summary.ts';

/** The stable id of an event: the same file and record give the same id on every machine. */
export const eventId = (sha256: string, record: number): string => `${sha256.slice(0, 16)}-${record}`;

/** Adds what only the sources know: the path, the record number, the id. */
export const eventRow = (stored: StoredEvent, sources: readonly LoadedSource[]): EventRow => {
	const loaded = sources[stored.source]!;
	const record = recordNumber(loaded.scan, stored.n);
	const {n: _, ...event} = stored;
	return {...event, id: eventId(loaded.source.sha256, record), source: loaded.source.path, record};
};
