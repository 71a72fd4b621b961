import type {State} from '../../app/state.ts';
import {listMove} from '../../components/list/keys.ts';
import {moveInList} from '../../components/list/state.ts';
import type {Line} from '../../drawing/line.ts';
import type {ScreenKeys} from '../../keymap/layer-keys.ts';
import {extentOf} from '../../components/scrolling/extent.ts';
import {bodyBox} from './body-box.ts';

/** The keys of a screen that is a text: it scrolls. */
export const pageKeys = (linesOf: (state: State, width: number) => readonly Line[]): ScreenKeys => (state, press) => {
	const move = listMove(press);
	if (!move) {
		return undefined;
	}

	const {lines, height, page} = extentOf(state, bodyBox(state), width => linesOf(state, width));
	const last = Math.max(0, lines - height);
	const {cursor} = moveInList({cursor: Math.min(state.pageTop, last), top: 0}, 'pages' in move ? {by: move.pages * page} : move, {count: last + 1, height});
	return [{type: 'page-top', top: cursor}];
};

/** The part of a text that is in view. */
export const pageWindow = (lines: readonly Line[], {pageTop, size}: State): {readonly lines: readonly Line[]; readonly aside: string} => {
	const {height} = bodyBox({size});
	const top = Math.max(0, Math.min(pageTop, lines.length - height));
	return {lines: lines.slice(top, top + height), aside: lines.length > height ? `${top + 1}–${Math.min(lines.length, top + height)} of ${lines.length}` : ''};
};
