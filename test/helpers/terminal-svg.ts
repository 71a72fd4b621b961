import type {IBuffer, IBufferCell, Terminal} from '@xterm/headless';
import {drawShapes, isShape, shapes} from './cell-shapes.ts';

/** A run of neighbouring cells that look the same. Wide characters stand alone, so that no font can move what follows. */
type Run = {readonly start: number; readonly width: number; readonly text: string; readonly look: Look};
type Look = {readonly foreground: string; readonly background: string; readonly bold: boolean; readonly dim: boolean; readonly underline: boolean};

const cellWidth = 8.4;
const lineHeight = 18;
const margin = 14;
const dark = '#16181d';
const light = '#d7dae0';

const base = [
	'#2b2f37', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', light,
	'#7f848e', '#ff7a85', '#b5e890', '#ffd68a', '#7cc5ff', '#e39cf7', '#6fd8e5', '#ffffff',
];

const hex = (number: number): string => `#${number.toString(16).padStart(6, '0')}`;

/** xterm's 256 colours: 16 named, a cube of six steps, 24 greys. */
const paletteColour = (index: number): string => {
	if (index < 16) {
		return base[index] ?? light;
	}

	if (index >= 232) {
		return hex((8 + (index - 232) * 10) * 0x01_01_01);
	}

	const step = (value: number): number => value === 0 ? 0 : 55 + value * 40;
	const cube = index - 16;
	return hex(step(Math.floor(cube / 36)) * 0x01_00_00 + step(Math.floor(cube / 6) % 6) * 0x01_00 + step(cube % 6));
};

const foregroundOf = (cell: IBufferCell): string => cell.isFgDefault() ? light : (cell.isFgRGB() ? hex(cell.getFgColor()) : paletteColour(cell.getFgColor()));
const backgroundOf = (cell: IBufferCell): string => cell.isBgDefault() ? dark : (cell.isBgRGB() ? hex(cell.getBgColor()) : paletteColour(cell.getBgColor()));

const lookOf = (cell: IBufferCell): Look => {
	const isInverse = cell.isInverse() !== 0;
	return {
		foreground: isInverse ? backgroundOf(cell) : foregroundOf(cell),
		background: isInverse ? foregroundOf(cell) : backgroundOf(cell),
		bold: cell.isBold() !== 0,
		dim: cell.isDim() !== 0,
		underline: cell.isUnderline() !== 0,
	};
};

const isSame = (one: Look, other: Look): boolean => JSON.stringify(one) === JSON.stringify(other);

const runsOf = (buffer: IBuffer, row: number, columns: number): readonly Run[] => {
	const runs: Run[] = [];
	const line = buffer.getLine(buffer.viewportY + row);
	for (let column = 0; column < columns; column++) {
		const cell = line?.getCell(column);
		if (cell && cell.getWidth() > 0) {
			const next = {start: column, width: cell.getWidth(), text: cell.getChars() || ' ', look: lookOf(cell)};
			const last = runs.at(-1);
			if (last && next.width === 1 && last.width === last.text.length && isSame(last.look, next.look)) {
				runs[runs.length - 1] = {...last, width: last.width + 1, text: last.text + next.text};
			} else {
				runs.push(next);
			}
		}
	}

	return runs;
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const rounded = (number: number): string => String(Math.round(number * 100) / 100);

const drawRun = ({start, width, text, look}: Run, row: number): string => {
	const x = rounded(margin + start * cellWidth);
	const y = margin + row * lineHeight;
	const length = rounded(width * cellWidth);
	const back = look.background === dark ? '' : `<rect x="${x}" y="${y}" width="${length}" height="${lineHeight}" fill="${look.background}" shape-rendering="crispEdges"/>`;
	const style = `${look.bold ? ' font-weight="bold"' : ''}${look.dim ? ' opacity="0.6"' : ''}${look.underline ? ' text-decoration="underline"' : ''}`;
	const words = wordsOf(text).map(({at, word}) => {
		const left = margin + (start + at) * cellWidth;
		if (isShape(word[0]!)) {
			const drawn = drawShapes(word, {x: left, y, width: cellWidth, height: lineHeight}, look.foreground);
			return look.dim ? `<g opacity="0.6">${drawn}</g>` : drawn;
		}

		const room = rounded((word.length === text.length ? width : word.length) * cellWidth);
		return `<text x="${rounded(left)}" y="${y + 13}" textLength="${room}" lengthAdjust="spacingAndGlyphs" fill="${look.foreground}"${style}>${escaped(word)}</text>`;
	});
	return back + words.join('');
};

const letter = `[^ ${shapes.frame}${shapes.bars}]`;
const piece = new RegExp(`[${shapes.frame}]+|[${shapes.bars}]+|${letter}+(?: ${letter}+)*`, 'g');

/** Pieces that are placed by themselves: a wide gap or a shape between them leaves no font a chance to drift. */
const wordsOf = (text: string): ReadonlyArray<{readonly at: number; readonly word: string}> =>
	[...text.matchAll(piece)].map(({index, 0: word}) => ({at: index, word}));

/** The screen as a picture that any browser shows the same: every run of cells is held to its place whatever the font. */
export const terminalSvg = (terminal: Terminal): string => {
	const width = rounded(margin * 2 + terminal.cols * cellWidth);
	const height = margin * 2 + terminal.rows * lineHeight;
	const rows = Array.from({length: terminal.rows}, (_, row) =>
		runsOf(terminal.buffer.active, row, terminal.cols).map(run => drawRun(run, row)).join('')).filter(row => row !== '');
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="none" xml:space="preserve">`,
		`<rect width="${width}" height="${height}" rx="8" fill="${dark}"/>`,
		...rows,
		'</svg>',
		'',
	].join('\n');
};
