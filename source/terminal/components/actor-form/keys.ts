import type {Action} from '../../app/actions.ts';
import type {ActorLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {perform} from '../../keymap/command.ts';
import {commandById} from '../../keymap/commands.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import {editorAction} from '../line-editor/keys.ts';
import {reduceEditor} from '../line-editor/state.ts';
import {actorDraft} from './ask-actor.ts';

const change = (layer: ActorLayer, by: Partial<ActorLayer>): readonly Action[] => [{type: 'change', layer: {...layer, ...by}}];

const take = (layer: ActorLayer, state: State): readonly Action[] => {
	const name = layer.name.text.trim();
	return name === ''
		? change(layer, {field: 'name', problem: 'Type your name, or Esc.'})
		: [{type: 'close'}, {type: 'actor', name, agency: layer.agency.text.trim()}, ...perform(commandById(layer.command), {...state, investigator: name})];
};

export const actorKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as ActorLayer;
	switch (press.chord) {
		case 'escape': {
			return [{type: 'keep', drafts: {[actorDraft]: layer.name.text}}, {type: 'close'}];
		}

		case 'tab': case 'shift+tab': case 'up': case 'down': {
			return change(layer, {field: layer.field === 'name' ? 'agency' : 'name'});
		}

		case 'enter': {
			return layer.field === 'name' && layer.name.text.trim() !== '' ? change(layer, {field: 'agency', problem: undefined}) : take(layer, state);
		}

		default: {
			const action = editorAction(press);
			return action ? change(layer, {[layer.field]: reduceEditor(layer[layer.field], action), problem: undefined}) : [];
		}
	}
};
