import type {CaseActLayer} from '../../app/layer.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import {editorAction} from '../line-editor/keys.ts';
import {listMoveBesideLine} from '../list/keys.ts';
import {reduceEditor} from '../line-editor/state.ts';

/** What was typed is there again when the form is opened next. */
export const caseDraft = (act: CaseActLayer['act']): string => `case-${act}`;

const toReveal = 'Say why: the reason stands in the journal of the case.';
const problems: Partial<Record<CaseActLayer['act'], string>> = {note: 'Write something, or Esc.', unmask: toReveal, unblind: toReveal};

export const caseActKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as CaseActLayer;
	const {reason, status, act} = layer;
	if (status.is === 'running') {
		return [{type: 'say', message: 'The act is being written.'}];
	}

	if (press.chord === 'escape' || (status.is === 'done' && ['enter', 'q'].includes(press.chord))) {
		return [{type: 'keep', drafts: {[caseDraft(act)]: status.is === 'done' ? '' : reason.text}}, {type: 'close'}];
	}

	if (status.is === 'done') {
		return [];
	}

	if (press.chord === 'enter') {
		return [{type: 'change', layer: reason.text.trim() === '' ? {...layer, status: {is: 'asking', problem: problems[act] ?? 'Say why: the reason stands in the case file.'}} : {...layer, status: {is: 'running'}}}];
	}

	const move = act === 'restore' ? listMoveBesideLine(press) : undefined;
	if (move && 'by' in move) {
		const last = (state.opened?.state.exclusions.length ?? 1) - 1;
		return [{type: 'change', layer: {...layer, chosen: Math.max(0, Math.min(last, (layer.chosen ?? 0) + move.by))}}];
	}

	const action = editorAction(press);
	return action ? [{type: 'change', layer: {...layer, reason: reduceEditor(reason, action), status: {is: 'asking'}}}] : [];
};
