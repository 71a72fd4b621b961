import type {Action} from './action.ts';
import type {Random} from './random.ts';
import {makeRandom} from './random.ts';
import type {World} from './world.ts';

/** Of those whose data left, so many notice strange mail and report it. */
const reportedShare = 0.16;

/** Reports that have another cause: for every hundred true ones so many. */
const noisePerHundred = 12;

const reporters = (random: Random, actions: readonly Action[]): string[] =>
	[...new Set(actions.map(({customer}) => customer.email))].filter(() => random.chance(reportedShare));

/** Some got spam from elsewhere, and some are not even customers under that address. */
const noise = (random: Random, world: World, count: number): string[] => Array.from({length: count}, (_, index) =>
	random.chance(0.8) ? random.pick(world.customers).email : `reader${index + 1}@example.org`);

const shuffled = (random: Random, lines: readonly string[]): string[] => lines
	.map(text => ({text, rank: random.next()}))
	.toSorted((a, b) => a.rank - b.rank)
	.map(({text}) => text);

/** One e-mail address a line, as the press office collected them. */
export function * leakedList(world: World): Generator<string> {
	const random = makeRandom(`${world.seed}/leaked`);
	const known = [...reporters(random, world.insiders.harvest), ...reporters(random, world.insiders.sale)];
	const all = [...known, ...noise(random, world, Math.ceil(known.length * noisePerHundred / 100))];
	yield shuffled(random, [...new Set(all)]).join('\n') + '\n';
}
