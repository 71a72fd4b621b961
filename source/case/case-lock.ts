import {closeSync, fsyncSync, linkSync, openSync, readFileSync, readdirSync, rmSync, writeSync} from 'node:fs';
import {hostname} from 'node:os';
import {join} from 'node:path';

/** Who holds a case for writing. */
export type Holder = {readonly pid: number; readonly host: string; readonly since: string; readonly name: string};

/** Holds the case until it is let go. */
export type Lock = {readonly release: () => void};

const file = 'case.lock';

const alive = ({pid, host}: Pick<Holder, 'pid' | 'host'>): boolean => {
	if (host !== hostname()) {
		// Of another machine nothing can be known: its lock stands until somebody takes it away.
		return true;
	}

	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
};

const holderOf = (path: string): Holder | undefined => {
	try {
		return JSON.parse(readFileSync(path, 'utf8')) as Holder;
	} catch {
		return undefined;
	}
};

const writeNew = (path: string, text: string): void => {
	const handle = openSync(path, 'wx', 0o600);
	try {
		writeSync(handle, text);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
};

/** What whoever was killed while trying for the lock left behind; one that is not written yet says its process by its name. */
const removeLeftOver = (folder: string): void => {
	for (const name of readdirSync(folder)) {
		const pid = /^case\.lock\.(\d+)-[\da-f]+$/.exec(name)?.[1];
		const path = join(folder, name);
		if (pid !== undefined && !alive(holderOf(path) ?? {pid: Number(pid), host: hostname()})) {
			rmSync(path, {force: true});
		}
	}
};

/** Takes the lock, or says who has it. A lock whose holder died on this machine is taken over. */
export const takeLock = (folder: string, {name, now, random}: {readonly name: string; readonly now: Date; readonly random: string}): Lock | Holder => {
	const path = join(folder, file);
	const own = join(folder, `${file}.${process.pid}-${random}`);
	const holder: Holder = {pid: process.pid, host: hostname(), since: now.toISOString(), name};
	try {
		writeNew(own, JSON.stringify(holder));
		for (let attempt = 0; ; attempt++) {
			try {
				// A link is made whole or not at all, by one of those who try.
				linkSync(own, path);
				removeLeftOver(folder);
				return {
					release() {
						const present = holderOf(path);
						if (present?.pid === holder.pid && present.host === holder.host && present.since === holder.since) {
							rmSync(path, {force: true});
						}
					},
				};
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
					throw error;
				}

				const other = holderOf(path);
				if ((other && alive(other)) || attempt > 3) {
					return other ?? {...holder, pid: 0, name: 'somebody'};
				}

				rmSync(path, {force: true});
			}
		}
	} finally {
		rmSync(own, {force: true});
	}
};

export const isLock = (value: Lock | Holder): value is Lock => 'release' in value;
