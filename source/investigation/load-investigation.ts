import type {PrivateFolder} from '../files/private-folder.ts';
import type {Rule} from '../rules/rule.ts';
import {checkRules} from '../store/apply-rules.ts';
import {isNarrow, keepRows} from '../store/keep-rows.ts';
import {undoLists} from '../store/event-lists.ts';
import {emptyEvents, emptyReasons} from '../store/schema.ts';
import {addDirectories, directoryNotes, formNotes, type DirectoryFacts} from './add-directories.ts';
import {contextOf} from './context.ts';
import type {Engine} from './engine.ts';
import type {EventList} from './event-lists/event-list.ts';
import {notesOfList} from './event-lists/list-notes.ts';
import type {LoadOptions, LoadRequest, StreamingInvestigation} from './investigation.ts';
import type {LeakedList} from './leads/load-lists.ts';
import type {Loaded, LoadedSource} from './loaded-source.ts';
import {loadSources} from './loading.ts';
import {lookAgain, type LookedAt} from './look-at-files.ts';
import {largestNamed, needsWholeLoad} from './one-shot.ts';
import {readRuleFiles, ruleNotes, shippedNotes} from './rule-files.ts';
import {service} from './service.ts';

export type LoadParts = {
	readonly engine: Engine;
	readonly folder: PrivateFolder;
	readonly request: LoadRequest;
	readonly options: LoadOptions;
	readonly looked: LookedAt;
	/** It is kept, and sources will be added to it. */
	readonly growing?: boolean;
	readonly close: () => Promise<void>;
};

/** What was loaded, and what a person should know of it. */
export type LoadedStore = {readonly loaded: Loaded; readonly notes: readonly string[]; readonly directories: DirectoryFacts; /** Lists that were joined to bulk exports. */ readonly lists: readonly EventList[]};

/** Loads what was looked at, all but the lists of leaked customers. `before` stands in the store already, from a load that was kept: what was looked at is added to it. */
export const loadStore = async (parts: LoadParts, before?: LoadedStore): Promise<LoadedStore> => {
	const {engine: {session}, request} = parts;
	const rules = await readRuleFiles(request.rules);
	await checkRules(session, rules.flatMap(file => file.rules));
	const directories = before?.directories ?? await addDirectories(session, request);
	if (before) {
		await emptyReasons(session);
		await undoLists(session);
	}

	const loaded = await loadAll(parts, rules.flatMap(file => file.rules), before?.loaded.sources);
	const lists = await joinedLists(parts, loaded);
	const reasons = await reasonNotes(parts);
	return {loaded, directories, lists, notes: [...parts.looked.notes, ...ruleNotes(rules), ...await shippedNotes(session, rules), ...await directoryNotes(session, directories, loaded.sources.some(({staged}) => staged.partial)), ...await formNotes(session), ...reasons]};
};

/** The customers on lists behind bulk exports are customers of these from here on. */
const joinedLists = async ({engine: {session}, request: {lists = []}, options: {signal, onProgress}}: LoadParts, loaded: Loaded): Promise<readonly EventList[]> => {
	if (lists.length === 0) {
		return [];
	}

	onProgress?.({kind: 'phase', text: 'joining lists behind bulk exports'});
	const {joinLists} = await import('./event-lists/join-lists.ts');
	return joinLists({session, loaded, signal}, lists);
};

/** Reasons are held against tickets, and accounts against records of presence, once everything that names customers and accounts is known. */
const reasonNotes = async ({engine: {session}, request, options: {signal}}: LoadParts): Promise<readonly string[]> => {
	const notes: string[] = [];
	if ((request.tickets ?? []).length > 0) {
		const {checkReasons} = await import('./add-tickets.ts');
		notes.push(...await checkReasons(session, request, signal));
	}

	if ((request.presence ?? []).length > 0) {
		const {checkPresence} = await import('./add-presence.ts');
		notes.push(...await checkPresence(session, request, signal));
	}

	return notes;
};

export type Asking = Pick<LoadParts, 'request' | 'options' | 'close'> & {readonly engine: Engine};

/** The service that asks what was loaded. */
export const serviceOver = async (asking: Asking, {loaded, notes, directories, lists}: LoadedStore): Promise<StreamingInvestigation> => {
	const {engine: {session, database}, close} = asking;
	const leaked = await listsOf(asking);
	await database.giveBack();
	return service(await contextOf({session, database, loaded, leaked, lists, notes: [...notes, ...lists.flatMap(list => notesOfList(list))], leaving: directories.leaving, given: directories.given}), close);
};

/** Loads what was looked at, and gives the service that asks it. */
export const loadInvestigation = async (parts: LoadParts): Promise<StreamingInvestigation> => serviceOver(parts, await loadStore(parts));

/** Lists of leaked customers are resolved when everything that names customers is known. */
const listsOf = async ({engine: {session}, request: {leaked = []}, options: {signal}}: Asking): Promise<readonly LeakedList[]> => {
	if (leaked.length === 0) {
		return [];
	}

	const {loadLists} = await import('./leads/load-lists.ts');
	return loadLists(session, leaked, signal);
};

/** One pass that keeps only what may match, where the question allows it; else everything. */
const loadAll = async ({engine: {session}, request, options, folder, looked, growing = false}: LoadParts, rules: readonly Rule[], before: readonly LoadedSource[] = []): Promise<Loaded> => {
	const loading = {
		session, folder, rules, overlapping: request.overlapping ?? false, options, growing, before,
		lookAgain: async (first: LookedAt, paths: readonly string[]) => lookAgain({request, options, folder, session: async () => session}, first, paths),
	};
	// Whom a ticket, a record of presence or a list means can only be told among all customers and accounts: with a part of them another customer would be an unknown one.
	const needsAll = (request.tickets ?? []).length > 0 || (request.presence ?? []).length > 0 || (request.leaked ?? []).length > 0 || (request.lists ?? []).length > 0;
	const narrow = request.only !== undefined && !needsAll && isNarrow(request.only) && largestNamed(request) >= oneShotFrom;
	if (narrow) {
		const keep = await keepRows(session, request.only!);
		const loaded = await loadSources({...loading, keep}, looked);
		if (!await needsWholeLoad(session, loaded, options)) {
			return loaded;
		}

		await emptyEvents(session);
	}

	return loadSources({...loading, keep: () => undefined}, looked);
};

/** Below this size loading everything is as quick. */
const oneShotFrom = 32 * 1024 * 1024;
