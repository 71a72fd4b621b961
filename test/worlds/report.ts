import test from 'ava';
import {figuresOf} from '../helpers/world-answer.ts';
import {allMapFlags, checkedParts, expectedReport, openFlags, runCli} from '../helpers/world-cli.ts';
import {putOnDisk} from '../helpers/world-disk.ts';
import {makeWorld} from '../helpers/world-maker.ts';
import {questionsFor, type Question} from '../helpers/world-questions.ts';
import {worldSeeds} from '../helpers/world-seeds.ts';

/** Another question for every world; `questions.ts` asks all of them without the price of starting the program. */
const questionFor = (seed: number, questions: readonly Question[]): Question => questions[seed % 4 === 0 ? 0 : (seed * 7) % questions.length]!;

for (const seed of worldSeeds()) {
	test.serial(`the program reports of world ${seed} what happened in it`, async t => {
		const world = makeWorld(seed);
		const disk = await putOnDisk(world);
		const question = questionFor(seed, questionsFor(world));
		const run = await runCli(['report', ...openFlags(disk), ...allMapFlags(disk), ...question.flags, '--format', 'json', '--quiet']);
		t.is(run.exitCode, 0, `${run.command}\n${run.stderr}`);
		t.deepEqual(checkedParts(run.stdout, disk), expectedReport(disk, question, figuresOf(world, question.matches, question.displayTimezone)), `${question.name}: ${run.command}`);
		await disk.remove();
	});
}
