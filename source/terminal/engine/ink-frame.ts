/* oxlint-disable no-control-regex -- escape sequences are the matter of this file */
/*
What Ink 6.8 writes (log-update.js): a prefix that takes the cursor back and erases the frame before, the frame with `\n` at its end,
and, when a component has set the cursor, a suffix that goes there and shows it. We keep the frame and the place of the cursor.
*/

export type Cursor = {readonly x: number; readonly y: number};
/** `undefined` lines: only the cursor moved, or nothing was drawn. */
export type InkFrame = {readonly lines: readonly string[] | undefined; readonly cursor: Cursor | undefined};

// Hide the cursor, move it, erase lines: everything before the frame.
const prefix = /^(?:\u001B\[(?:\?25[hl]|\d*[ABCDEFGJK]))+/;
const suffix = /(?:\u001B\[(\d+)A)?\u001B\[(\d+)G\u001B\[\?25h$/;

/** What one write of Ink's means. `height` is that of the frame before, for a write that only moves the cursor. */
export const readInkFrame = (written: string, height: number): InkFrame => {
	const place = suffix.exec(written);
	const body = (place ? written.slice(0, place.index) : written).replace(prefix, '');
	const lines = body === '' ? undefined : body.replace(/\n$/, '').split('\n');
	const cursor = place ? {x: Number(place[2]) - 1, y: (lines?.length ?? height) - Number(place[1] ?? 0)} : undefined;
	return {lines, cursor};
};
