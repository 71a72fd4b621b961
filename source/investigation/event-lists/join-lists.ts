import {ExpectedError} from '../../errors.ts';
import type {ListOf} from '../../records/reading.ts';
import type {Session} from '../../store/database.ts';
import {joinList} from '../../store/event-lists.ts';
import {formsAmong} from '../../store/salesforce-ids.ts';
import type {Loaded} from '../loaded-source.ts';
import type {EventList} from './event-list.ts';
import {findListedEvent, type ListedEvent} from './find-event.ts';
import {meantBy, readList} from './read-entries.ts';

type Joining = {readonly session: Session; readonly loaded: Loaded; readonly signal?: AbortSignal | undefined};

type Read = Omit<EventList, 'logged' | 'inferred'> & {readonly customers: readonly string[]};

/** Whom a list means. */
const readFor = async ({session, signal}: Joining, {id, source, record, event}: ListedEvent, path: string): Promise<Read> => {
	const list = await readList(session, path, signal);
	const meant = list.entries.map(entry => ({entry, meant: meantBy(list, entry)}));
	const found = meant.flatMap(({meant: customer}) => customer ?? []);
	const forms = await formsAmong(session, [...new Set(found.filter(({isKnown}) => !isKnown).map(customer => customer.id))]);
	const ids = found.map(customer => customer.isKnown ? customer.id : forms.get(customer.id) ?? customer.id);
	const customers = [...new Set(ids)].toSorted();
	const unnamed = new Set(found.flatMap((customer, index) => customer.isKnown ? [] : [ids[index]!]));
	return {
		event: id, source, sourceId: event.source, record, path, sha256: list.sha256, given: list.entries.length, resolved: customers.length, repeated: list.repeated, same: ids.length - customers.length,
		ambiguous: meant.filter(({meant: customer}) => !customer).map(({entry}) => entry), without: list.without, unnamed: unnamed.size, customers,
		...(event.recordCount === undefined ? {} : {recordCount: event.recordCount}), ...(list.column === undefined ? {} : {column: list.column}), ...(list.assumed ? {assumed: true} : {}),
	};
};

const joinOne = async (joining: Joining, listed: ListedEvent, path: string): Promise<EventList> => {
	const {customers, ...list} = await readFor(joining, listed, path);
	return {...list, ...await joinList(joining.session, {row: listed.event.row, event: listed.id, unknown: listed.event.customerScope === 'unknown', customers})};
};

/** What a list would come to; nothing is joined. */
export const previewList = async (joining: Joining, {event, path}: ListOf): Promise<EventList> => {
	const listed = await findListedEvent(joining, event);
	const {customers, ...list} = await readFor(joining, listed, path);
	const logged = new Set(listed.event.customers);
	return {...list, logged: logged.size, inferred: customers.filter(customer => !logged.has(customer)).length};
};

/** A list cannot be joined: reading the exports in another way would change nothing. */
export class ListError extends ExpectedError {}

/** Joins lists to their events. All exports and directories are loaded: whom an entry means can only be told among all customers. */
export const joinLists = async (joining: Joining, lists: readonly ListOf[]): Promise<readonly EventList[]> => {
	try {
		return await joinAll(joining, lists);
	} catch (error) {
		if (!(error instanceof ExpectedError)) {
			throw error;
		}

		const {message, where, next, exitCode} = error;
		throw new ListError(message, {exitCode, cause: error, ...(where === undefined ? {} : {where}), ...(next === undefined ? {} : {next})});
	}
};

const joinAll = async (joining: Joining, lists: readonly ListOf[]): Promise<readonly EventList[]> => {
	const events: ListedEvent[] = [];
	for (const {event, path} of lists) {
		const found = await findListedEvent(joining, event);
		if (events.some(({id}) => id === found.id)) {
			throw new ExpectedError(`two lists are given for one event, ${found.id} (${found.source}, record ${found.record})`, {where: path, next: 'Give one list of all whom it reached.'});
		}

		events.push(found);
	}

	const joined: EventList[] = [];
	for (const [index, event] of events.entries()) {
		joined.push(await joinOne(joining, event, lists[index]!.path));
	}

	return joined;
};
