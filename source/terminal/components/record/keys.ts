import type {Action} from '../../app/actions.ts';
import {isComing} from '../../app/awaited-record.ts';
import {eventAt} from '../../app/reduce-answers.ts';
import type {RecordLayer} from '../../app/layer.ts';
import {overlayBox} from '../../app/overlay-box.ts';
import type {State} from '../../app/state.ts';
import {perform} from '../../keymap/command.ts';
import {commandById} from '../../keymap/commands.ts';
import {noHiddenCopy} from '../../keymap/revealing.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import {extentOf} from '../scrolling/extent.ts';
import {scrollKeys} from '../scrolling/keys.ts';
import {citedText} from './facts.ts';
import {recordLines} from './view.ts';

/** The neighbour in the list of events; the list's cursor goes with it. */
const neighbour = (state: State, {position, among}: RecordLayer, by: 1 | -1): readonly Action[] => {
	const next = position + by;
	if (among) {
		const row = among[next];
		return row === undefined ? [{type: 'say', message: by === 1 ? 'This is the last event here.' : 'This is the first event here.'}] : [{type: 'change', layer: {kind: 'record', row, position: next, among, top: 0}}];
	}

	const event = next < 0 ? undefined : eventAt(state, next);
	if (!event && next >= 0 && isComing(state, next)) {
		return [{type: 'say', message: 'The next event is still being read.'}];
	}

	return event
		? [{type: 'place', pane: 'events', cursor: next}, {type: 'change', layer: {kind: 'record', row: event.row, position: next, top: 0}}]
		: [{type: 'say', message: by === 1 ? 'This is the last event on hand.' : 'This is the first event.'}];
};

export const recordKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as RecordLayer;
	switch (press.chord) {
		case 'escape': case 'q': case 'enter': {
			return [{type: 'close'}];
		}

		case 'right': case 'l': case 'n': {
			return neighbour(state, layer, 1);
		}

		case 'left': case 'h': case 'N': {
			return neighbour(state, layer, -1);
		}

		case 'Y': case 'y': {
			if (state.blind) {
				return [{type: 'say', message: 'Blind: a verbatim record names its account; b ends it.'}];
			}

			const hidden = noHiddenCopy(state);
			if (hidden !== undefined) {
				return [{type: 'say', message: hidden}];
			}

			return layer.detail ? [{type: 'copy', text: citedText(layer.detail), what: layer.detail.unread === undefined ? 'the record with its citation, unmasked' : 'its citation alone'}] : [];
		}

		case 'm': case 'z': case 'b': case 'L': {
			return perform(commandById({m: 'mask', z: 'zone', b: 'blind', L: 'list-behind'}[press.chord]), state);
		}

		default: {
			return scrollKeys(layer, press, extentOf(state, overlayBox(state, 'record'), width => recordLines(state, layer, width))) ?? [];
		}
	}
};
