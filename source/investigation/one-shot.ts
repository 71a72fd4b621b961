import {statSync} from 'node:fs';
import {toNumber, type Session} from '../store/database.ts';
import type {LoadRequest} from './investigation.ts';
import type {Loaded} from './loading.ts';

/** Bytes of the largest file named. Folders and patterns count as nothing: they are many files, and are loaded. */
export const largestDirect = async ({paths}: LoadRequest): Promise<number> =>
	Math.max(0, ...paths.map(path => {
		const info = statSync(path, {throwIfNoEntry: false});
		return info?.isFile() ? info.size : 0;
	}));

/** After a one-shot scan: whether duplicates may hide among rows that were not kept, so that everything must be loaded. */
export const needsWholeLoad = async (session: Session, {sources}: Loaded): Promise<boolean> => {
	void session;
	void toNumber;
	return sources.some(({staged, choice}) => staged.partial && (choice.fields.id !== undefined || sources.filter(other => other.choice.family === choice.family).length > 1));
};
