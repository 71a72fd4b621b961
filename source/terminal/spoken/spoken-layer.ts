import {formatNumber} from '../../document/format-number.ts';
import {visibleText} from '../../document/visible-text.ts';
import {content} from '../app/layers.tsx';
import type {FilterLayer, Layer, PaletteLayer, RecordLayer, TimeLayer} from '../app/layer.ts';
import type {State} from '../app/state.ts';
import {currentCompletions} from '../components/filter-line/keys.ts';
import {filterPopup} from '../components/filter-line/view.ts';
import {paletteItems} from '../components/palette/state.ts';
import {heardLines} from '../components/scrolling/extent.ts';
import {presetsOf} from '../components/time-prompt/keys.ts';
import {timePopup} from '../components/time-prompt/view.ts';
import type {Line} from '../drawing/line.ts';
import {keyLabel, refusalOf} from '../keymap/command.ts';
import {commands} from '../keymap/commands.ts';
import {earWidth, said} from '../text/spoken-text.ts';
import {eventWords} from './event-words.ts';
import {spokenPlace} from './spoken-place.ts';
import {countWords, editorWords, position, sentence} from './words.ts';

const filterWords = (layer: FilterLayer): readonly string[] => {
	const completions = currentCompletions(layer);
	const [understood = []] = filterPopup(layer, {width: earWidth, height: 1});
	return [
		`Filter: ${editorWords(layer.editor)}`, said(understood),
		...(completions ? [`Suggestion ${position(completions.cursor, completions.items.length)}: ${visibleText(completions.items[completions.cursor]!)}; Tab takes it`] : []),
	];
};

const timeWords = (state: State, layer: TimeLayer): readonly string[] => {
	const presets = presetsOf(state, layer);
	const preset = presets[layer.cursor];
	const [, ...meaning] = timePopup(state, layer, {width: earWidth, height: earWidth});
	return [
		`Range: ${editorWords(layer.editor)}`, ...meaning.slice(0, layer.problem ? 2 : 1).map(line => said(line)),
		preset ? `Range ${position(layer.cursor, presets.length)}: ${preset.title}` : `${formatNumber(presets.length)} ranges to choose from with down`,
		`Days and clock times are those of ${state.view.zone}.`,
	];
};

const paletteWords = (state: State, {editor, cursor}: PaletteLayer): readonly string[] => {
	const items = paletteItems(commands, editor.text);
	const command = items[cursor];
	const refusal = command && refusalOf(command, state);
	return [
		`All actions: ${editorWords(editor)}`,
		command ? `Action ${position(cursor, items.length)}: ${sentence(command.title, command.keys.length === 0 ? undefined : `key ${command.keys.map(key => keyLabel(key)).join(' or ')}`, refusal === undefined ? undefined : `not now: ${refusal}`)}` : 'No action is named like that.',
	];
};

const recordWords = (state: State, {detail}: RecordLayer): readonly string[] =>
	detail ? [`${eventWords(detail.event, state)}; ${detail.agrees ? 'a second reader agrees' : 'a second reader disagrees'}`] : [];

/** What is chosen of several stands in brackets, for the eye. */
const inBrackets = /\[ ?([^\]]+?) ?\]/g;

/** The field that one is in is called so, and is said again when one comes to it. */
const fieldWords = (line: Line): string => {
	const isTyped = line.some(({tone}) => tone === 'cursor');
	const text = countWords(isTyped ? said(line) : said(line).replaceAll(inBrackets, 'chosen: $1'));
	const isHere = isTyped || (line[0]?.text.startsWith('▸') ?? false);
	return isHere ? `Field ${text}${isTyped && text === said(line.slice(0, 1)) ? ', empty' : ''}` : text;
};

/** A text that one listens to line by line, or a form with its fields. */
const shownWords = (state: State, layer: Layer): readonly string[] => {
	const linesIn = (width: number): readonly Line[] => content(state, layer, {left: 0, top: 0, width, height: earWidth})?.lines ?? [];
	if (!('top' in layer)) {
		return linesIn(earWidth).map(line => fieldWords(line)).filter(text => text !== '');
	}

	const lines = heardLines(linesIn);
	const at = Math.max(0, Math.min(layer.top, lines.length - 1));
	return lines.length === 0 ? [] : [`Line ${position(at, lines.length)}: ${lines[at]!}`];
};

const own = (state: State, layer: Layer): readonly string[] | undefined => {
	switch (layer.kind) {
		case 'filter': {
			return filterWords(layer);
		}

		case 'time': {
			return timeWords(state, layer);
		}

		case 'find': {
			return [`Find: ${editorWords(layer.editor)}`, ...spokenPlace(state)];
		}

		case 'palette': {
			return paletteWords(state, layer);
		}

		case 'export': {
			// Each step of the work would be a sentence: the name of what is written is enough.
			return layer.status.is === 'running' ? ['Export a case file', `Writing: ${visibleText(layer.status.text)}`] : undefined;
		}

		default: {
			return undefined;
		}
	}
};

/** What lies on top of the screen, and what in it one is at. */
export const spokenLayer = (state: State, layer: Layer): readonly string[] => own(state, layer) ?? [
	content(state, layer, {left: 0, top: 0, width: earWidth, height: 1})?.title ?? '',
	...(layer.kind === 'record' ? recordWords(state, layer) : []),
	...shownWords(state, layer),
].filter(text => text !== '');
