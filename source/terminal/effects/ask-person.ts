import {CancelledError} from '../../errors.ts';
import type {Decide} from '../../investigation/doubt.ts';
import {askedOf} from '../app/asked.ts';
import type {EffectContext} from './context.ts';

/** Lays what is open before the person and waits for what they decide; a load that is stopped waits no longer. */
export const askPerson = ({store}: EffectContext, signal: AbortSignal): Decide => async doubt => new Promise((resolve, reject) => {
	const {decisions} = store.state().load;
	const end = (): void => {
		unsubscribe();
		signal.removeEventListener('abort', give);
	};

	const give = (): void => {
		end();
		reject(new CancelledError());
	};

	const unsubscribe = store.subscribe(() => {
		const {load} = store.state();
		if (load.decisions > decisions && load.decision) {
			end();
			resolve(load.decision);
		}
	});
	signal.addEventListener('abort', give);
	if (signal.aborted) {
		give();
	} else {
		store.dispatch({type: 'doubt', asked: askedOf(doubt)});
	}
});
