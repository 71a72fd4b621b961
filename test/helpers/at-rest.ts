import {readdir, readFile} from 'node:fs/promises';

/*
Whether a program has nothing to do: each of its threads sleeps. One that waits for a processor, as on a machine where many tests run,
or for a disk counts as working, so that no pause is taken for an answer.
*/
const sleeping = new Set(['S', 'I', 'T', 't', 'Z', 'X']);

/** The state is the field behind the name, which stands in brackets and may hold anything. */
const stateOf = (stat: string): string => stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);

/** True where the system does not tell; one that has ended is at rest. */
export const isAtRest = async (pid: number): Promise<boolean> => {
	const folder = `/proc/${pid}/task`;
	const threads = await readdir(folder).catch(() => []);
	const states = await Promise.all(threads.map(async thread => readFile(`${folder}/${thread}/stat`, 'utf8').then(stateOf, () => 'X')));
	return states.every(state => sleeping.has(state));
};
