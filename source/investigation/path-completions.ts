import {readdir} from 'node:fs/promises';
import {homedir} from 'node:os';
import path from 'node:path';

/** So many names are offered. */
const most = 200;

/** `~/exports` → the folder that a shell would mean. */
export const expandHome = (text: string): string => text === '~' || text.startsWith('~/') ? homedir() + text.slice(1) : text;

/** The paths that begin as what is typed, in order; folders end in a slash. Hidden names are offered once a dot is typed. */
export const pathCompletions = async (typed: string): Promise<readonly string[]> => {
	const cut = typed.lastIndexOf('/') + 1;
	const [folder, start] = [typed.slice(0, cut), typed.slice(cut)];
	try {
		const entries = await readdir(path.resolve(expandHome(folder === '' ? '.' : folder)), {withFileTypes: true});
		return entries.filter(({name}) => name.startsWith(start) && (start.startsWith('.') || !name.startsWith('.')))
			.map(entry => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`).toSorted().slice(0, most);
	} catch {
		return [];
	}
};
