import test from 'ava';
import {ExpectedError} from '../../source/errors.ts';
import {figuresOf} from '../helpers/world-answer.ts';
import {askWorld, openWorld} from '../helpers/world-ask.ts';
import {checkedParts, expectedReport, openFlags, runCli} from '../helpers/world-cli.ts';
import {putOnDisk, type WorldOnDisk} from '../helpers/world-disk.ts';
import {makeWorld} from '../helpers/world-maker.ts';
import {questionsFor} from '../helpers/world-questions.ts';
import {worldSeeds} from '../helpers/world-seeds.ts';

const withWorld = async (seed: number, work: (disk: WorldOnDisk) => Promise<void>): Promise<void> => {
	const disk = await putOnDisk(makeWorld(seed));
	await work(disk);
	await disk.remove();
};

for (const seed of worldSeeds()) {
	test.serial(`without --map, world ${seed} is understood rightly or refused with what would settle it`, async t => withWorld(seed, async disk => {
		const everything = questionsFor(disk.world)[0]!;
		try {
			const investigation = await openWorld(disk, []);
			const {filter: _, sources: __, ...answer} = checkedParts(await askWorld(investigation, everything), disk) as Record<string, unknown>;
			await investigation.close();
			t.deepEqual(answer, {...figuresOf(disk.world, everything.matches)});
		} catch (error) {
			t.true(error instanceof ExpectedError, String(error));
			t.regex((error as ExpectedError).next ?? '', /--map \w+=|--date-order/);
		}
	}));
}

for (const seed of worldSeeds(2)) {
	test.serial(`without --map, the program reports of world ${seed} what happened or says which --map is missing`, async t => withWorld(seed, async disk => {
		const everything = questionsFor(disk.world)[0]!;
		const run = await runCli(['report', ...openFlags(disk), '--format', 'json']);
		if (run.exitCode === 0) {
			t.deepEqual(checkedParts(run.stdout, disk), expectedReport(disk, everything, figuresOf(disk.world, everything.matches)), run.command);
		} else {
			t.true(run.exitCode === 1 || run.exitCode === 2, run.stderr);
			t.regex(run.stderr, /--map|--date-order/, run.command);
			t.notRegex(run.stderr, /^\s+at .*\(/m);
		}
	}));
}
