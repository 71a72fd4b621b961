import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {hitsOf, wasReached} from '../helpers/world-answer.ts';
import {allMapFlags, openFlags, runCli} from '../helpers/world-cli.ts';
import {putOnDisk, type WorldOnDisk} from '../helpers/world-disk.ts';
import {makeWorld} from '../helpers/world-maker.ts';
import {questionsFor, type Question} from '../helpers/world-questions.ts';
import {worldSeeds} from '../helpers/world-seeds.ts';

type Evidence = {
	readonly evidence: string; readonly source: {readonly sha256: string}; readonly record: number; readonly offset: number; readonly length: number;
	readonly raw?: string; readonly raw_b64?: string; readonly raw_sha256: string;
};

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Ids never hold a comma here: the first cell of each line is enough. */
const firstCells = (csv: string): readonly string[] => csv.replace(/^\uFEFF/, '').trimEnd().split(/\r?\n/).slice(1).map(line => line.split(',')[0]!.replaceAll('"', ''));

const checkEvidence = (t: ExecutionContext, disk: WorldOnDisk, lines: readonly Evidence[]): void => {
	for (const line of lines) {
		const written = disk.written.find(({stored}) => sha256(stored) === line.source.sha256)!;
		const placed = written.records[line.record - 1]!;
		t.deepEqual([line.offset, line.length], [placed.offset, placed.length], JSON.stringify(line));
		const bytes = written.content.subarray(line.offset, line.offset + line.length);
		t.is(line.raw_sha256, sha256(bytes));
		const raw = line.raw === undefined ? line.raw_b64 && Buffer.from(line.raw_b64, 'base64') : Buffer.from(line.raw);
		t.true(!raw || raw.equals(bytes), JSON.stringify(line));
	}
};

/** Where the events that match stand, as `sha256 record`: kept records only. */
const placesOf = ({world, written}: WorldOnDisk, question: Question): {readonly reached: readonly string[]; readonly all: readonly string[]} => {
	const hits = new Set(hitsOf(world, question.matches).map(({event}) => event));
	const places = written.flatMap(({stored, records}) => records
		.filter(({entry}) => entry.fate === 'kept' && hits.has(entry.event))
		.map(({entry, record}) => ({place: `${sha256(stored)} ${record}`, isReached: wasReached(entry.event)})));
	return {reached: places.filter(({isReached}) => isReached).map(({place}) => place), all: places.map(({place}) => place)};
};

const reachedCustomers = ({world}: WorldOnDisk, question: Question): readonly string[] => {
	const ids = hitsOf(world, question.matches).filter(({event}) => wasReached(event)).flatMap(({customers}) => customers.map(({id}) => id));
	return [...new Set(ids)].toSorted();
};

for (const seed of worldSeeds(3)) {
	test.serial(`the case file of world ${seed} holds its customers, and its evidence stands in the exports at the cited bytes`, async t => {
		const disk = await putOnDisk(makeWorld(seed));
		const questions = questionsFor(disk.world);
		const question = questions[seed % 2 === 0 ? 0 : (seed * 5) % questions.length]!;
		const directory = join(disk.directory, 'case-file');
		const run = await runCli(['export', ...openFlags(disk), ...allMapFlags(disk), ...question.flags, '--reason', 'a world', '--output', directory]);
		t.is(run.exitCode, 0, `${run.command}\n${run.stderr}`);
		t.deepEqual(firstCells(await readFile(join(directory, 'data/affected/customers.csv'), 'utf8')), reachedCustomers(disk, question), run.command);

		const text = (await readFile(join(directory, 'data/evidence/records.ndjson'), 'utf8')).trimEnd();
		const evidence = text === '' ? [] : text.split('\n').map(line => JSON.parse(line) as Evidence);
		checkEvidence(t, disk, evidence);
		const cited = new Set(evidence.map(line => `${line.source.sha256} ${line.record}`));
		const {reached, all} = placesOf(disk, question);
		t.deepEqual(reached.filter(place => !cited.has(place)), [], 'every access that reached somebody is in the evidence');
		t.true(all.length >= cited.size, 'nothing else is in the evidence');

		const verified = await runCli(['verify', directory]);
		t.is(verified.exitCode, 0, verified.stderr + verified.stdout);
		await disk.remove();
	});
}
