import {formatCount} from '../../document/format-number.ts';
import type {Case} from '../../investigation/case/open-case.ts';
import type {Done} from '../../investigation/case/select.ts';
import type {CaseActLayer, CaseActStatus} from '../app/layer.ts';
import type {State} from '../app/state.ts';
import type {Effect, EffectContext} from './context.ts';
import {failureOf} from './failure.ts';

const doneLines = (what: string, {matched, customersIn, customersOut, warnings}: Done): readonly string[] => [
	`${what}: ${formatCount(matched.events, 'event')}, ${formatCount(matched.customers, 'customer')}`,
	...(customersIn.length > 0 ? [`${formatCount(customersIn.length, 'customer')} came in.`] : []),
	...(customersOut.length > 0 ? [`${formatCount(customersOut.length, 'customer')} left: ${customersOut.slice(0, 5).join(', ')}${customersOut.length > 5 ? ' …' : ''}.`] : []),
	...warnings,
];

/** The case on the desk: opened anew when it becomes known who acts, for every act carries a name. */
const desk = ({store, held, date}: EffectContext) => {
	let opened: Case | undefined;
	let by: string | undefined;

	const open = async (folder: string, investigator: string | undefined): Promise<Case> => {
		const {openCase, personOf} = await import('../../investigation/case/open-case.ts');
		await opened?.close();
		by = investigator;
		opened = openCase(folder, {by: personOf(investigator ?? 'somebody'), now: date});
		opened.attach(held.investigation!);
		return opened;
	};

	return {
		isOpen: () => opened !== undefined,
		for: async (folder: string, investigator: string | undefined): Promise<Case> => opened && by === investigator ? opened : open(folder, investigator),
		async show(current: Case): Promise<void> {
			const {caseView} = await import('../../investigation/case/case-view.ts');
			store.dispatch({type: 'case', opened: await caseView(current, held.investigation!), ...(current.warnings.length > 0 ? {message: current.warnings[0]!} : {})});
		},
		close() {
			void opened?.close();
		},
	};
};

/** Does what the form asks; gives the words for it. */
const performAct = async (current: Case, {act, reason}: CaseActLayer, {view}: State): Promise<readonly string[]> => {
	if (act === 'note') {
		return [`Noted as act ${current.append({act: 'note', payload: {text: reason.text.trim()}}).seq}.`];
	}

	const {addSelection, excludeAccesses} = await import('../../investigation/case/select.ts');
	const done = await (act === 'select' ? addSelection : excludeAccesses)(current, {filter: view.filter, reason: reason.text.trim()});
	return doneLines(`${act === 'select' ? 'Selection' : 'Exclusion'} ${done.number}`, done);
};

/** Opens the case once its exports are loaded, tells how it stands, and writes what is done to it. */
export const caseEffect = (context: EffectContext): Effect => {
	const {store, held, caseFolder} = context;
	const table = desk(context);
	let busy = false;
	let ended = false;
	let failed = false;

	const tell = (status: CaseActStatus): void => {
		store.dispatch({type: 'late', kind: 'case-act', change: layer => layer.kind === 'case-act' ? {...layer, status} : layer});
	};

	const guarded = (work: () => Promise<void>, fail: (words: string) => void): void => {
		busy = true;
		void work().catch((error: unknown) => {
			const {message, next} = failureOf(error);
			fail(next === undefined ? message : `${message}. ${next}`);
		}).finally(() => {
			busy = false;
			if (ended) {
				table.close();
			}
		});
	};

	const perform = async (layer: CaseActLayer, state: State, folder: string): Promise<void> => {
		const current = await table.for(folder, state.investigator);
		tell({is: 'done', lines: await performAct(current, layer, state)});
		await table.show(current);
	};

	return {
		look(state) {
			const folder = caseFolder ?? held.opening?.caseFolder;
			if (folder === undefined || busy || failed || !held.investigation || state.load.status !== 'complete') {
				return;
			}

			const layer = state.layers.find(one => one.kind === 'case-act');
			if (!table.isOpen()) {
				guarded(async () => table.show(await table.for(folder, state.investigator)), message => {
					failed = true;
					store.dispatch({type: 'say', message});
				});
			} else if (layer?.status.is === 'running') {
				guarded(async () => perform(layer, state, folder), problem => {
					tell({is: 'asking', problem});
				});
			}
		},
		end() {
			ended = true;
			if (!busy) {
				table.close();
			}
		},
	};
};
