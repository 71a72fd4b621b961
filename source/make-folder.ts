import {mkdirSync, statSync} from 'node:fs';
import {dirname, resolve} from 'node:path';

const isFolder = (path: string): boolean => statSync(path, {throwIfNoEntry: false})?.isDirectory() === true;

/**
A folder with all above it that are missing; gives the uppermost that was made. One by one: asked to make them all, Node 20 and 22 never return where the
system says of a new folder that it does not exist, as below /proc.
*/
export const makeFolder = (path: string, mode = 0o777): string | undefined => {
	const target = resolve(path);
	if (isFolder(target)) {
		return undefined;
	}

	const parent = dirname(target);
	const first = parent === target ? undefined : makeFolder(parent, mode);
	try {
		mkdirSync(target, {mode});
	} catch (error) {
		// Somebody else may have made it meanwhile.
		if (!isFolder(target)) {
			throw error;
		}
	}

	return first ?? target;
};
