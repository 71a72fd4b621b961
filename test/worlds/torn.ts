import {writeFile} from 'node:fs/promises';
import {constants, gunzipSync} from 'node:zlib';
import test from 'ava';
import {figuresOf} from '../helpers/world-answer.ts';
import {allMapFlags, checkedParts, openFlags, runCli} from '../helpers/world-cli.ts';
import {putOnDisk} from '../helpers/world-disk.ts';
import {makeWorld} from '../helpers/world-maker.ts';
import type {World} from '../helpers/world.ts';

// A download that stopped: what came is kept, the tear is one rejected record, and the source says that there was more.

for (const [seed, share] of [[2, 0.5], [11, 0.95]] as const) {
	test.serial(`a compressed export of world ${seed} that ends after ${share * 100} % keeps its whole records`, async t => {
		const made = makeWorld(seed);
		const file = made.files.find(({kind}) => kind === 'desk')!;
		const world: World = {...made, files: [file], styles: {...made.styles, desk: {...made.styles.desk, members: 1}}};
		const disk = await putOnDisk(world);
		const [written] = disk.written;
		const stored = written!.stored.subarray(0, Math.floor(written!.stored.length * share));
		await writeFile(disk.paths[0]!, stored);
		const {length} = gunzipSync(stored, {finishFlush: constants.Z_SYNC_FLUSH});
		const whole = written!.records.filter(record => record.offset + record.length < length);
		const count = (fate: string): number => whole.filter(({entry}) => entry.fate === fate).length;

		const run = await runCli(['report', ...openFlags(disk), ...allMapFlags(disk).filter((_, index, all) => all[index - (index % 2) + 1]!.startsWith('desk')), '--format', 'json']);
		t.is(run.exitCode, 0, run.stderr);
		const {filter: _, sources, ...figures} = checkedParts(run.stdout, disk) as {readonly filter: unknown; readonly sources: readonly object[]};
		t.like(sources[0], {incomplete: true, records: {read: whole.length + 1, kept: count('kept'), duplicate: count('duplicate'), rejected: count('rejected') + 1}}, run.command);
		t.deepEqual(figures, {...figuresOf({...world, files: [{...file, entries: whole.map(({entry}) => entry)}]}, () => true)});
		await disk.remove();
	});
}
