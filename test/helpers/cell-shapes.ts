/*
Characters that are meant to touch their neighbours: frames and bars. As text they leave gaps wherever a font is lower than its line,
so they are drawn as shapes that fill their cell.
*/

/** The strokes of a frame: from one side of the cell to another, or from its middle. Up, right, down, left. */
const frame: Readonly<Record<string, readonly string[]>> = {
	'─': ['lr'], '│': ['ud'], '┌': ['rd'], '┐': ['ld'], '└': ['ur'], '┘': ['ul'],
	'├': ['ud', 'r'], '┤': ['ud', 'l'], '┬': ['lr', 'd'], '┴': ['lr', 'u'], '┼': ['ud', 'lr'],
};

/** Eighths of the cell's height, from below. */
const bars = ' ▁▂▃▄▅▆▇█';

/** For the classes of a regular expression. */
export const shapes = {frame: Object.keys(frame).join(''), bars: bars.trim()};

export type Place = {readonly x: number; readonly y: number; readonly width: number; readonly height: number};

export const isShape = (character: string): boolean => shapes.frame.includes(character) || shapes.bars.includes(character);

const rounded = (number: number): number => Math.round(number * 100) / 100;

const framePath = (strokes: readonly string[], {x, y, width, height}: Place): string => {
	const [across, down] = [rounded(x + width / 2), rounded(y + height / 2)];
	const ends: Readonly<Record<string, string>> = {
		u: `${across} ${rounded(y)}`, d: `${across} ${rounded(y + height)}`, l: `${rounded(x)} ${down}`, r: `${rounded(x + width)} ${down}`,
	};
	return strokes.map(([from, to]) => `M${ends[from!]}L${across} ${down}${to === undefined ? '' : `L${ends[to]}`}`).join('');
};

/** A row of shapes of one colour as SVG, from the first one's place on. */
export const drawShapes = (text: string, first: Place, colour: string): string => {
	const places = [...text].map((character, index) => ({character, place: {...first, x: first.x + index * first.width}}));
	const lines = places.map(({character, place}) => framePath(frame[character] ?? [], place)).join('');
	const blocks = places.map(({character, place: {x, y, width, height}}) => {
		const filled = Math.max(0, bars.indexOf(character)) / 8 * height;
		return filled === 0 ? '' : `M${rounded(x)} ${rounded(y + height)}v${rounded(-filled)}h${rounded(width)}v${rounded(filled)}z`;
	}).join('');
	return (lines === '' ? '' : `<path d="${lines}" stroke="${colour}"/>`)
		+ (blocks === '' ? '' : `<path d="${blocks}" fill="${colour}" shape-rendering="crispEdges"/>`);
};
