import {once} from 'node:events';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {execa} from 'execa';
import {nodeArguments} from './program.ts';

/** How many moments are tried: few with every run of the tests, many with `npm run faults`. */
export const moments = Number(process.env['WHOSAW_FAULTS'] ?? 20);

/** Runs a program of the tests until it says its first line, lets it go on for a while, and kills it with -9. Gives the whole lines it had said. */
export const killed = async (program: string, args: readonly string[], after: number): Promise<readonly string[]> => {
	const child = execa('node', [...nodeArguments(program), ...args], {reject: false, stdin: 'ignore', stderr: 'inherit'});
	await Promise.race([once(child.stdout, 'data'), child]);
	await delay(after);
	child.kill('SIGKILL');
	const {stdout, signal} = await child;
	if (signal !== 'SIGKILL') {
		throw new Error(`the child ended by itself: ${stdout}`);
	}

	// What stands behind the last newline was not said yet.
	return `${stdout}\n`.split('\n').slice(0, -1).filter(line => line.endsWith('.'));
};
