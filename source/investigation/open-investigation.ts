import {openPrivateFolder} from '../files/private-folder.ts';
import {CancelledError} from '../errors.ts';
import type {Engine} from './engine.ts';
import type {LoadOptions, LoadRequest, StreamingInvestigation} from './investigation.ts';
import {lookAtFiles} from './look-at-files.ts';

/** A list that cannot be read is refused before the exports are, which may take minutes. */
export const checkLists = async ({leaked = [], lists = []}: Pick<LoadRequest, 'leaked' | 'lists'>): Promise<void> => {
	if (lists.length > 0) {
		const [{readListFile}, {listBehind}] = await Promise.all([import('./leads/leaked-list.ts'), import('./event-lists/read-entries.ts')]);
		for (const {path} of lists) {
			await readListFile(path, listBehind);
		}
	}

	if (leaked.length > 0) {
		const {readListFile} = await import('./leads/leaked-list.ts');
		for (const path of leaked) {
			await readListFile(path);
		}
	}
};

/**
Loads exports and gives the service that both faces ask. Nothing stays behind when loading fails or is cancelled. The engine is
loaded only when the files have been looked at: half a second in which their first records can already be read. `beside`: there are other exports, which are
loaded apart; a column that was named may be theirs alone.
*/
export const openInvestigation = async (request: LoadRequest, options: LoadOptions = {}, {beside = false}: {readonly beside?: boolean} = {}): Promise<StreamingInvestigation> => {
	const folder = openPrivateFolder();
	let opened: Promise<Engine> | undefined;
	const engine = async (): Promise<Engine> => {
		const {openEngine} = await import('./engine.ts');
		opened ??= openEngine(folder.path, request.memory);
		return opened;
	};

	const close = async (): Promise<void> => {
		const begun = await opened?.catch(() => undefined);
		begun?.database.close();
		folder.remove();
	};

	try {
		await checkLists(request);
		const looked = await lookAtFiles({request, options, folder, session: async () => (await engine()).session, ...(beside ? {loaded: []} : {})});
		options.signal?.throwIfAborted();
		const {loadInvestigation} = await import('./load-investigation.ts');
		return await loadInvestigation({engine: await engine(), folder, request, options, looked, close});
	} catch (error) {
		await close();
		throw options.signal?.aborted ? new CancelledError() : error;
	}
};
