import {BugError, ExpectedError} from '../errors.ts';
import type {EventRow} from '../records/answer.ts';
import {formatInstant} from '../records/instant.ts';
import type {Session} from '../store/database.ts';
import {eventAt} from '../store/questions/events.ts';
import type {StoredEvent} from '../store/questions/events.ts';
import {askEventPresence} from '../store/questions/event-presence.ts';
import type {Context} from './context.ts';
import {eventRow} from './event-rows.ts';
import type {RecordDetail} from './investigation.ts';
import type {LoadedSource} from './loaded-source.ts';
import {changeWords, citationOf, recordsAgain} from './records-again.ts';
import {changeOf} from './same-file.ts';
import {understand, type Understood} from './second-reader.ts';

/** The record behind an event, read again, and whether both readers understand it alike. */
export const recordDetail = async (context: Context, row: number): Promise<RecordDetail> => {
	const session = await context.database.open();
	try {
		const stored = await eventAt(session, context.facts, row);
		if (!stored) {
			throw new ExpectedError(`there is no event ${row}`);
		}

		const event = eventRow(stored, context.loaded.sources);
		const loaded = context.loaded.sources[stored.source]!;
		const presence = await askEventPresence(session, row);
		const detail = await readAgain(session, {loaded, stored, event}).catch(async (error: unknown) => {
			// Also of a file that vanished while it was read.
			const change = await changeOf(loaded);
			if (!change) {
				throw error;
			}

			return unreadDetail(loaded, event, changeWords[change]);
		});
		return presence ? {...detail, presence} : detail;
	} finally {
		session.close();
	}
};

type Wanted = {readonly loaded: LoadedSource; readonly stored: StoredEvent; readonly event: EventRow};

const readAgain = async (session: Session, {loaded, stored, event}: Wanted): Promise<RecordDetail> => {
	for await (const found of recordsAgain(session, loaded, [event.record])) {
		const understood = understand(loaded.choice, found.text);
		const disagreement = disagreementOf(understood, stored);
		return {
			event, citation: citationOf(loaded, found), raw: found.text, fields: understood?.fields ?? [], agrees: disagreement === undefined,
			...(understood?.atOriginal === undefined ? {} : {atOriginal: understood.atOriginal}), ...(disagreement === undefined ? {} : {disagreement}),
		};
	}

	throw new BugError(`record ${event.record} of ${loaded.source.path} is not found again`);
};

/** What is known of a record whose export is not there to be read: its number and the hash of what was loaded still cite it. */
const unreadDetail = ({file, source}: LoadedSource, event: EventRow, unread: string): RecordDetail =>
	({event, citation: {path: file.path, sha256: source.sha256, record: event.record}, raw: '', fields: [], agrees: false, unread});

/** How the second reader's understanding differs from what the store holds; undefined when it does not. */
export const disagreementOf = (understood: Understood | undefined, stored: Pick<StoredEvent, 'at' | 'resource' | 'reason' | 'ip'>): string | undefined => {
	if (!understood) {
		return 'the second reader cannot read this record';
	}

	if (understood.at !== stored.at) {
		return `the second reader understands the time as ${understood.at === undefined ? 'none' : formatInstant(understood.at)}`;
	}

	for (const role of ['resource', 'reason', 'ip'] as const) {
		if (understood.roles[role] !== stored[role]) {
			return `the second reader understands the ${role} as ${JSON.stringify(understood.roles[role] ?? '')}`;
		}
	}

	return undefined;
};
