import process from 'node:process';
import type {Parameters} from 'fast-check';

/**
How many cases a property that takes long is tried on. In the suite they are the same each time, so that what fails is what was changed; `WHOSAW_EXPLORE=5000` tries so many
that nobody saw before.
*/
export const exploring = <Given>(runs: number): Parameters<Given> => {
	const wanted = process.env['WHOSAW_EXPLORE'];
	return wanted === undefined ? {numRuns: runs, seed: 20_261_122, interruptAfterTimeLimit: 30_000} : {numRuns: Number(wanted)};
};
