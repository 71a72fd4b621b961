import {visibleText} from '../../../document/visible-text.ts';
import type {FactsLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {span, type Line} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {editorLine, restingText} from '../line-editor/view.ts';
import {around} from '../scrolling/around.ts';
import {emptyEditor} from '../line-editor/state.ts';
import {factWords, type FactName} from './fact-name.ts';
import {neededFacts} from './missing-facts.ts';

const labelWidth = 14;

const row = (layer: FactsLayer, name: FactName, width: number): Line => {
	const label = factWords[name].label.padEnd(labelWidth);
	const editor = layer.texts[name] ?? emptyEditor;
	return name === layer.part && layer.status.is === 'asking'
		? [span(label, 'accent'), ...editorLine(editor, width - labelWidth)]
		: [span(label, 'quiet'), span(restingText(editor, width - labelWidth))];
};

const told = (layer: FactsLayer, width: number): readonly Line[] => layer.status.is === 'asking' && layer.status.problem !== undefined
	? wrapWords(visibleText(layer.status.problem), width - 2).map((text, index): Line => [span(index === 0 ? '✕ ' : '  ', 'bad'), span(text, 'warning')])
	: wrapWords(layer.status.is === 'running' ? 'writing…' : factWords[layer.part].help, width).map((text): Line => [span(text, 'quiet')]);

/** Rows for what it is about, the facts, what is told of the one with the cursor, and between them. */
export const factsRows = ({names}: FactsLayer): number => names.length + 6;

/** What is asked, and what follows from saying it; where there is little room, the facts alone. */
export const factsLines = ({opened}: State, layer: FactsLayer, {width, height}: {readonly width: number; readonly height: number}): readonly Line[] => {
	const needed = opened ? neededFacts(opened.state.facts, layer.audience) : [];
	const about = [
		needed.length > 0 ? 'The letters cannot be written without these.' : 'The documents say what of this is known; what stays empty is left out.',
		`They become an act of the journal${opened?.state.review ? ', and what was reviewed is a draft again' : ''}.`,
	].join(' ');
	const rows = layer.names.map(name => row(layer, name, width));
	const words = told(layer, width).slice(0, Math.max(0, height - 1));
	const whole = [...wrapWords(about, width).map((text): Line => [span(text, 'quiet')]), [], ...rows, [], ...words];
	return whole.length <= height ? whole : [...around(rows, layer.names.indexOf(layer.part), height - words.length), ...words];
};
