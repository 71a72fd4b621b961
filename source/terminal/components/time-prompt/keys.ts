import type {Action} from '../../app/actions.ts';
import {withoutField, withTime} from '../../../filter/conjuncts.ts';
import type {TimeLayer} from '../../app/layer.ts';
import {readFilter} from '../../app/read-filter.ts';
import type {State} from '../../app/state.ts';
import {timePresets, timeTerm, type TimePreset} from '../../app/time-range.ts';
import type {Filter} from '../../../filter/filter.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import {listMoveBesideLine} from '../list/keys.ts';
import {editorAction} from '../line-editor/keys.ts';
import {reduceEditor} from '../line-editor/state.ts';

/** The earliest event of all exports. */
const firstOf = ({facts}: State): number | undefined => {
	const firsts = (facts?.sources ?? []).flatMap(({firstAt}) => firstAt === undefined ? [] : [firstAt]);
	return firsts.length > 0 ? Math.min(...firsts) : undefined;
};

/** Ranges to choose from: those whose words hold what is typed. */
export const presetsOf = (state: State, layer: TimeLayer): readonly TimePreset[] => {
	const typed = layer.editor.text.trim().toLowerCase();
	return timePresets(firstOf(state), state.facts?.newest).filter(({title, text}) => `${title} ${text}`.toLowerCase().includes(typed));
};

const rangeOf = (filter: Filter) => filter.kind === 'match' && filter.test.kind === 'within' ? filter.test : undefined;

/** What a typed range does to the filter, or what is wrong with it. */
export const readTime = (state: State, typed: string): {readonly filter: Filter} | {readonly problem: TimeLayer['problem']} => {
	if (typed.trim() === '') {
		return {filter: withoutField(state.view.filter, 'time')};
	}

	const reading = readFilter(timeTerm(typed), state);
	if ('problem' in reading) {
		return {problem: {message: reading.problem.message, ...(reading.problem.next === undefined ? {} : {next: reading.problem.next})}};
	}

	const range = rangeOf(reading.filter);
	return range ? {filter: withTime(state.view.filter, range)} : {problem: {message: `“${typed.trim()}” is not one range of time`}};
};

const apply = (state: State, layer: TimeLayer, text: string): readonly Action[] => {
	const reading = readTime(state, text);
	return 'problem' in reading
		? [{type: 'change', layer: {...layer, ...(reading.problem ? {problem: reading.problem} : {})}}]
		: [{type: 'close'}, {type: 'view', change: {filter: reading.filter}}];
};

export const timeKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as TimeLayer;
	const presets = presetsOf(state, layer);
	if (press.chord === 'escape') {
		return [{type: 'close'}];
	}

	if (press.chord === 'enter') {
		return apply(state, layer, presets[layer.cursor]?.text ?? layer.editor.text);
	}

	const move = listMoveBesideLine(press);
	if (move && 'by' in move) {
		return [{type: 'change', layer: {...layer, cursor: Math.max(-1, Math.min(presets.length - 1, layer.cursor + move.by))}}];
	}

	const action = editorAction(press);
	return action ? [{type: 'change', layer: {kind: 'time', editor: reduceEditor(layer.editor, action), cursor: -1}}] : [];
};
