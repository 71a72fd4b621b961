import test from 'ava';
import {figuresOf, sourceFigures} from '../helpers/world-answer.ts';
import {allMapFlags, checkedParts, openFlags, runCli} from '../helpers/world-cli.ts';
import {putOnDisk, renderWorld} from '../helpers/world-disk.ts';
import {makeWorld} from '../helpers/world-maker.ts';
import {keptEvents, type Entry, type World, type WorldEvent} from '../helpers/world.ts';

/** The k-th copy of a row in the second file is the k-th of the first. */
const overlapped = (world: World): World => {
	const [first, second] = world.files.filter(({kind}) => kind === 'bulk');
	const left = new Map<WorldEvent, number>();
	for (const event of keptEvents(first!)) {
		left.set(event, (left.get(event) ?? 0) + 1);
	}

	const entries = second!.entries.map((entry): Entry => {
		const copies = entry.fate === 'kept' ? left.get(entry.event) ?? 0 : 0;
		if (entry.fate === 'kept') {
			left.set(entry.event, copies - 1);
		}

		return entry.fate === 'kept' && copies > 0 ? {fate: 'duplicate', event: entry.event} : entry;
	});
	return {...world, files: world.files.map(file => file === second ? {...file, entries} : file)};
};

const seeds = Array.from({length: 40}, (_, index) => index + 1).filter(seed => makeWorld(seed).files.filter(({kind}) => kind === 'bulk').length === 2).slice(0, 2);

for (const seed of seeds) {
	test.serial(`with --overlapping, rows of world ${seed} that stand in two exports count once`, async t => {
		const disk = await putOnDisk(makeWorld(seed));
		const world = overlapped(disk.world);
		const run = await runCli(['report', ...openFlags(disk), ...allMapFlags(disk), '--overlapping', '--format', 'json']);
		t.is(run.exitCode, 0, run.stderr);
		const {filter: _, sources, ...figures} = checkedParts(run.stdout, disk) as {readonly filter: unknown; readonly sources: ReadonlyArray<{readonly records: object}>};
		t.deepEqual(figures, {...figuresOf(world, () => true)}, run.command);
		const expected = renderWorld(world).map(written => sourceFigures(written, []) as {readonly records: object});
		t.deepEqual(sources.map(({records}) => records), expected.map(({records}) => records), run.command);
		await disk.remove();
	});
}
