import {last, pieceOf, type CallThere, type Unfilled} from './things.ts';

/** Fetches the lists of an answer piece by piece. Each piece is a turn of its own, between which keys are answered. */
export const fillLists = async (unfilled: readonly Unfilled[], call: CallThere): Promise<void> => {
	for (const {id, length, items} of unfilled) {
		while (items.length < length) {
			items.push(...await call(id, pieceOf, [items.length]) as readonly unknown[]);
		}

		await call(id, last, []);
	}
};
