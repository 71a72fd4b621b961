import {formatCount} from '../../document/format-number.ts';
import type {CaseWork} from '../../investigation/case/case-work.ts';
import type {Done} from '../../investigation/case/select.ts';
import type {CaseActLayer, CaseActStatus, FactsLayer} from '../app/layer.ts';
import type {State} from '../app/state.ts';
import {caseDraft} from '../components/case-act/keys.ts';
import {typedFacts} from '../components/facts-form/keys.ts';
import {factsOf} from '../components/facts-form/missing-facts.ts';
import {sentences} from '../text/sentences.ts';
import type {Effect, EffectContext} from './context.ts';
import {failureOf} from './failure.ts';

const doneLines = (what: string, {matched, customersIn, customersOut, warnings}: Done): readonly string[] => [
	`${what}: ${formatCount(matched.events, 'event')}, ${formatCount(matched.customers, 'customer')}`,
	...(customersIn.length > 0 ? [`${formatCount(customersIn.length, 'customer')} came in.`] : []),
	...(customersOut.length > 0 ? [`${formatCount(customersOut.length, 'customer')} left: ${customersOut.slice(0, 5).join(', ')}${customersOut.length > 5 ? ' …' : ''}.`] : []),
	...warnings,
];

/** Does what the form asks; gives the words for it. */
const performAct = async (current: CaseWork, {act, reason: {text}, chosen = 0}: CaseActLayer, {view, opened}: State): Promise<readonly string[]> => {
	const reason = text.trim();
	if (act === 'note') {
		return [`Noted as act ${await current.note(reason)}.`];
	}

	if (act === 'restore') {
		const {number} = opened!.state.exclusions.toReversed()[chosen]!;
		return doneLines(`Exclusion ${number} is taken back`, await current.restore({number, reason}));
	}

	const asked = {filter: view.filter, reason};
	const done = await (act === 'select' ? current.select(asked) : current.exclude(asked));
	return doneLines(`${act === 'select' ? 'Selection' : 'Exclusion'} ${done.number}`, done);
};

/** What is hidden is shown once it stands in the journal that it was. */
const reveal = async (current: CaseWork, {act, reason}: CaseActLayer, dispatch: EffectContext['store']['dispatch']): Promise<void> => {
	const seq = await current.unmasked(act === 'unblind' ? 'accounts' : 'contacts', reason.text.trim());
	dispatch({type: 'keep', drafts: {[caseDraft(act)]: ''}});
	dispatch({type: 'close'});
	dispatch({type: act === 'unblind' ? 'blind' : 'mask'});
	dispatch({type: 'say', message: `${act === 'unblind' ? 'Accounts are called by their names; b hides them.' : 'Names, e-mails and phones are shown; m masks them.'} It is act ${seq} of the journal.`});
};

/** Opens the case once its exports are loaded, tells how it stands, and writes what is done to it. */
export const caseEffect = ({store, held, desk}: EffectContext): Effect => {
	let busy = false;
	let failed = false;

	const tell = (status: CaseActStatus): void => {
		store.dispatch({type: 'late', kind: 'case-act', change: layer => layer.kind === 'case-act' ? {...layer, status} : layer});
	};

	const guarded = (act: () => Promise<void>, fail: (words: string) => void): void => {
		busy = true;
		void act().catch((error: unknown) => {
			const {message, next} = failureOf(error);
			fail(sentences(message, next));
		}).finally(() => {
			busy = false;
		});
	};


	const perform = async (layer: CaseActLayer, state: State): Promise<void> => {
		const current = await desk.for(state.investigator);
		if (layer.act === 'unmask' || layer.act === 'unblind') {
			await reveal(current, layer, store.dispatch);
			desk.acted();
			return;
		}

		tell({is: 'done', lines: await performAct(current, layer, state)});
		await desk.show(current);
	};

	/** Back to what the facts were asked for. */
	const stateFacts = async (layer: FactsLayer, {investigator}: State): Promise<void> => {
		const current = await desk.for(investigator);
		const seq = await current.stateFacts(JSON.stringify(factsOf(typedFacts(layer))));
		await desk.show(current);
		if (store.state().layers.at(-1)?.kind === 'facts') {
			store.dispatch({type: 'close'});
		}

		store.dispatch({type: 'say', message: `The facts are act ${seq} of the journal.`});
	};

	return {
		look(state) {
			if (desk.folder() === undefined || busy || failed || !held.investigation || state.load.status !== 'complete') {
				return;
			}

			if (state.screen === 'case') {
				desk.tellJournal();
			}

			const layer = state.layers.find(one => one.kind === 'case-act');
			const facts = state.layers.find(one => one.kind === 'facts');
			if (!desk.isOpen()) {
				guarded(async () => desk.show(await desk.for(state.investigator)), message => {
					failed = true;
					store.dispatch({type: 'say', message});
				});
			} else if (layer?.status.is === 'running') {
				guarded(async () => perform(layer, state), problem => {
					tell({is: 'asking', problem});
				});
			} else if (facts?.status.is === 'running') {
				guarded(async () => stateFacts(facts, state), problem => {
					store.dispatch({type: 'late', kind: 'facts', change: one => one.kind === 'facts' ? {...one, status: {is: 'asking', problem}} : one});
				});
			}
		},
		end() {
			// An act is one write: it stands in the journal or it does not.
		},
	};
};
