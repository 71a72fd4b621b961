import type {ScreenSize} from '../engine/screen-size.ts';
import {piecesText, piecesWidth, slicePieces, type Pieces} from './pieces.ts';

/** Rows below each other, and where the first of them begins. */
export type Placed = {readonly x: number; readonly y: number; readonly rows: readonly Pieces[]};

type Segment = {readonly from: number; readonly to: number; readonly pieces: Pieces};

/** Rows are kept by those who draw them as long as they do not change: their widths and texts are found once. */
const widths = new WeakMap<Pieces, number>();
const texts = new WeakMap<Pieces, string>();

const kept = <Value>(known: WeakMap<Pieces, Value>, pieces: Pieces, find: (pieces: Pieces) => Value): Value => {
	let value = known.get(pieces);
	if (value === undefined) {
		value = find(pieces);
		known.set(pieces, value);
	}

	return value;
};

const part = ({from, pieces}: Segment, start: number, end: number): Segment => ({from: start, to: end, pieces: slicePieces(pieces, start - from, end - from)});

/** What is left of a segment when another lies over it: nothing, one end, or both. */
const uncovered = (segment: Segment, over: Segment): readonly Segment[] => {
	if (segment.to <= over.from || segment.from >= over.to) {
		return [segment];
	}

	return [
		...(segment.from < over.from ? [part(segment, segment.from, over.from)] : []),
		...(segment.to > over.to ? [part(segment, over.to, segment.to)] : []),
	];
};

const within = (segment: Segment, columns: number): Segment => {
	const [from, to] = [Math.max(0, segment.from), Math.min(columns, segment.to)];
	return from === segment.from && to === segment.to ? segment : part(segment, from, to);
};

const rowText = (segments: readonly Segment[]): string => {
	let text = '';
	let at = 0;
	for (const {from, to, pieces} of segments.toSorted((a, b) => a.from - b.from)) {
		text += ' '.repeat(Math.max(0, from - at)) + kept(texts, pieces, piecesText);
		at = to;
	}

	return text;
};

/** The rows of the screen, from blocks in the order in which they were drawn: later ones lie over earlier ones. */
export const compose = (blocks: readonly Placed[], {columns, rows}: ScreenSize): readonly string[] => {
	const screen: Array<readonly Segment[]> = Array.from({length: rows}, () => []);
	for (const {x, y, rows: lines} of blocks) {
		for (const [index, pieces] of lines.entries()) {
			const below = screen[y + index];
			const width = kept(widths, pieces, piecesWidth);
			if (below && width > 0 && x < columns) {
				const segment = within({from: x, to: x + width, pieces}, columns);
				screen[y + index] = [...below.flatMap(under => uncovered(under, segment)), segment];
			}
		}
	}

	return screen.map(row => rowText(row));
};
