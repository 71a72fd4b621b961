import {setImmediate as turn} from 'node:timers/promises';
import {hidingOf} from '../app/known-accounts.ts';
import type {Effect, EffectContext} from './context.ts';
import {oneOfAKind} from './one-of-a-kind.ts';

/** Learns everything that accounts are called by when they are first hidden: until then no text is shown that may name one. */
export const accountsEffect = ({store, held}: EffectContext): Effect => {
	const {ask, giveUp} = oneOfAKind();
	let failed = false;
	return {
		look({blind, facts, pseudonyms}) {
			const {investigation} = held;
			failed &&= blind;
			if (blind && facts && investigation && !pseudonyms.hide && !failed) {
				ask('accounts', 'all', {
					async work(signal) {
						const hide = await hidingOf(await investigation.accounts(signal), account => pseudonyms.of(account), async () => turn());
						store.dispatch({type: 'accounts', hide});
					},
					failed(message) {
						failed = true;
						store.dispatch({type: 'say', message});
					},
				});
			}
		},
		end() {
			giveUp();
		},
	};
};
