import type {Action} from '../../app/actions.ts';
import type {RuleLayer} from '../../app/layer.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import type {Press} from '../../keymap/press.ts';
import {editorAction} from '../line-editor/keys.ts';
import {reduceEditor} from '../line-editor/state.ts';
import {readTypes} from './types.ts';

/** By what a value is known among what was typed. */
export const ruleAbout = ({field, value}: Pick<RuleLayer['about'], 'field' | 'value'>): string => `${field} ${value}`;

/** What was typed is there again when the form is opened next for the same value; of a rule that was written nothing. */
const ruleDrafts = ({about, types, pattern, path, status}: RuleLayer): Readonly<Record<string, string>> =>
	({'rule-about': status.is === 'done' ? '' : ruleAbout(about), 'rule-types': types.text, 'rule-pattern': pattern.text, 'rule-path': path.text});

const parts: ReadonlyArray<RuleLayer['part']> = ['types', 'pattern', 'path'];

const asking = (layer: RuleLayer, problem?: string): readonly Action[] =>
	[{type: 'change', layer: {...layer, status: {is: 'asking', ...(problem === undefined ? {} : {problem})}}}];

/** Enter goes through the fields, so that the file is seen before it is written. */
const forward = (layer: RuleLayer): readonly Action[] => {
	const read = readTypes(layer.types.text);
	if ('problem' in read) {
		return asking({...layer, part: 'types'}, read.problem);
	}

	if (layer.pattern.text === '' || layer.path.text.trim() === '') {
		return asking(layer, 'A rule needs a pattern and a file.');
	}

	const next = parts[parts.indexOf(layer.part) + 1];
	return next ? asking({...layer, part: next}) : [{type: 'change', layer: {...layer, status: {is: 'writing'}}}];
};

const editing = (layer: RuleLayer, press: Press): readonly Action[] => {
	if (['tab', 'shift+tab', 'down', 'up'].includes(press.chord)) {
		const by = press.chord === 'tab' || press.chord === 'down' ? 1 : -1;
		return asking({...layer, part: parts[(parts.indexOf(layer.part) + by + parts.length) % parts.length]!});
	}

	const action = editorAction(press);
	return action ? asking({...layer, [layer.part]: reduceEditor(layer[layer.part], action)}) : [];
};

export const ruleKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as RuleLayer;
	if (layer.status.is === 'writing') {
		return [];
	}

	if (press.chord === 'escape' || (layer.status.is === 'done' && ['enter', 'q'].includes(press.chord))) {
		return [{type: 'keep', drafts: ruleDrafts(layer)}, {type: 'close'}];
	}

	return layer.status.is === 'done' ? [] : (press.chord === 'enter' ? forward(layer) : editing(layer, press));
};
