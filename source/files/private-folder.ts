import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';

/** A folder that only this user may read, for what the engine reads in place of a file. It is gone when the work is done. */
export type PrivateFolder = {
	readonly path: string;
	/** A path in it that is not used yet. */
	readonly fresh: (suffix: string) => string;
	readonly remove: () => void;
};

const prefix = 'whosaw-';

const isRunning = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
};

/** Removes the folders of these processes. */
const removeOf = (root: string, isOf: (pid: number) => boolean): void => {
	for (const name of readdirSync(root)) {
		const pid = /^whosaw-(\d+)-/.exec(name)?.[1];
		if (pid !== undefined && isOf(Number(pid))) {
			try {
				rmSync(join(root, name), {recursive: true, force: true});
			} catch {
				// Another user's: not ours to remove.
			}
		}
	}
};

/** Removes what a killed process left behind. */
const sweep = (root: string): void => removeOf(root, pid => !isRunning(pid));

/** What ends a process that would not clear away by itself. */
const endings = ['SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** For the thread that outlives the others: folders that they opened among the system's temporary files are gone when the process ends, whatever ends it but a kill. */
export const removeOwnFoldersAtExit = (): void => {
	const remove = (): void => removeOf(tmpdir(), pid => pid === process.pid);
	process.once('exit', remove);
	for (const ending of endings) {
		process.prependOnceListener(ending, () => {
			remove();
			// Whoever else listens ends the process in its own way.
			if (process.listenerCount(ending) === 0) {
				process.kill(process.pid, ending);
			}
		});
	}
};

/** Folders that are still there when the process ends: one listener for all of them. */
const left = new Set<string>();

const removeLeft = (): void => {
	for (const path of left) {
		rmSync(path, {recursive: true, force: true});
	}
};

export const openPrivateFolder = (root = tmpdir()): PrivateFolder => {
	sweep(root);
	// Mode 0700 is mkdtemp's own.
	const path = mkdtempSync(join(root, `${prefix}${process.pid}-`));
	let count = 0;
	if (left.size === 0) {
		process.on('exit', removeLeft);
	}

	left.add(path);
	return {
		path,
		fresh(suffix) {
			count++;
			return join(path, `${count}${suffix}`);
		},
		remove() {
			rmSync(path, {recursive: true, force: true});
			left.delete(path);
			if (left.size === 0) {
				process.off('exit', removeLeft);
			}
		},
	};
};
