import test from 'ava';
import {figuresOf} from '../helpers/world-answer.ts';
import {checkedParts, expectedReport, openFlags, runCli} from '../helpers/world-cli.ts';
import {putOnDisk} from '../helpers/world-disk.ts';
import {makeWorld} from '../helpers/world-maker.ts';
import {questionsFor} from '../helpers/world-questions.ts';
import {worldSeeds} from '../helpers/world-seeds.ts';

for (const seed of worldSeeds()) {
	test.serial(`without --map, world ${seed} is understood rightly or refused with what would settle it`, async t => {
		const world = makeWorld(seed);
		const disk = await putOnDisk(world);
		const everything = questionsFor(world)[0]!;
		const run = await runCli(['report', ...openFlags(disk), '--format', 'json']);
		if (run.exitCode === 0) {
			t.deepEqual(checkedParts(run.stdout, disk), expectedReport(disk, everything, figuresOf(world, everything.matches)), run.command);
		} else {
			t.is(run.exitCode, 1, run.stderr);
			t.regex(run.stderr, /--map|--date-order/, run.command);
			t.notRegex(run.stderr, /^\s+at .*\(/m);
		}

		await disk.remove();
	});
}
