import process from 'node:process';

/** Worlds in an ordinary test run; `WHOSAW_WORLDS=500` looks further, `WHOSAW_WORLD=77` looks at one again. */
export const worldSeeds = (usual = 6): readonly number[] => {
	const one = process.env['WHOSAW_WORLD'];
	const count = Number(process.env['WHOSAW_WORLDS'] ?? usual);
	return one === undefined ? Array.from({length: count}, (_, index) => index + 1) : [Number(one)];
};
