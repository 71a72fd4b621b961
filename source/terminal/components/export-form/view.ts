import {formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {ExportLayer, ExportPart} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {span, type Line, type Tone} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {progressBar} from '../../text/bar.ts';
import {aboutLines} from './about-lines.ts';
import {doneLines} from './done-lines.ts';
import {partsOf} from './form.ts';
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

/** As much of the rows as fits, with the one that has the cursor among them. */
const around = (lines: readonly Line[], active: number, height: number): readonly Line[] => {
	const top = Math.max(0, Math.min(active - Math.floor(height / 2), lines.length - height));
	return lines.slice(top, top + height);
};

const activeRow = (parts: readonly ExportPart[], {part}: ExportLayer): number => Math.max(0, parts.indexOf(part));

/** What will leave, for whom, whither and how it is sealed; then how far it is; then how anyone checks it. What is said about it gives way before the rows do. */
export const exportLines = (state: State, layer: ExportLayer, {width, height}: Box): readonly Line[] => {
	if (layer.status.is === 'done') {
		return doneLines(state, layer, width);
	}

	const rows = formLines(state, layer, width);
	const status = statusLines(layer, width);
	const about = aboutLines(state, layer, width);
	const gaps = height - rows.length - status.length - about.length;
	const room = Math.max(0, height - rows.length - status.length);
	const shownRows = around(rows, activeRow(partsOf(state, layer), layer), Math.max(1, height - status.length));
	return [
		...about.slice(0, room), ...(gaps >= 1 ? [[]] : []), ...shownRows, ...(gaps >= 2 ? [[]] : []), ...status,
	];
};
