import test from 'ava';
import {figuresOf} from '../helpers/world-answer.ts';
import {askWorld, openWorld} from '../helpers/world-ask.ts';
import {allMapFlags, checkedParts} from '../helpers/world-cli.ts';
import {putOnDisk} from '../helpers/world-disk.ts';
import {makeWorld} from '../helpers/world-maker.ts';
import {questionsFor} from '../helpers/world-questions.ts';
import {worldSeeds} from '../helpers/world-seeds.ts';

for (const seed of worldSeeds()) {
	test.serial(`every question about world ${seed} is answered with what happened in it`, async t => {
		const world = makeWorld(seed);
		const disk = await putOnDisk(world);
		const investigation = await openWorld(disk, allMapFlags(disk));
		for (const question of questionsFor(world)) {
			const {filter: _, sources: __, ...answer} = checkedParts(await askWorld(investigation, question), disk) as Record<string, unknown>;
			t.deepEqual(answer, {...figuresOf(world, question.matches, question.displayTimezone)}, `${question.name}: ${question.flags.join(' ')}`);
		}

		await investigation.close();
		await disk.remove();
	});
}
