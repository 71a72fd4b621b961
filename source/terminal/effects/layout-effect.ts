import {setImmediate as turn} from 'node:timers/promises';
import type {LaidOut, RecordLayer} from '../app/layer.ts';
import {overlayBox} from '../app/overlay-box.ts';
import type {State} from '../app/state.ts';
import {isLaidOutAside, isOf} from '../components/record/laid-out.ts';
import {detailRows} from '../components/record/view.ts';
import type {Line} from '../drawing/line.ts';
import type {Effect, EffectContext} from './context.ts';

/** Milliseconds of laying out between two pauses, in which keys are answered and frames drawn. */
const stretch = 4;

/** Rows that are there before the first pause: what one sees first is a screen of the record and not its first line. */
const screenful = 60;

/** Milliseconds between two looks at what there is so far; each of them is a frame. */
const pace = 150;

type Wanted = Omit<LaidOut, 'lines' | 'isWhole'>;

const wantedOf = (state: State, layer: RecordLayer): Wanted =>
	({detail: layer.detail!, zone: state.view.zone, masked: state.masked, width: overlayBox(state, 'record').width});

/** Lays out the long record that lies open, some rows at a time: the rows that are there can be read meanwhile. */
export const layoutEffect = ({store}: Pick<EffectContext, 'store'>): Effect => {
	let running: {readonly wanted: Wanted} | undefined;

	const show = (wanted: Wanted, lines: readonly Line[], isWhole: boolean): void => {
		store.dispatch({type: 'late', kind: 'record', change: layer => layer.kind === 'record' && layer.detail === wanted.detail ? {...layer, laid: {...wanted, lines: [...lines], isWhole}} : layer});
	};

	const layOut = async (state: State, mine: {readonly wanted: Wanted}): Promise<void> => {
		const {wanted} = mine;
		const lines: Line[] = [];
		let paused = performance.now();
		let shown = Number.NEGATIVE_INFINITY;
		for (const line of detailRows(wanted.detail, state, wanted.width)) {
			lines.push(line);
			if (lines.length >= screenful && performance.now() - paused > stretch) {
				if (performance.now() - shown > pace) {
					show(wanted, lines, false);
					shown = performance.now();
				}

				await turn();
				if (running !== mine) {
					return;
				}

				paused = performance.now();
			}
		}

		show(wanted, lines, true);
		running = running === mine ? undefined : running;
	};

	return {
		look(state) {
			const layer = state.layers.find(one => one.kind === 'record');
			if (!layer || !isLaidOutAside(state, layer)) {
				running = undefined;
				return;
			}

			const wanted = wantedOf(state, layer);
			const isBegun = running !== undefined && isOf({...running.wanted, lines: [], isWhole: false}, layer, state, wanted.width);
			if (!isBegun && !isOf(layer.laid, layer, state, wanted.width)) {
				running = {wanted};
				void layOut(state, running);
			}
		},
		end() {
			running = undefined;
		},
	};
};
