import type {ExportRequest, ExportResult} from '../../investigation/investigation.ts';
import type {ExportLayer, ExportPart, ExportStatus} from '../app/layer.ts';
import type {State} from '../app/state.ts';
import {planOf} from '../components/export-form/plan.ts';
import {verifyCommands} from '../components/export-form/verify-commands.ts';
import type {Effect, EffectContext} from './context.ts';
import {failureText, isCancelled} from './failure.ts';
import {latestAtAPace} from './latest-at-a-pace.ts';

type Writing = {readonly state: State; readonly layer: ExportLayer; readonly signal: AbortSignal};
type Telling = Parameters<NonNullable<ExportRequest['onProgress']>>[0];
type Asked = Omit<ExportRequest, 'filter' | 'reason' | 'examination' | 'reading' | 'kept'>;

/** What the command line would ask for with the same choices. */
const askedBy = ({view}: State, layer: ExportLayer, now: Date): Asked => {
	const {directory, keys, recipients, zip} = planOf(layer);
	return {directory, audience: layer.audience, displayTimezone: view.zone, now, seal: {keys, zip, encrypt: recipients}, documents: {}};
};

const writeFilter = async ({workbench, held}: EffectContext, {state, layer}: Writing, asked: Asked): Promise<ExportResult> => {
	const {view, request, investigator} = state;
	return workbench.exportFilter(held.investigation!, request, {...asked, filter: view.filter, reason: layer.reason.text.trim(), ...(investigator === undefined ? {} : {investigator})});
};

/** The journal says that it was exported, and the screens that the journal does. */
const writeCase = async ({desk}: EffectContext, {state}: Writing, asked: Asked): Promise<ExportResult> => {
	const current = await desk.for(state.investigator);
	const result = await current.export(asked);
	await desk.show(current);
	return result;
};

/** Tells which audience gets what, and writes the case file that the form has asked for: whole, or nothing of it. */
export const exportEffect = (context: EffectContext): Effect => {
	const {store, date, held, workbench} = context;
	let running: AbortController | undefined;
	let work: Promise<void> = Promise.resolve();
	let outlining = false;
	let stops = 0;
	const change = (by: Partial<ExportLayer>): void => {
		store.dispatch({type: 'late', kind: 'export', change: layer => layer.kind === 'export' ? {...layer, ...by} : layer});
	};

	const tell = (status: ExportStatus, part?: ExportPart): void => {
		change({status, ...(part === undefined ? {} : {part})});
	};

	const outline = async (): Promise<void> => {
		change({outlines: await workbench.exportOutlines()});
		outlining = false;
	};

	const write = async (writing: Writing): Promise<void> => {
		const {state, layer, signal} = writing;
		const plan = planOf(layer);
		const paced = latestAtAPace(({text, ...progress}: Telling) => {
			if (!signal.aborted) {
				tell({is: 'running', text: text.replace(/^data\//, ''), ...progress});
			}
		});
		try {
			const fault = await workbench.checkExport(plan, signal);
			if (fault) {
				signal.throwIfAborted();
				tell({is: 'asking', problem: failureText(fault.error)}, fault.about);
				return;
			}

			const result = await (layer.of === 'case' ? writeCase : writeFilter)(context, writing, {
				...askedBy(state, layer, date()), signal,
				onProgress: paced.push,
			});
			const commands = verifyCommands({...plan, signer: await workbench.signerIn(result.directory)});
			paced.stop();
			tell({is: 'done', result, commands});
		} catch (error) {
			paced.stop();
			tell({is: 'asking', problem: isCancelled(error, signal) ? 'Stopped. Nothing was written that could be taken for a case file.' : failureText(error)});
		} finally {
			running = undefined;
		}
	};

	return {
		look(state) {
			const layer = state.layers.find(one => one.kind === 'export');
			if (state.stops > stops || layer?.status.is === 'stopping') {
				running?.abort();
			}

			stops = state.stops;
			if (layer && !layer.outlines && !outlining) {
				outlining = true;
				void outline();
			}

			if (layer?.status.is === 'running' && !running && held.investigation) {
				running = new AbortController();
				work = write({state, layer, signal: running.signal});
			}
		},
		/** Whoever leaves waits until what was begun is gone: a half package could be taken for one. */
		async end() {
			running?.abort();
			await work;
		},
	};
};
