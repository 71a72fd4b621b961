import {accountShown, blindingOf} from '../app/blinding.ts';
import {layoutOf} from '../app/layout.ts';
import {markedValues} from '../app/marks.ts';
import {eventAt} from '../app/reduce-answers.ts';
import type {OverlaidAccounts, State} from '../app/state.ts';
import type {Action} from '../app/actions.ts';
import type {Command} from './command.ts';

const accountUnderCursor = ({focus, answers, places, ...state}: State): string | undefined => {
	const account = focus === 'events'
		? eventAt({...state, focus, answers, places}, places.events.cursor)?.employee
		: (focus === 'employees' ? answers.employees?.value.rows[places.employees.cursor]?.value : undefined);
	return account === '' ? undefined : account;
};

/** The two that are marked, or the marked one and the one under the cursor. */
const pairOf = (state: State): OverlaidAccounts | undefined => {
	const [one, two] = markedValues(state, 'employees').filter(account => account !== '');
	const here = accountUnderCursor(state);
	const other = two ?? here;
	return one === undefined || other === undefined || one === other ? undefined : [one, other];
};

const notNow = (state: State): string | undefined => {
	if (layoutOf(state).timelineRows < 3) {
		return 'Two accounts need a timeline of two rows: make this window 20 rows high.';
	}

	return state.overlay || pairOf(state) || (state.focus === 'employees' && accountUnderCursor(state) !== undefined) ? undefined : 'Put the cursor on the first of two accounts among the employees, and press o.';
};

const overlay = (state: State): readonly Action[] => {
	if (state.overlay) {
		return [{type: 'overlay', accounts: undefined}];
	}

	const name = (account: string): string => accountShown(account, blindingOf(state));
	const accounts = pairOf(state);
	if (accounts) {
		return [{type: 'overlay', accounts}, {type: 'say', message: `${name(accounts[0])} above, ${name(accounts[1])} below, on one scale; Esc or o takes them away.`}];
	}

	const here = accountUnderCursor(state)!;
	const mark: readonly Action[] = markedValues(state, 'employees').includes(here) ? [] : [{type: 'mark'}];
	return [...mark, {type: 'say', message: `${name(here)} is the first; put the cursor on a second account and press o.`}];
};

export const overlayCommands: readonly Command[] = [
	{id: 'overlay', title: 'Two accounts on the timeline: the marked one and this one', short: 'overlay', keys: ['o'], group: 'Look', on: ['explore'], refuse: notNow, run: overlay},
];
