import {AtomTable, windowsTried} from './atom-table.ts';
import type {Holder, LeakQuestion, Reach} from './reach.ts';
import {listPlaces, Trail} from './trail.ts';

/** Called between holders: lets the screen breathe, and throws when it was cancelled. */
export type Breathe = (done: number) => Promise<void>;

const holdersBetweenBreaths = 20;

/** All atoms that hold anything of the list, worked out once: only what they gain changes from step to step. */
export const atomsOf = async (question: LeakQuestion, breathe: Breathe): Promise<AtomTable> => {
	const trail = new Trail(question);
	const windows = windowsTried(question.days);
	const holders: ReadonlyArray<{readonly holder: Holder; readonly reach: () => Reach}> = [
		...question.accounts.map((reach, index) => ({holder: {kind: 'account', index} as const, reach: () => reach})),
		...question.groups.map(({reach}, index) => ({holder: {kind: 'group', index} as const, reach})),
	];
	const atoms = new AtomTable(question);
	const listed = new Uint32Array(question.leaked.length);
	for (const [number, {holder, reach}] of holders.entries()) {
		if (number % holdersBetweenBreaths === 0) {
			await breathe(number / holders.length);
		}

		trail.follow(reach());
		for (const [place, window] of windows.entries()) {
			atoms.add(holder, place, listed, trail.listedIn(window, listed), () => trail.sizeIn(window));
		}
	}

	return atoms;
};

/** The same atoms for a part of the list. */
export const atomsOfPart = (atoms: AtomTable, whole: Pick<LeakQuestion, 'leaked'>, part: LeakQuestion): AtomTable => {
	const places = listPlaces(part);
	return atoms.ofPart(part, Int32Array.from(whole.leaked, customer => places[customer]!));
};
