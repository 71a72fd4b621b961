import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {execa, type Options} from 'execa';
import type {ExecutionContext} from 'ava';
import {nodeArguments, projectFolder} from './program.ts';

/** A small export of the tests of the command line. */
export const fixture = (name: string): string => join('test', 'fixtures', 'cli', name);

/** What is said to the environment of the tests: nothing of the machine they run on. */
const environment = {WHOSAW_SETTINGS_FOLDER: join(tmpdir(), 'whosaw-no-settings')};

/** Processes of one test file at a time: each holds an engine, and the files run beside each other. */
const atOnce = 2;
let running = 0;
const waiting: Array<() => void> = [];

const takeTurn = async (): Promise<void> => {
	if (running < atOnce) {
		running++;
		return;
	}

	// The turn is handed over by the one that ends.
	await new Promise<void>(resolve => {
		waiting.push(resolve);
	});
};

const endTurn = (): void => {
	const next = waiting.shift();
	if (next) {
		next();
	} else {
		running--;
	}
};

/** Runs the real command line, from the project's folder, with no terminal. Never throws. */
export const whosaw = async (args: readonly string[], options: Options = {}) => {
	await takeTurn();
	try {
		const result = await execa('node', [...nodeArguments('cli.tsx'), ...args], {
			cwd: projectFolder, reject: false, stdin: 'ignore', ...options, env: {...environment, ...options.env},
		});
		return {exitCode: result.exitCode, stdout: String(result.stdout ?? ''), stderr: String(result.stderr ?? '')};
	} finally {
		endTurn();
	}
};

/** A folder that is gone after the test. */
export const temporaryFolder = async (t: ExecutionContext): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'whosaw-test-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	return folder;
};
