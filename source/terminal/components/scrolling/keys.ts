import type {Action} from '../../app/actions.ts';
import type {Layer} from '../../app/layer.ts';
import type {Press} from '../../keymap/press.ts';
import {listMove} from '../list/keys.ts';
import {moveInList} from '../list/state.ts';
import type {Extent} from './extent.ts';

type Scrolling = Extract<Layer, {readonly top: number}>;

/** Scrolling a text of so many lines in a window of so many rows. Undefined: the key does not scroll. */
export const scrollKeys = (layer: Scrolling, press: Press, {lines, height, page = Math.max(1, height - 1)}: Omit<Extent, 'page'> & Partial<Extent>): readonly Action[] | undefined => {
	const move = listMove(press);
	if (!move) {
		return undefined;
	}

	const last = Math.max(0, lines - height);
	const {cursor} = moveInList({cursor: Math.min(layer.top, last), top: 0}, 'pages' in move ? {by: move.pages * page} : move, {count: last + 1, height});
	return [{type: 'change', layer: {...layer, top: cursor}}];
};
