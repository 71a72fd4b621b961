import {emptyEditor, type Editor} from '../components/line-editor/state.ts';
import type {Layer} from './layer.ts';
import type {State} from './state.ts';

/** The line of a layer that takes what is typed. */
export const lineOf = (layer: Layer): Editor | undefined => {
	switch (layer.kind) {
		case 'filter': case 'time': case 'find': case 'palette': {
			return layer.editor;
		}

		case 'actor': {
			return layer[layer.field];
		}

		case 'rule': {
			return layer.status.is === 'asking' ? layer[layer.part] : undefined;
		}

		case 'list': {
			return layer.status.is === 'joining' ? undefined : layer.path;
		}

		case 'case-act': {
			return layer.status.is === 'asking' ? layer.reason : undefined;
		}

		case 'facts': {
			return layer.status.is === 'asking' ? layer.texts[layer.part] ?? emptyEditor : undefined;
		}

		case 'export': {
			const {part, status} = layer;
			return status.is === 'asking' && (part === 'directory' || part === 'reason' || part === 'key' || part === 'recipients') ? layer[part] : undefined;
		}

		default: {
			return undefined;
		}
	}
};

/** The line that takes what is typed now, wherever it is; undefined where keys are no text. */
export const typedLine = ({layers, start, load}: State): Editor | undefined => {
	const layer = layers.at(-1);
	if (layer) {
		return lineOf(layer);
	}

	return start ? start.line?.editor : (load.asked?.kind === 'zone' ? load.asked.editor : undefined);
};
