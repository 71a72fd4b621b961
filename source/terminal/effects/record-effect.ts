import type {RecordLayer} from '../app/layer.ts';
import type {State} from '../app/state.ts';
import type {Effect, EffectContext} from './context.ts';
import {failureText} from './failure.ts';
import {keepOpened} from './keep-opened.ts';
import {noticeChanges} from './notice-changes.ts';

/** Its export was not there, and is again. */
const isBack = ({detail}: RecordLayer, changed: State['changed']): boolean => detail?.unread !== undefined && !changed.some(({path}) => path === detail.citation.path);

/** Reads the record that lies open, unless it is there already. */
export const recordEffect = (context: EffectContext): Effect => {
	const {store, held} = context;
	let reading: number | undefined;
	const arrive = (row: number, change: Partial<RecordLayer>): void => {
		store.dispatch({type: 'late', kind: 'record', change: layer => layer.kind === 'record' && layer.row === row ? {...layer, ...change} : layer});
	};

	const read = async (row: number, isFirst: boolean): Promise<void> => {
		try {
			const detail = await held.investigation!.record(row);
			if (isFirst) {
				await keepOpened(context, detail);
			}

			if (detail.unread !== undefined) {
				// The header must know of it first: then it can be noticed that it is back.
				await noticeChanges(context, 0);
			}

			arrive(row, {detail});
		} catch (error) {
			arrive(row, {failure: failureText(error)});
		} finally {
			reading = undefined;
		}
	};

	return {
		look({layers, changed}) {
			const layer = layers.find(one => one.kind === 'record');
			if (layer && (!layer.detail || isBack(layer, changed)) && layer.failure === undefined && held.investigation && reading !== layer.row) {
				reading = layer.row;
				void read(layer.row, layer.detail === undefined);
			}
		},
		end() {/* reading a record takes no time worth stopping */},
	};
};
