import {formatCount, formatNumber} from '../../document/format-number.ts';
import type {State} from '../app/state.ts';
import {citedText} from '../components/record/facts.ts';
import type {Effect, EffectContext} from './context.ts';
import {failureText} from './failure.ts';
import {keepOpened} from './keep-opened.ts';

/** Reads the records that are to be copied, one after the other, and copies them together; half of them are never copied. */
export const citeEffect = (context: EffectContext): Effect => {
	const {store, held} = context;
	let asked: State['citing'];
	let stops = 0;
	const isWanted = (citing: State['citing']): boolean => citing !== undefined && citing === asked;
	const read = async (citing: NonNullable<State['citing']>): Promise<void> => {
		try {
			const texts: string[] = [];
			let unread = 0;
			for (const row of citing.rows) {
				const detail = await held.investigation!.record(row);
				await keepOpened(context, detail);
				texts.push(citedText(detail));
				unread += detail.unread === undefined ? 0 : 1;
				if (!isWanted(citing)) {
					return;
				}
			}

			const what = texts.length === 1 ? 'the record with its citation' : `${formatCount(texts.length, 'record')} with their citations`;
			const lacking = unread === 0 ? '' : `; ${unread === texts.length ? '' : `${formatNumber(unread)} `}without the text, which cannot be read again: 5 shows why`;
			store.dispatch({type: 'copy', text: texts.join('\n'), what: `${what}, unmasked${lacking}`});
		} catch (error) {
			store.dispatch({type: 'say', message: failureText(error)});
		}

		store.dispatch({type: 'cite', rows: []});
	};

	return {
		look(state) {
			const isStopped = state.stops > stops;
			stops = state.stops;
			if (isStopped && asked) {
				asked = undefined;
				store.dispatch({type: 'cite', rows: []});
			} else if (state.citing !== asked) {
				asked = state.citing;
				if (asked && held.investigation) {
					void read(asked);
				}
			}
		},
		end() {
			asked = undefined;
		},
	};
};
