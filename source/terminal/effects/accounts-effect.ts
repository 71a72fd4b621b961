import {setImmediate as turn} from 'node:timers/promises';
import {hidingOf} from '../../document/known-accounts.ts';
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
						const accounts = await investigation.accounts(signal);
						const all = pseudonyms.among(accounts.map(({account}) => account));
						store.dispatch({type: 'accounts', pseudonyms: {...all, hide: await hidingOf(accounts, all.of, async () => turn())}});
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
