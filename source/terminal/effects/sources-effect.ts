import type {Investigation} from '../../investigation/investigation.ts';
import type {RejectsLayer, RuleLayer} from '../app/layer.ts';
import type {State} from '../app/state.ts';
import {readTypes} from '../components/rule-form/types.ts';
import type {Effect, EffectContext} from './context.ts';
import {oneOfAKind} from './one-of-a-kind.ts';

/** Rejected records of a reason that are shown; `whosaw sources --rejected` lists all. */
const mostRejected = 200;

/** What the screen of sources asks: coverage once a zone, rejected records that are opened, and rules that are written. */
export const sourcesEffect = ({store, held}: EffectContext): Effect => {
	const {ask, giveUp} = oneOfAKind();
	const coverage = ({view: {zone}, sources}: State, investigation: Investigation): void => {
		if (sources.coverage?.zone !== zone) {
			ask('coverage', zone, {
				work: async signal => store.dispatch({type: 'sources', change: {coverage: {zone, systems: await investigation.coverage(zone, signal)}}}),
				failed: failure => store.dispatch({type: 'sources', change: {coverage: {zone, failure}}}),
			});
		}
	};

	const rejected = (layer: RejectsLayer, investigation: Investigation): void => {
		const arrive = (part: Partial<RejectsLayer>): void => store.dispatch({
			type: 'late', kind: 'rejects', change: one => one.kind === 'rejects' && one.path === layer.path && one.reason === layer.reason ? {...one, ...part} : one,
		});
		ask('rejected', `${layer.path} ${layer.reason}`, {
			work: async signal => arrive({items: await investigation.firstRejections({path: layer.path, reason: layer.reason, limit: mostRejected, signal})}),
			failed: failure => arrive({failure}),
		});
	};

	const write = (layer: RuleLayer, investigation: Investigation): void => {
		const arrive = (status: RuleLayer['status']): void => store.dispatch({type: 'late', kind: 'rule', change: one => one.kind === 'rule' ? {...one, status} : one});
		const read = readTypes(layer.types.text);
		ask('rule', layer.about.value, {
			async work() {
				const types = 'types' in read ? read.types : [];
				arrive({is: 'done', ...await investigation.writeRule({...layer.about, pattern: layer.pattern.text, types, path: layer.path.text.trim()})});
			},
			failed: problem => arrive({is: 'asking', problem}),
		});
	};

	return {
		look(state) {
			const {investigation} = held;
			if (!investigation || !state.facts) {
				return;
			}

			if (state.screen === 'sources') {
				coverage(state, investigation);
			}

			const layer = state.layers.at(-1);
			if (layer?.kind === 'rejects' && !layer.items && layer.failure === undefined) {
				rejected(layer, investigation);
			} else if (layer?.kind === 'rule' && layer.status.is === 'writing') {
				write(layer, investigation);
			}
		},
		end() {
			giveUp();
		},
	};
};
