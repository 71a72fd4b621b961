import {copyFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {requestOfCase} from '../../source/investigation/case/case-reading.ts';
import {createCase} from '../../source/investigation/case/create-case.ts';
import {openCase, openToChange} from '../../source/investigation/case/open-case.ts';
import {openExports} from '../../source/investigation/case/open-exports.ts';
import {addSources} from '../../source/investigation/case/sources.ts';
import type {LoadOptions, LoadRequest, Progress} from '../../source/investigation/investigation.ts';
import {everything} from '../helpers/case-questions.ts';
import {indexTables} from '../helpers/index-tables.ts';
import {requestOfWorld} from '../helpers/world-ask.ts';
import {allMapFlags} from '../helpers/world-cli.ts';
import {makeDice} from '../helpers/world-dice.ts';
import {putOnDisk} from '../helpers/world-disk.ts';
import {makeWorld} from '../helpers/world-maker.ts';
import {worldSeeds} from '../helpers/world-seeds.ts';

const worker = {by: {name: 'J. Rivera', id: 'rivera@example.com'}, now: () => new Date('2026-11-22T10:00:00Z')};

const filters = ['', 'data:email', 'country:GB'];

const asked = async (dir: string, options: LoadOptions = {}): Promise<unknown> => {
	const {state} = openCase(dir);
	const investigation = await openExports({folder: dir, state, request: requestOfCase(dir, state), options});
	try {
		return await everything(investigation, filters);
	} finally {
		await investigation.close();
	}
};

for (const seed of worldSeeds(3)) {
	test.serial(`a case of world ${seed} to which exports were added is what it is when all are loaded`, async t => {
		const disk = await putOnDisk(makeWorld(seed));
		t.teardown(disk.remove);
		const dice = makeDice(seed + 3_000_000);
		const request: LoadRequest = {...requestOfWorld(disk, allMapFlags(disk)), overlapping: dice.chance(0.5)};
		const paths = dice.some(disk.paths, disk.paths.length);
		const dir = join(disk.directory, 'leak');
		const begun = dice.between(1, Math.max(1, paths.length - 1));
		await (await createCase({folder: dir, worker, about: {}, request: {...request, paths: paths.slice(0, begun)}})).close();
		const added = paths.slice(begun);
		while (added.length > 0) {
			const told: Progress[] = [];
			const options: LoadOptions = {onProgress: progress => told.push(progress)};
			const older = join(disk.directory, 'older.duckdb');
			copyFileSync(join(dir, 'events.duckdb'), older);
			const opened = openToChange(dir, worker);
			await addSources(opened, {...request, paths: added.splice(0, dice.between(1, 2))}, options);
			await opened.close();
			if (dice.chance(0.3)) {
				// Whoever was killed between the journal and the index adds them when the case is opened.
				copyFileSync(older, join(dir, 'events.duckdb'));
			}

			const grown = await asked(dir, options);
			const index = join(dir, 'events.duckdb');
			const kept = join(disk.directory, 'grown.duckdb');
			copyFileSync(index, kept);
			rmSync(index);
			const name = `${paths.length} exports of world ${seed}, ${added.length} to come`;
			t.deepEqual(grown, await asked(dir), name);
			t.deepEqual(await indexTables(kept), await indexTables(index), name);
			t.deepEqual(told.flatMap(progress => progress.kind === 'noted' ? [progress.text] : []), [], name);
			t.true(told.some(progress => progress.kind === 'phase' && progress.text.startsWith('adding ')), name);
			copyFileSync(kept, index);
		}
	});
}
