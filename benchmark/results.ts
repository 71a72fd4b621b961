import {cpus, totalmem, platform, arch} from 'node:os';
import {pathToFileURL} from 'node:url';

/** One line of the table: a figure of ours, what it is held against, and how many times it may be; without end where it only stands for comparison. */
export type Result = {readonly what: string; readonly ours: string; readonly yardstick: string; readonly ratio: number; readonly bar: number};

export const secondsText = (seconds: number): string => seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(2)} s`;
export const bytesText = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** Two times, and how many times the second the first is. */
export const timeResult = (what: string, [ours, yardstick]: readonly [{readonly seconds: number}, {readonly seconds: number}], bar: number): Result =>
	({what, ours: secondsText(ours.seconds), yardstick: secondsText(yardstick.seconds), ratio: ours.seconds / yardstick.seconds, bar});

export const memoryResult = (what: string, [ours, yardstick]: readonly [{readonly peakBytes: number}, {readonly peakBytes: number}], bar: number): Result =>
	({what, ours: bytesText(ours.peakBytes), yardstick: bytesText(yardstick.peakBytes), ratio: ours.peakBytes / yardstick.peakBytes, bar});

const verdict = ({ratio, bar}: Result): string => ratio <= bar ? 'ok' : 'over';

/** The table as people read it. */
export const resultTable = (results: readonly Result[]): string => {
	const rows = [
		['what', 'ours', 'yardstick', 'ratio', 'bar', ''],
		...results.map(result => [result.what, result.ours, result.yardstick, result.ratio.toFixed(2), Number.isFinite(result.bar) ? `≤ ${result.bar}` : '', Number.isFinite(result.bar) ? verdict(result) : '']),
	];
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
	return rows.map(row => row.map((cell, column) => column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)).join('  ').trimEnd()).join('\n');
};

/** What the figures were measured on. */
export const facts = async (): Promise<string> => {
	const {default: duckdb} = await import('@duckdb/node-api');
	const [first] = cpus();
	return [
		`machine  ${cpus().length} × ${first?.model ?? 'processor unknown'}, ${Math.round(totalmem() / 1e9)} GB, ${platform()} ${arch()}`,
		`Node     ${process.version}`,
		`DuckDB   ${duckdb.version()}`,
	].join('\n');
};

/** Runs a benchmark when it is the program that was started, not when the whole table is. */
export const runAlone = async (url: string, work: () => Promise<readonly Result[]>): Promise<void> => {
	if (url !== pathToFileURL(process.argv[1]!).href) {
		return;
	}

	console.log(`${await facts()}\n`);
	const results = await work();
	console.log(resultTable(results));
	process.exitCode = results.some(result => verdict(result) === 'over') ? 1 : 0;
};
