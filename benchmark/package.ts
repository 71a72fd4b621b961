import {createReadStream, createWriteStream} from 'node:fs';
import {mkdir, mkdtemp, rm, stat} from 'node:fs/promises';
import {once} from 'node:events';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {finished} from 'node:stream/promises';
import {cli, interleave, runNode, type Run} from './measure.ts';
import {bytesText, memoryResult, runAlone, secondsText, timeResult, type Result} from './results.ts';

/*
The case file of a case with 100,000 exposures: 50,000 customers, e-mail and phone of each, reached by twenty accounts in two selections of which an
exclusion takes a part; 200,000 accesses of others to the same customers beside. Half a minute and 1 GB are the most that it may take.
*/

const customers = 50_000;
const exposures = customers * 2;
const mostSeconds = 30;
const mostBytes = 1e9;

const time = (second: number): string => `${new Date(Date.UTC(2020, 9, 1) + (second * 1000)).toISOString().slice(0, 19)}Z`;
const customer = (index: number): string => `C${1_000_000 + index}`;

/** The log, in order of nothing: one access for each exposure, a fifth of them twice, one in a hundred with a ticket that is excluded, and those of others. */
const logLines = function * (): Generator<string> {
	yield 'event_id,timestamp,user_id,customer_id,fields,action,system,ticket\n';
	let id = 0;
	const line = (account: string, index: number, [field, ticket]: readonly [string, string]): string =>
		`EV${++id},${time((id * 37) % 1_900_000)},${account},${customer(index)},${field},read,crm,${ticket}\n`;
	for (let index = 0; index < customers; index++) {
		for (const field of ['email', 'phone']) {
			const account = `E9${String((index % 20) + 1).padStart(3, '0')}`;
			yield line(account, index, [field, '']);
			if (index % 5 === 0) {
				yield line(account, index, [field, index % 100 === 0 ? 'T401' : '']);
			}
		}

		for (let other = 0; other < 4; other++) {
			yield line(`E${String(((index * 7) + other) % 300).padStart(4, '0')}`, (index * 11) % customers, ['email', `T${index}`]);
		}
	}
};

const directoryLines = function * (): Generator<string> {
	yield 'id,email,name,country\n';
	for (let index = 0; index < customers; index++) {
		yield `${customer(index)},c${index}@example.com,"Sample, No. ${index}",${['DE', 'GB', 'FR', 'US', 'IE'][index % 5]}\n`;
	}
};

const write = async (path: string, lines: Iterable<string>): Promise<void> => {
	const stream = createWriteStream(path);
	for (const line of lines) {
		if (!stream.write(line)) {
			await once(stream, 'drain');
		}
	}

	stream.end();
	await finished(stream);
};

const makeCase = async (folder: string): Promise<string> => {
	const [log, people, directory, by] = [join(folder, 'crm.csv'), join(folder, 'people.csv'), join(folder, 'case'), ['--investigator', 'J. Rivera']];
	await mkdir(folder, {recursive: true});
	await write(log, logLines());
	await write(people, directoryLines());
	await runNode(cli, 'case', 'create', directory, log, '--customers', people, ...by);
	for (const data of ['email', 'phone']) {
		await runNode(cli, 'case', 'select', directory, '--filter', `employee:E9* data:${data}`, '--reason', 'a benchmark', ...by);
	}

	await runNode(cli, 'case', 'exclude', directory, '--filter', 'reason:T401', '--reason', 'the customers asked', ...by);
	return directory;
};

const countLines = async (path: string): Promise<number> => {
	let lines = 0;
	for await (const _ of createInterface({input: createReadStream(path)})) {
		lines++;
	}

	return lines;
};

/** A package that lacks something would be a fast one; and a report that holds every customer would be read by nobody. */
const checkWhole = async (output: string): Promise<void> => {
	const found = await countLines(join(output, 'data/affected/exposures.csv')) - 1;
	if (found !== exposures) {
		throw new Error(`${found} exposures were packed of ${exposures}`);
	}

	for (const document of ['report.pdf', 'report.html', 'referral.pdf']) {
		const {size} = await stat(join(output, 'data', document));
		if (size > 1e6) {
			throw new Error(`${document} has ${bytesText(size)}: its lists are not cut`);
		}
	}
};

const exportCase = async (directory: string, folder: string): Promise<Run> => {
	const output = await mkdtemp(join(folder, 'package-'));
	try {
		const run = await runNode(cli, 'export', directory, '--output', output, '--investigator', 'J. Rivera');
		await checkWhole(output);
		return run;
	} finally {
		await rm(output, {recursive: true});
	}
};

export const packages = async (): Promise<readonly Result[]> => {
	const folder = await mkdtemp(join(tmpdir(), 'whosaw-benchmark-package-'));
	try {
		const directory = await makeCase(folder);
		const {ours} = await interleave({ours: async () => exportCase(directory, folder)}, 3);
		return [
			{...timeResult(`package: ${exposures / 1000},000 exposures, time against ${mostSeconds} s`, [ours, {seconds: mostSeconds}], 1), yardstick: secondsText(mostSeconds)},
			{...memoryResult(`package: ${exposures / 1000},000 exposures, peak memory against 1 GB`, [ours, {peakBytes: mostBytes}], 1), yardstick: bytesText(mostBytes)},
		];
	} finally {
		await rm(folder, {recursive: true});
	}
};

await runAlone(import.meta.url, packages);
