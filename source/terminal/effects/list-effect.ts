import type {EventList} from '../../investigation/event-lists/event-list.ts';
import {formatCount, formatNumber} from '../../document/format-number.ts';
import {listDraft} from '../components/list-form/open-list.ts';
import type {ListLayer, ListStatus} from '../app/layer.ts';
import type {State} from '../app/state.ts';
import type {Effect, EffectContext} from './context.ts';
import {failureOf} from './failure.ts';
import {sentences} from '../text/sentences.ts';

const cameOf = ({resolved, inferred}: EventList): string => `The list is joined: ${formatCount(resolved, 'customer')}, ${formatNumber(inferred)} of whom the record does not name (inferred).`;

/** Looks at the list behind a bulk export, and joins it: in a case by an act, and then by loading again with it. */
export const listEffect = ({store, held, workbench, desk, now}: EffectContext): Effect => {
	let busy = false;
	let completed: string | undefined;
	/** The case is told anew once its exports are there with the list. */
	let toShow = false;
	const arrive = (change: (layer: ListLayer) => ListLayer): void => {
		store.dispatch({type: 'late', kind: 'list', change: layer => layer.kind === 'list' ? change(layer) : layer});
	};

	const tell = (status: ListStatus): void => {
		arrive(layer => ({...layer, status}));
	};

	const guarded = async (work: () => Promise<void>): Promise<void> => {
		busy = true;
		try {
			await work();
		} catch (error) {
			const {message, next} = failureOf(error);
			tell({is: 'asking', problem: sentences(message, next)});
		} finally {
			busy = false;
		}
	};

	const check = async ({event, path: {text}}: ListLayer): Promise<void> => {
		const list = await held.investigation!.previewList({event, path: text.trim()});
		arrive(layer => layer.path.text === text && layer.status.is === 'checking' ? {...layer, status: {is: 'checked', list}} : layer);
	};

	const join = async ({event}: ListLayer, list: EventList, {investigator}: State): Promise<void> => {
		const joined = desk.folder() === undefined ? {event, path: list.path} : await (await desk.for(investigator)).joinList({event, path: list.path});
		store.dispatch({type: 'keep', drafts: {[listDraft]: ''}});
		store.dispatch({type: 'load-again', now: now(), list: joined});
		toShow = desk.folder() !== undefined;
		store.dispatch({type: 'say', message: cameOf(list)});
	};

	const complete = async (typed: string): Promise<void> => {
		const items = await workbench.completePath(typed);
		arrive(layer => layer.path.text === typed ? {...layer, completions: {of: typed, items}} : layer);
	};

	return {
		look(state) {
			if (toShow && state.load.status === 'complete' && held.investigation) {
				toShow = false;
				void desk.for(state.investigator).then(desk.show).catch(() => undefined);
			}

			const layer = state.layers.find(one => one.kind === 'list');
			if (layer && completed !== layer.path.text) {
				completed = layer.path.text;
				void complete(layer.path.text);
			}

			if (!layer || busy || !held.investigation) {
				return;
			}

			const {status} = layer;
			if (status.is === 'checking') {
				void guarded(async () => check(layer));
			} else if (status.is === 'joining') {
				void guarded(async () => join(layer, status.list, state));
			}
		},
		end() {/* looking at a list takes no time worth stopping, and an act is one write */},
	};
};
