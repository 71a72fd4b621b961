import {formatBytes} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {State} from '../../app/state.ts';
import {layoutOf} from '../../app/layout.ts';
import {editorLine} from '../../components/line-editor/view.ts';
import {hintLine, type Hint} from '../../drawing/hints.ts';
import {fitLine, framed, inTone, rule, span, type Line} from '../../drawing/line.ts';
import {cutMiddle, fitText} from '../../text/fit-text.ts';
import {footerLine} from '../explore/footer-line.ts';
import {entriesOf, type StartEntry, type StartState} from './start-state.ts';

export const purpose: readonly Line[] = [
	[span('Who saw which customers’ data, and what of it? whosaw answers from logs.', 'strong')],
	[span('Everything stays on this machine, and the logs are only ever read.')],
];

export const formatWords = ({likely}: StartEntry): string => {
	if (!likely) {
		return '';
	}

	return likely.kind === 'log' ? `${likely.format}${likely.unclear ? ', unclear' : ''}` : (likely.kind === 'case' ? 'case' : 'exported case file');
};

const entryLine = (start: StartState, entry: StartEntry, here: boolean, width: number): Line => {
	const nameWidth = Math.max(20, Math.floor(width * 0.5));
	const [first = '', ...more] = entry.paths;
	const marked = entry.group === 'here' && start.marked.includes(first);
	const name = `${visibleText(first)}${more.length > 0 ? ` +${more.length}` : ''}`;
	const bytes = entry.likely?.kind === 'log' ? formatBytes(entry.likely.bytes) : '';
	const line: Line = [
		span(here ? '▸ ' : '  ', 'accent'), span(marked ? '■ ' : '  ', 'accent'),
		span(fitText(cutMiddle(name, nameWidth), nameWidth)), span('  '), span(fitText(bytes, 9, 'right'), 'quiet'), span(`  ${formatWords(entry)}`, 'quiet'),
	];
	return here ? inTone(fitLine(line, width), 'chosen') : line;
};

const lookedWords = ({found, looked, isPart}: StartState): string => {
	if (!looked) {
		return '   looking…';
	}

	return found.length === 0 ? '   no logs were found here; o opens a path, d a demo' : (isPart ? '   the first of many; o opens any other by its path' : '');
};

const heading = (group: StartEntry['group'], start: StartState): Line => group === 'recent'
	? [span('Opened before', 'strong')]
	: [span('In this folder', 'strong'), span(lookedWords(start), 'quiet')];

/** Headings and entries; the window of them that holds the cursor. */
const listLines = (start: StartState, {width, height}: {readonly width: number; readonly height: number}): readonly Line[] => {
	const rows: Array<{readonly line: Line; readonly at?: number}> = [{line: heading('here', start)}];
	let group: StartEntry['group'] = 'here';
	for (const [at, entry] of entriesOf(start).entries()) {
		if (entry.group !== group) {
			group = entry.group;
			rows.push({line: []}, {line: heading(group, start)});
		}

		rows.push({line: entryLine(start, entry, at === start.cursor && start.line === undefined, width), at});
	}

	const cursor = Math.max(0, rows.findIndex(({at}) => at === start.cursor));
	const top = Math.max(0, Math.min(cursor - height + 2, rows.length - height));
	return rows.slice(top, top + height).map(({line}) => line);
};

/** The path that is being typed, and what it may become. */
const pathLines = ({line}: StartState, {width, height}: {readonly width: number; readonly height: number}): readonly Line[] => {
	if (!line) {
		return [];
	}

	const items = line.completions?.of === line.editor.text ? line.completions.items : [];
	const room = Math.max(1, height - 1);
	return [
		[span('open ', 'accent'), ...editorLine(line.editor, width - 5)],
		...items.slice(0, items.length > room ? room - 1 : room).map((item): Line => [span(`     ${visibleText(item)}`, 'quiet')]),
		...(items.length > room ? [[span(`     and ${items.length - room + 1} more`, 'quiet')] as Line] : []),
	];
};

export const startHints = ({line, marked, chosen}: StartState): readonly Hint[] => {
	if (chosen) {
		return [['Ctrl-C', 'stop']];
	}

	return line
		? [['Enter', 'open'], ['Tab', 'complete'], ['Esc', 'back']]
		: [['Enter', marked.length > 0 ? `open ${marked.length}` : 'open'], ['↓ ↑', 'choose'], ['Space', 'mark'], ['o', 'open a path'], ['d', 'demo'], ['?', 'keys'], ['q', 'leave']];
};

/** Every row of the screen that one begins with. */
export const startScreen = (state: State): readonly Line[] => {
	const {rows, inner, columns} = layoutOf(state);
	const start = state.start!;
	const [width, height] = [inner - 2, rows - 4];
	const line = pathLines(start, {width, height: Math.min(10, height - 4)});
	const list = listLines(start, {width, height: Math.max(1, height - purpose.length - 1 - (line.length > 0 ? line.length + 1 : 0))});
	const working: readonly Line[] = start.chosen ? [[span('demo' in start.chosen ? 'An invented world is being made…' : 'Opening…', 'accent')], []] : [];
	const body = [...purpose, [], ...working, ...line, ...(line.length > 0 ? [[]] : []), ...list];
	return [
		rule([span('┌ ', 'quiet'), span('whosaw ', 'accent')], [span('┐', 'quiet')], columns),
		...Array.from({length: height}, (_, index) => framed(fitLine(body[index] ?? [], width), inner)),
		[span(`├${'─'.repeat(inner)}┤`, 'quiet')],
		framed(state.message === undefined && state.layers.length === 0 ? hintLine(startHints(start), width) : footerLine(state, width), inner),
		[span(`└${'─'.repeat(inner)}┘`, 'quiet')],
	];
};
