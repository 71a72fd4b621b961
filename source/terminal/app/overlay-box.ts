import type {LayerKind} from './layer.ts';
import type {Size} from './state.ts';

export type OverlayBox = {
	/** Of the frame around it, from the upper left corner of the screen. */
	readonly left: number;
	readonly top: number;
	/** Inside the frame. */
	readonly width: number;
	readonly height: number;
};

/** A text that one reads takes the whole body; a question takes as little as it needs and leaves the rest in view. */
const reading: ReadonlySet<LayerKind> = new Set<LayerKind>(['record', 'help', 'rejects', 'command', 'leads-text']);

export const isReading = (kind: LayerKind): boolean => reading.has(kind);

/** Header and chips stay above it, footer and frame below. */
const aboveAndBelow = 4;

const question = ({columns, rows}: Size, wish: {readonly width: number; readonly height: number}): OverlayBox => {
	const width = Math.min(wish.width, columns - 6);
	const height = Math.min(wish.height, rows - aboveAndBelow - 2);
	return {left: Math.max(1, Math.floor((columns - width - 4) / 2)), top: 2, width, height};
};

/** Where a layer lies. `lines`: how many rows a question has to show. */
export const overlayBox = ({size}: {readonly size: Size}, kind: LayerKind, lines = 12): OverlayBox => {
	if (isReading(kind)) {
		return {left: 0, top: 2, width: size.columns - 4, height: Math.max(1, size.rows - aboveAndBelow - 2)};
	}

	const box = question(size, {width: kind === 'quit' ? 64 : 76, height: lines});
	// Below the line that it is about; where the screen is hardly wider, to its very edge.
	return kind === 'filter' ? {...box, left: 0, width: size.columns - 4 <= 80 ? size.columns - 4 : box.width} : box;
};
