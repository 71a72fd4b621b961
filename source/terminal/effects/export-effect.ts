import type {ExportLayer, ExportStatus} from '../app/layer.ts';
import type {State} from '../app/state.ts';
import type {Effect, EffectContext} from './context.ts';
import {failureOf, isCancelled} from './failure.ts';

/** Writes the case file that the form has asked for. */
export const exportEffect = ({store, held, date}: EffectContext): Effect => {
	let running: AbortController | undefined;
	let stops = 0;
	const tell = (status: ExportStatus): void => {
		store.dispatch({type: 'late', kind: 'export', change: layer => layer.kind === 'export' ? {...layer, status} : layer});
	};

	const write = async ({view, investigator}: State, {directory, reason}: ExportLayer, signal: AbortSignal): Promise<void> => {
		try {
			const result = await held.investigation!.export({
				filter: view.filter, reason: reason.text.trim(), directory: directory.text.trim(), displayTimezone: view.zone, now: date(), signal,
				...(investigator === undefined ? {} : {investigator}),
				onProgress: progress => {
					if (!signal.aborted) {
						tell({is: 'running', ...progress});
					}
				},
			});
			tell({is: 'done', result});
		} catch (error) {
			const {message, where, next} = failureOf(error);
			tell(isCancelled(error, signal)
				? {is: 'asking', problem: 'Stopped. Nothing was written that could be taken for a case file.'}
				: {is: 'failed', message: where === undefined ? message : `${where}: ${message}`, ...(next === undefined ? {} : {next})});
		} finally {
			running = undefined;
		}
	};

	return {
		look(state) {
			const layer = state.layers.find(one => one.kind === 'export');
			if (state.stops > stops) {
				running?.abort();
			}

			stops = state.stops;
			if (layer?.status.is === 'running' && !running && held.investigation) {
				running = new AbortController();
				void write(state, layer, running.signal);
			}
		},
		end() {
			running?.abort();
		},
	};
};
