import process from 'node:process';
import {rankLeads} from '../../source/leads/verdict.ts';
import {accusedByHypergeometric, baselineNames, rankByBaselines} from './baselines.ts';
import {makeWorld, type ListKind, type World} from './world.ts';

/*
How often the ranking is right, and how often it points at somebody innocent, beside the rankings that are used elsewhere, with the bars. Seeds from 600,000 on: none was
looked at while the method was made or changed. `node --import=tsx benchmark/leads/leads.ts [TRIALS [FIRST-SEED [FIRST-TRIAL]]]`; a run may be shared between cores by
trials, for every trial has its own seeds: 100 from trial 0 and 100 from trial 100 add up to 200.
*/

const trials = Number(process.argv[2] ?? 200);
const firstSeed = Number(process.argv[3] ?? 600_000);
const firstTrial = Number(process.argv[4] ?? 0);

/** Wilson's interval of a share, at 95 %. */
const interval = (hits: number, of: number): string => {
	if (of === 0) {
		return '–';
	}

	const z = 1.96;
	const share = hits / of;
	const middle = (share + z * z / (2 * of)) / (1 + z * z / of);
	const half = z * Math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of);
	return `${(share * 100).toFixed(1)} % (${(Math.max(0, middle - half) * 100).toFixed(1)}–${(Math.min(1, middle + half) * 100).toFixed(1)}, n=${of})`;
};

type Score = {hits: number; of: number};
const tally = new Map<string, Score>();
const note = (name: string, hit: boolean): void => {
	const score = tally.get(name) ?? {hits: 0, of: 0};
	tally.set(name, {hits: score.hits + (hit ? 1 : 0), of: score.of + 1});
};

const allOnTop = (ranked: readonly number[], {insiders}: World): boolean => {
	const top = new Set(ranked.slice(0, insiders.length));
	return insiders.every(({account}) => top.has(account));
};

const reportsBand = ({insiders}: World): readonly number[] => {
	const fewest = Math.min(...insiders.map(({reports}) => reports));
	return [3, 5, 10].filter(least => fewest >= least);
};

const askInsiders = async (trial: number): Promise<void> => {
	const insiders = 1 + (trial % 4);
	const reported = [0.02, 0.05, 0.1, 0.2][Math.floor(trial / 4) % 4]!;
	const noise = [0, 0.1, 0.2, 0.4][Math.floor(trial / 16) % 4]!;
	const world = makeWorld({seed: firstSeed + trial, kind: 'insiders', insiders, reported, noise});
	const {accounts} = await rankLeads(world.question, world.shared);
	const ranked = accounts.map(({account}) => account);
	const rankings = {ours: ranked, ...rankByBaselines(world.question)};
	for (const [name, ranking] of Object.entries(rankings)) {
		const right = allOnTop(ranking, world);
		note(`all on top: ${name}`, right);
		if (insiders === 4) {
			note(`four insiders: ${name}`, right);
		}
	}

	for (const least of reportsBand(world)) {
		note(`at least ${least} reports each: ours`, allOnTop(ranked, world));
	}

	for (const lead of accounts.filter(({separable}) => separable)) {
		const insider = world.insiders.find(({account}) => account === lead.account);
		note('separable leads right', insider !== undefined);
		note(`${lead.strength} leads right`, insider !== undefined);
		if (insider && lead.window) {
			note('windows overlap the truth', lead.window.from <= insider.to && lead.window.to >= insider.from);
		}
	}
};

const innocent: readonly ListKind[] = ['uniform', 'one-market', 'popular', 'frequent-callers', 'one-queue', 'system-account', 'one-age'];
const askInnocent = async (trial: number): Promise<void> => {
	for (const kind of innocent) {
		const world = makeWorld({seed: firstSeed + 50_000 + trial, kind});
		const {accounts} = await rankLeads(world.question, world.shared);
		note(`nobody behind it, ${kind}: called separable`, accounts.some(({separable}) => separable));
		if (world.shared.size > 0) {
			// Where no directory says that it is one, a service account is an account like any other.
			const unmarked = await rankLeads(world.question, new Set());
			note(`nobody behind it, ${kind} that is not marked: called separable`, unmarked.accounts.some(({separable}) => separable));
			note(`nobody behind it, ${kind} that is not marked: somebody else called separable`, unmarked.accounts.some(({separable, account}) => separable && !world.shared.has(account)));
		}

		note(`nobody behind it, ${kind}: accused by hypergeometric`, accusedByHypergeometric(world.question) > 0);
	}
};

const table = (): string => [...tally].map(([name, {hits, of}]) => `${name.padEnd(76)} ${interval(hits, of)}`).toSorted().join('\n');

const percent = (name: string): number => {
	const {hits, of} = tally.get(name) ?? {hits: 0, of: 0};
	return hits / of * 100;
};

/** Kinds of lists that the background and the groups are made to tell; of the others there is no bar. */
const told: readonly ListKind[] = ['uniform', 'one-market', 'popular', 'frequent-callers', 'one-queue'];

/** What was measured beside what is asked of it. Of a run without a trial of a kind nothing is said. */
const bars = (): string => [
	...([[3, 90], [5, 95], [10, 99]] as const).map(([reports, bar]) => ({what: `at least ${reports} reports each: ours`, measured: percent(`at least ${reports} reports each: ours`), bar})),
	...['hypergeometric', 'JLH'].flatMap(name => [{what: `points ahead of ${name}`, measured: percent('all on top: ours') - percent(`all on top: ${name}`), bar: 12}, {what: `points ahead of ${name}, four insiders`, measured: percent('four insiders: ours') - percent(`four insiders: ${name}`), bar: 25}]),
	...told.map(kind => ({what: `not called separable, ${kind}`, measured: 100 - percent(`nobody behind it, ${kind}: called separable`), bar: 98})),
	{what: 'separable leads right', measured: percent('separable leads right'), bar: 98}, {what: 'windows overlap the truth', measured: percent('windows overlap the truth'), bar: 95},
].filter(({measured}) => !Number.isNaN(measured)).map(({what, measured, bar}) => `${what.padEnd(60)} ${measured.toFixed(1).padStart(5)}, bar ${bar}: ${measured >= bar ? 'met' : 'MISSED'}`).join('\n');

/** What is known on the way stands in the log if a run is cut short. */
for (let trial = firstTrial; trial < firstTrial + trials; trial++) {
	await askInsiders(trial);
	if (trial % 4 === 3) {
		await askInnocent(Math.floor(trial / 4));
	}

	if (trial % 16 === 15) {
		console.error(`after trial ${trial + 1} of ${firstTrial + trials}\n${table()}\n`);
	}
}

console.log(table());
console.log(`\n${bars()}\n`);
console.log(`baselines: ${baselineNames.join(', ')}`);
