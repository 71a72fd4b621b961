import type {Line} from '../../drawing/line.ts';

/** As many of the rows as fit, with the one at `active` among them. */
export const around = (lines: readonly Line[], active: number, height: number): readonly Line[] => {
	const top = Math.max(0, Math.min(active - Math.floor(height / 2), lines.length - height));
	return lines.slice(top, top + height);
};
