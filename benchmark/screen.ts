import {readFileSync} from 'node:fs';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';
import {child, cli, median} from './measure.ts';
import {makeLists, makeLog} from './make-log.ts';
import {runAlone, secondsText, type Result} from './results.ts';

/** A program in a terminal of 120 × 40, what it has written since the last look, and the screen that it gives. */
const open = (programArguments: readonly string[]) => {
	const environment = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && !/^CI|^NO_COLOR$/.test(entry[0])));
	const begin = performance.now();
	const pty = spawn(process.execPath, [...programArguments], {cols: 120, rows: 40, env: {...environment, TERM: 'xterm-256color', NODE_ENV: 'production', WHOSAW_SETTINGS_FOLDER: '/nonexistent'}});
	const terminal = new xterm.Terminal({cols: 120, rows: 40, allowProposedApi: true});
	let written = '';
	let wanted: {readonly holds: () => boolean; readonly found: (at: number) => void} | undefined;
	const look = (at: number): void => {
		if (wanted?.holds()) {
			wanted.found(at);
			wanted = undefined;
		}
	};

	pty.onData(data => {
		const at = performance.now();
		written += data;
		look(at);
		terminal.write(data, () => look(at));
	});
	const row = (index: number): string => terminal.buffer.active.getLine(index)?.translateToString(true) ?? '';
	const until = async (holds: () => boolean, what: string): Promise<number> => new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error(`${what} did not appear`)), 120_000);
		wanted = {
			holds,
			found(at) {
				clearTimeout(timer);
				resolve(at);
			},
		};
		look(performance.now());
	});
	/** When the text has been written, in milliseconds of the clock. */
	const seen = async (text: string): Promise<number> => until(() => written.includes(text), text);

	return {
		pid: pty.pid,
		begin,
		seen,
		type(text: string) {
			pty.write(text);
		},
		/** Milliseconds from a key to the screen that shows what it did. */
		async key(key: string, shows: string): Promise<number> {
			written = '';
			const at = performance.now();
			const answer = seen(shows);
			pty.write(key);
			return await answer - at;
		},
		/** Milliseconds from a key to the screen on which a condition holds. */
		async shows(key: string, holds: (rows: readonly string[]) => boolean): Promise<number> {
			const at = performance.now();
			pty.write(key);
			return await until(() => holds(Array.from({length: 40}, (_, index) => row(index))), key) - at;
		},
		end() {
			pty.kill('SIGKILL');
		},
	};
};

/** Processor time of a process so far, in milliseconds; nothing where the system does not tell. */
const processorTime = (pid: number): number | undefined => {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
		return (Number(fields[11]) + Number(fields[12])) * 10;
	} catch {
		return undefined;
	}
};

/** Waits until a process has nothing to do: the questions behind the panes are answered. */
const atRest = async (pid: number): Promise<void> => {
	let before: number | undefined;
	do {
		before = processorTime(pid);
		await delay(3000);
	} while ((processorTime(pid) ?? 0) - (before ?? 0) > 100);
};

/** Processor time a key, where the system tells. */
const workText = (before: number | undefined, after: number | undefined): string =>
	before === undefined || after === undefined ? '' : ` (${Math.round((after - before) / keyCount)} ms of processor time)`;

/** Keys that are pressed once everything is loaded. */
const keyCount = 100;

const late = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!;

const result = (what: string, [milliseconds, yardstick]: readonly [number, number], note: string): Result =>
	({what, ours: secondsText(milliseconds / 1000), yardstick: note, ratio: milliseconds / yardstick, bar: 1});

const firstRows = async (path: string): Promise<Result> => {
	const runs: Array<{readonly time: number; readonly work: number | undefined}> = [];
	for (let run = 0; run < 7; run++) {
		const app = open([cli, path]);
		const time = await app.seen('E0301') - app.begin;
		runs.push({time, work: processorTime(app.pid)});
		app.end();
		await delay(300);
	}

	const work = runs.flatMap(run => run.work ?? []);
	return result(`screen: first rows of ten million (${work.length > 0 ? `${median(work)} ms of processor time` : 'processor time unknown'})`, [median(runs.map(({time}) => time)), 1000], '1 s');
};

/** Presses keys one at a time, with a pause in between in which the app is at rest. */
const pressed = async (app: ReturnType<typeof open>, times: number, [key, shows]: readonly [string, string]): Promise<readonly number[]> => {
	const all: number[] = [];
	for (let time = 0; time < times; time++) {
		all.push(await app.key(key, shows));
		await delay(60);
	}

	return all;
};

const updated = '\u001B[?2026l';

/** The questions of an investigation, from one account to nearly everything. Each is asked once: an answer that is still known would cost nothing. */
const questions: readonly string[] = [
	'employee:E0042', 'employee:E0042 data:email', 'employee:E0117 time:2020-10-01..2020-10-24', 'employee:E0042 OR employee:E0117', 'customer:C1133946', 'customer:C10000*',
	'data:email time:2020-10', 'system:crm-emea time:2020-10-03', 'activity:export', 'time:2020-09', 'data:email', 'NOT reason:*',
];

/** Every pane has the answer to the filter that stands in the second row. */
const isAnswered = (rows: readonly string[]): boolean => !rows[0]!.includes('asking…') && !rows.some(row => row.includes('┌─ Filter'));

const filters = async (app: ReturnType<typeof open>): Promise<readonly number[]> => {
	const times: number[] = [];
	for (const question of questions) {
		await app.shows('f', rows => rows.some(row => row.includes('┌─ Filter')));
		app.type(`\u0015${question}`);
		await delay(400);
		times.push(await app.shows('\r', rows => isAnswered(rows) && !rows[1]!.includes('Everything')));
		await delay(300);
	}

	return times;
};

/** The same questions where some records name several customers. */
const filtersWithLists = async (path: string): Promise<readonly Result[]> => {
	const app = open([cli, path, await makeLists(50_000), '--display-timezone', 'Europe/London']);
	await app.seen('10,050,000 events');
	// The engine rests for a moment before the load is laid out.
	await atRest(app.pid);
	await atRest(app.pid);
	const asked = await filters(app);
	app.end();
	return [
		result('screen: filter to all panes beside 50,000 lists of 20 customers, median', [median(asked), 150], '150 ms'),
		result('screen: filter to all panes beside 50,000 lists of 20 customers, 95th percentile', [late(asked), 150], '150 ms'),
	];
};

const keys = async (path: string): Promise<readonly Result[]> => {
	const app = open([cli, path, '--display-timezone', 'Europe/London']);
	await app.seen('E0301');
	await delay(1500);
	// The only key whose effect cannot be mistaken for that of the load itself.
	const loading = await pressed(app, 40, ['z', 'time (']);
	await app.seen('10,000,000 events');
	await atRest(app.pid);
	const before = processorTime(app.pid);
	const loaded = await pressed(app, keyCount, ['j', updated]);
	const after = processorTime(app.pid);
	const pages = await pressed(app, keyCount, ['\u001B[6~', updated]);
	await atRest(app.pid);
	const asked = await filters(app);
	app.end();

	const full = open([child('full-ink'), path]);
	await full.seen('10,000,000 events');
	await atRest(full.pid);
	const fullBefore = processorTime(full.pid);
	const repainted = await pressed(full, keyCount, ['j', '\n']);
	const fullAfter = processorTime(full.pid);
	full.end();
	return [
		result('screen: key to repaint while loading, 95th percentile', [late(loading), 50], '50 ms'),
		result(`screen: key to repaint with ten million events, 95th percentile${workText(before, after)}`, [late(loaded), 50], '50 ms'),
		result('screen: a page down, 95th percentile', [late(pages), 50], '50 ms'),
		{...result(`screen: the same screen in a full repaint by Ink, for comparison${workText(fullBefore, fullAfter)}`, [late(repainted), 50], '50 ms'), bar: Number.POSITIVE_INFINITY},
		result(`screen: filter to all panes, median of ${questions.length} filters`, [median(asked), 150], '150 ms'),
		result('screen: filter to all panes, 95th percentile', [late(asked), 150], '150 ms'),
		...questions.map((question, index) => ({...result(`screen:   ${question}`, [asked[index]!, 150], '150 ms'), bar: Number.POSITIVE_INFINITY})),
	];
};

/** What a person sees and feels of the app: when the first rows stand there, and how soon a key shows. */
export const screen = async (): Promise<readonly Result[]> => {
	const {path} = await makeLog(10_000_000);
	return [await firstRows(path), ...await keys(path), ...await filtersWithLists(path)];
};

await runAlone(import.meta.url, screen);
