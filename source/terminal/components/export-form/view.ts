import {formatBytes, formatCount, formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {ExportLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {span, type Line} from '../../drawing/line.ts';
import {wrapVerbatim, wrapWords} from '../../drawing/wrap.ts';
import {progressBar} from '../../text/bar.ts';
import {shellWord} from '../command-line/view.ts';
import {editorLine} from '../line-editor/view.ts';
import {affectedWords} from '../../screens/explore/chips-line.ts';

const field = ({field: active, directory, reason, status}: ExportLayer, name: 'directory' | 'reason', width: number): Line => {
	const editor = name === 'directory' ? directory : reason;
	const label = span(name === 'directory' ? 'folder  ' : 'reason  ', active === name ? 'accent' : 'quiet');
	return active === name && (status.is === 'asking' || status.is === 'failed') ? [label, ...editorLine(editor, width - 8)] : [label, span(visibleText(editor.text))];
};

const told = (text: string, width: number, sign: string): readonly Line[] =>
	wrapWords(visibleText(text), width - 2).map((row, index) => [span(index === 0 ? sign : '  ', 'bad'), span(row, 'warning')]);

const statusLines = ({status, directory}: ExportLayer, width: number): readonly Line[] => {
	switch (status.is) {
		case 'asking': {
			return status.problem === undefined ? [] : told(status.problem, width, '✕ ');
		}

		case 'running': {
			const {done, of, text} = status;
			return [[span(`${progressBar(of > 0 ? done / of : 0, 24)}  `, 'accent'), span(`${visibleText(text)}${of > 0 ? `, ${formatNumber(done)} of ${formatNumber(of)}` : ''}`)]];
		}

		case 'failed': {
			return told(`${status.message}${status.next === undefined ? '' : `. ${status.next}`}`, width, '✕ ');
		}

		case 'done': {
			const {result} = status;
			return [
				[span('✓ ', 'good'), span(`${formatCount(result.customers, 'customer')}, ${formatCount(result.records, 'record')} in ${formatCount(result.files, 'file')}, ${formatBytes(result.bytes)}`, 'strong')],
				[], [span('Anyone checks it with', 'quiet')],
				...wrapVerbatim(`whosaw verify ${shellWord(visibleText(result.directory || directory.text))}`, width).map((row): Line => [span(row, 'accent')]),
			];
		}
	}
};

/** What will leave, whither and why; then how far it is; then how anyone checks it. */
export const exportLines = (state: State, layer: ExportLayer, {width}: {readonly width: number}): readonly Line[] => {
	const totals = state.answers.totals?.revision === state.revision ? state.answers.totals.value : undefined;
	return [
		[span(totals ? `${affectedWords(totals.affected)} · ${formatCount(totals.totals.events, 'event')}` : 'All that the filter leaves', 'strong')],
		[span('All that the filter leaves, with names and addresses: nothing is masked.', 'quiet')],
		[],
		field(layer, 'directory', width),
		field(layer, 'reason', width),
		[],
		...statusLines(layer, width),
	];
};
