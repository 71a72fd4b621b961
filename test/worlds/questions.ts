import process from 'node:process';
import test from 'ava';
import {figuresOf} from '../helpers/world-answer.ts';
import {askWorld, openWorld} from '../helpers/world-ask.ts';
import {allMapFlags, checkedParts} from '../helpers/world-cli.ts';
import {putOnDisk} from '../helpers/world-disk.ts';
import {makeWorld} from '../helpers/world-maker.ts';
import {questionsFor, type Question} from '../helpers/world-questions.ts';
import {worldSeeds} from '../helpers/world-seeds.ts';

/** In an ordinary run a world is asked every second question, its neighbour the others. */
const asked = (seed: number, questions: readonly Question[]): readonly Question[] =>
	questions.filter((_, index) => 'WHOSAW_WORLDS' in process.env || 'WHOSAW_WORLD' in process.env || index % 2 === seed % 2);

for (const seed of worldSeeds()) {
	test.serial(`the questions about world ${seed} are answered with what happened in it`, async t => {
		const world = makeWorld(seed);
		const disk = await putOnDisk(world);
		const investigation = await openWorld(disk, allMapFlags(disk));
		for (const question of asked(seed, questionsFor(world))) {
			const {filter: _, sources: __, ...answer} = checkedParts(await askWorld(investigation, question), disk) as Record<string, unknown>;
			t.deepEqual(answer, {...figuresOf(world, question.matches, question.displayTimezone)}, `${question.name}: ${question.flags.join(' ')}`);
		}

		await investigation.close();
		await disk.remove();
	});
}
