import type {LaidOut, RecordLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {span, type Line} from '../../drawing/line.ts';

/** Records of more text than this are laid out by `layout-effect.ts`, some rows at a time: a megabyte of fields takes a second or more. */
const longest = 4000;

/** Blind nothing of the text is shown, and to a screen reader a row is as long as its text: neither takes time. */
export const isLaidOutAside = ({blind, spoken}: Pick<State, 'blind' | 'spoken'>, {detail}: RecordLayer): boolean =>
	detail !== undefined && detail.raw.length > longest && !blind && !spoken;

type Look = Pick<State, 'view' | 'masked'>;

/** It was laid out as it is looked at now. */
export const isOf = (laid: LaidOut | undefined, {detail}: RecordLayer, {view, masked}: Look, width: number): laid is LaidOut =>
	laid !== undefined && laid.detail === detail && laid.zone === view.zone && laid.masked === masked && laid.width === width;

const going: Line = [span('… the rest is still being laid out', 'quiet')];

/** The rows that there are so far. */
export const laidLines = (state: Look, layer: RecordLayer, width: number): readonly Line[] => {
	const {laid} = layer;
	if (!isOf(laid, layer, state, width)) {
		return [going];
	}

	return laid.isWhole ? laid.lines : [...laid.lines, going];
};
