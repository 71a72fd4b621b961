/** A place in a list of which `height` rows are in view, from `top` on. */
export type ListPlace = {readonly cursor: number; readonly top: number};

export type ListMove = {readonly by: number} | {readonly pages: number} | {readonly to: 'first' | 'last' | number};

export const listStart: ListPlace = {cursor: 0, top: 0};

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** The cursor stays in the list, the list stays in the pane, and nothing scrolls that need not. */
export const settle = ({cursor, top}: ListPlace, count: number, height: number): ListPlace => {
	const at = clamp(cursor, 0, Math.max(0, count - 1));
	const lowest = Math.max(0, count - height);
	return {cursor: at, top: clamp(clamp(top, at - height + 1, at), 0, lowest)};
};

const destination = (cursor: number, move: ListMove, {count, height}: {readonly count: number; readonly height: number}): number => {
	if ('by' in move) {
		return cursor + move.by;
	}

	if ('pages' in move) {
		return cursor + move.pages * Math.max(1, height - 1);
	}

	return move.to === 'first' ? 0 : (move.to === 'last' ? count - 1 : move.to);
};

export const moveInList = (place: ListPlace, move: ListMove, pane: {readonly count: number; readonly height: number}): ListPlace => {
	const page = 'pages' in move ? {...place, top: place.top + move.pages * Math.max(1, pane.height - 1)} : place;
	return settle({...page, cursor: destination(place.cursor, move, pane)}, pane.count, pane.height);
};
