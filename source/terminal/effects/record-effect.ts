import type {RecordLayer} from '../app/layer.ts';
import type {Effect, EffectContext} from './context.ts';
import {failureText} from './failure.ts';

/** Reads the record that lies open, unless it is there already. */
export const recordEffect = ({store, held}: EffectContext): Effect => {
	let reading: number | undefined;
	const arrive = (row: number, change: Partial<RecordLayer>): void => {
		store.dispatch({type: 'late', kind: 'record', change: layer => layer.kind === 'record' && layer.row === row ? {...layer, ...change} : layer});
	};

	const read = async (row: number): Promise<void> => {
		try {
			arrive(row, {detail: await held.investigation!.record(row)});
		} catch (error) {
			arrive(row, {failure: failureText(error)});
		} finally {
			reading = undefined;
		}
	};

	return {
		look({layers}) {
			const layer = layers.find(one => one.kind === 'record');
			if (layer && !layer.detail && layer.failure === undefined && held.investigation && reading !== layer.row) {
				reading = layer.row;
				void read(layer.row);
			}
		},
		end() {/* reading a record takes no time worth stopping */},
	};
};
