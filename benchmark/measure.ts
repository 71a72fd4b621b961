import {once} from 'node:events';
import {spawn} from 'node:child_process';
import {performance} from 'node:perf_hooks';
import {fileURLToPath} from 'node:url';

/** What one run of a program took. Memory is the most it held at once; 0 where nobody asked it. */
export type Run = {readonly seconds: number; readonly peakBytes: number; readonly output: string};

const root = fileURLToPath(new URL('..', import.meta.url));

/** The built command line. */
export const cli = `${root}distribution/cli.js`;
export const child = (name: string): string => `${root}benchmark/children/${name}.mjs`;

const read = async (stream: NodeJS.ReadableStream | null): Promise<string> => {
	let text = '';
	for await (const piece of stream ?? []) {
		text += String(piece);
	}

	return text;
};

/** Runs a program to its end; a failure stops the benchmark. */
export const runProgram = async (program: string, programArguments: readonly string[]): Promise<Run> => {
	const begin = performance.now();
	const started = spawn(program, programArguments, {cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'pipe'], env: {...process.env, WHOSAW_SETTINGS_FOLDER: '/nonexistent', NODE_ENV: 'production'}});
	const ended = once(started, 'exit') as Promise<[number | null]>;
	const [output, errors, memory] = await Promise.all([read(started.stdout), read(started.stderr), read(started.stdio[3] as NodeJS.ReadableStream)]);
	const [code] = await ended;
	const seconds = (performance.now() - begin) / 1000;
	if (code !== 0) {
		throw new Error(`${program} ${programArguments.join(' ')} ended with ${code}: ${errors}`);
	}

	return {seconds, peakBytes: Number(memory), output};
};

/** Runs Node and notes the memory it took. */
export const runNode = async (...nodeArguments: readonly string[]): Promise<Run> => runProgram(process.execPath, ['--import', child('peak-memory'), ...nodeArguments]);

/** Runs Node and nothing else beside. */
export const runBareNode = async (...nodeArguments: readonly string[]): Promise<Run> => runProgram(process.execPath, nodeArguments);

/** Several programs at once: as long as the slowest, and all their memory. */
export const together = async (...runs: ReadonlyArray<Promise<Run>>): Promise<Run> => {
	const all = await Promise.all(runs);
	return {seconds: Math.max(...all.map(({seconds}) => seconds)), peakBytes: all.reduce((sum, {peakBytes}) => sum + peakBytes, 0), output: all[0]!.output};
};

export const median = (numbers: readonly number[]): number => {
	const sorted = numbers.toSorted((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const medianRun = (runs: readonly Run[]): Run => ({seconds: median(runs.map(({seconds}) => seconds)), peakBytes: median(runs.map(({peakBytes}) => peakBytes)), output: runs[0]!.output});

export type Contestant = () => Promise<Run>;

/** Lets each run in turn, so that a slow minute of the machine is shared, and takes the medians. */
export const interleave = async <Name extends string>(contestants: Readonly<Record<Name, Contestant>>, times: number): Promise<Readonly<Record<Name, Run>>> => {
	const names = Object.keys(contestants) as Name[];
	const runs = new Map<Name, Run[]>(names.map(name => [name, []]));
	for (let time = 0; time < times; time++) {
		for (const name of names) {
			runs.get(name)!.push(await contestants[name]());
		}
	}

	return Object.fromEntries(names.map(name => [name, medianRun(runs.get(name)!)])) as Record<Name, Run>;
};
