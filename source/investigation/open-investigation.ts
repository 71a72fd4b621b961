import {openPrivateFolder} from '../files/private-folder.ts';
import {CancelledError} from '../errors.ts';
import {openDatabase, type Session} from '../store/database.ts';
import {isNarrow, keepRows} from '../store/keep-rows.ts';
import {createTables, emptyEvents} from '../store/schema.ts';
import {addDirectories, directoryNotes} from './add-directories.ts';
import type {Investigation, LoadOptions, LoadRequest} from './investigation.ts';
import type {Loaded} from './loaded-source.ts';
import {loadSources} from './loading.ts';
import {largestNamed, needsWholeLoad} from './one-shot.ts';
import {contextOf} from './context.ts';
import {service} from './service.ts';

/** Loads exports and gives the service that both faces ask. Nothing stays behind when loading fails or is cancelled. */
export const openInvestigation = async (request: LoadRequest, options: LoadOptions = {}): Promise<Investigation> => {
	const folder = openPrivateFolder();
	const database = await openDatabase({temporary: folder.path, ...(request.memory === undefined ? {} : {memory: request.memory})});
	const close = async (): Promise<void> => {
		database.close();
		folder.remove();
	};

	try {
		const session = await database.open();
		await createTables(session);

		const directories = await addDirectories(session, request);
		const loaded = await loadAll({session, request, options, folder});
		const context = await contextOf({session, database, loaded, notes: await directoryNotes(session, directories, loaded.sources.some(({staged}) => staged.partial))});
		return service(context, close);
	} catch (error) {
		await close();
		throw options.signal?.aborted ? new CancelledError() : error;
	}
};

type All = {readonly session: Session; readonly request: LoadRequest; readonly options: LoadOptions; readonly folder: ReturnType<typeof openPrivateFolder>};

/** One pass that keeps only what may match, where the question allows it; else everything. */
const loadAll = async ({session, request, options, folder}: All): Promise<Loaded> => {
	const narrow = request.only !== undefined && isNarrow(request.only) && largestNamed(request) >= oneShotFrom;
	if (narrow) {
		const keep = await keepRows(session, request.only!);
		const loaded = await loadSources({session, folder, request, options, keep});
		if (!await needsWholeLoad(session, loaded, options)) {
			return loaded;
		}

		await emptyEvents(session);
	}

	return loadSources({session, folder, request, options, keep: () => undefined});
};

/** Below this size loading everything is as quick. */
const oneShotFrom = 32 * 1024 * 1024;
