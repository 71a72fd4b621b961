import {formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {ExportLayer, ExportPart} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {span, type Line, type Tone} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {progressBar} from '../../text/bar.ts';
import {around} from '../scrolling/around.ts';
import {aboutLines} from './about-lines.ts';
import {doneLines} from './done-lines.ts';
import {onRow, partsOf} from './form.ts';
import {formLines, helpFor} from './form-lines.ts';

type Box = {readonly width: number; readonly height: number};

const told = (text: string, width: number, tone: Tone = 'warning'): readonly Line[] =>
	wrapWords(visibleText(text), width - 2).map((row, index) => [span(index === 0 ? '✕ ' : '  ', 'bad'), span(row, tone)]);

const statusLines = (layer: ExportLayer, width: number): readonly Line[] => {
	const {status} = layer;
	switch (status.is) {
		case 'running': {
			const {done, of, text} = status;
			const bar = of > 0 ? `${progressBar(done / of, 24)}  ${formatNumber(done)} of ${formatNumber(of)}  ` : '';
			return [[span(bar, 'accent'), span(visibleText(text))], [span('Esc stops it: then nothing of it is left.', 'quiet')]];
		}

		case 'stopping': {
			return [[span('Stopping: what was begun is taken away.', 'quiet')]];
		}

		case 'asking': {
			return status.problem === undefined ? wrapWords(helpFor(layer), width).map((row): Line => [span(row, 'quiet')]) : told(status.problem, width);
		}

		case 'done': {
			return [];
		}
	}
};

const activeRow = (parts: readonly ExportPart[], {part}: ExportLayer): number => Math.max(0, parts.indexOf(part));

/** Rows from which on there is room for all that is said. */
const roomy = 14;

/** Said only where there is room for all of it; everything else that is told must be seen. */
const isHelp = ({status}: ExportLayer): boolean => status.is === 'asking' && status.problem === undefined;

/**
What will leave, for whom, whither and how it is sealed; then how far it is; then how anyone checks it. Where there is little room, what will leave gives
way to the rows, but not while one chooses for whom it is.
*/
export const exportLines = (state: State, form: ExportLayer, {width, height}: Box): readonly Line[] => {
	const layer = onRow(state, form);
	if (layer.status.is === 'done') {
		return doneLines(state, layer, width);
	}

	const rows = formLines(state, layer, width);
	const about = aboutLines(state, layer, {width, brief: height < roomy});
	const words = statusLines(layer, width).slice(0, Math.max(1, height - 1));
	const reserved = isHelp(layer) ? (layer.part === 'audience' ? about.length : 0) : words.length;
	const shownRows = around(rows, activeRow(partsOf(state, layer), layer), Math.max(1, Math.min(rows.length, height - reserved)));
	const left = height - shownRows.length;
	const shownAbout = about.slice(0, isHelp(layer) ? left : Math.max(0, left - words.length));
	const status = isHelp(layer) && words.length > left - shownAbout.length ? [] : words;
	const gaps = left - shownAbout.length - status.length;
	return [...shownAbout, ...(gaps >= 1 && shownAbout.length > 0 ? [[]] : []), ...shownRows, ...(gaps >= 2 ? [[]] : []), ...status];
};
