import {formatBytes, formatCount, formatNumber} from '../../document/format-number.ts';
import {visibleText} from '../../document/visible-text.ts';
import {formatWords, purpose, startHints} from '../screens/start/start-lines.ts';
import {entriesOf, type PathLine, type StartEntry, type StartState} from '../screens/start/start-state.ts';
import {said} from '../text/spoken-text.ts';
import {editorWords, keysLine, position, sentence} from './words.ts';

const entryWords = (start: StartState, entry: StartEntry): string => {
	const [first = '', ...more] = entry.paths;
	return sentence(
		`${visibleText(first)}${more.length > 0 ? ` and ${formatCount(more.length, 'more path')}` : ''}`,
		entry.likely?.kind === 'log' ? formatBytes(entry.likely.bytes) : undefined, formatWords(entry),
		entry.group === 'here' && start.marked.includes(first) ? 'marked' : undefined,
	);
};

/** So many continuations of a path are read out; the others are counted. */
const readOut = 5;

const pathWords = ({editor, completions}: PathLine): readonly string[] => {
	const items = completions?.of === editor.text ? completions.items : undefined;
	return [
		`Path: ${editorWords(editor)}`,
		...(items === undefined ? [] : [`${formatCount(items.length, 'continuation')}${items.length === 0 ? '' : `: ${items.slice(0, readOut).map(item => visibleText(item)).join(', ')}${items.length > readOut ? ` and ${formatNumber(items.length - readOut)} more` : ''}`}`]),
	];
};

const listWords = (start: StartState): readonly string[] => {
	const {found, looked, recent, cursor} = start;
	const entries = entriesOf(start);
	const entry = entries[cursor];
	return [
		looked ? (found.length === 0 ? 'No logs were found in this folder; o opens a path, d a demo' : `In this folder: ${formatCount(found.length, 'file')} to begin with`) : 'Looking through this folder',
		...(recent.length === 0 ? [] : [`Opened before: ${formatNumber(recent.length)}`]),
		...(entry ? [`${entry.group === 'here' ? 'Here' : 'Opened before'}, ${position(cursor, entries.length)}: ${entryWords(start, entry)}`] : []),
	];
};

/** What one can begin with. */
export const spokenStart = (start: StartState): readonly string[] => [
	...purpose.map(line => said(line)),
	...(start.chosen ? ['demo' in start.chosen ? 'An invented world is being made' : 'Opening'] : (start.line ? pathWords(start.line) : listWords(start))),
	...keysLine(startHints(start)),
];
