import {setTimeout as delay} from 'node:timers/promises';
import type {Action} from '../../source/terminal/app/actions.ts';
import {initialState} from '../../source/terminal/app/initial-state.ts';
import {reduce} from '../../source/terminal/app/reducer.ts';
import type {State} from '../../source/terminal/app/state.ts';
import {createStore, type Store} from '../../source/terminal/app/store.ts';
import {isWorking} from '../../source/terminal/app/working.ts';
import {startEffects} from '../../source/terminal/effects/start-effects.ts';
import {route} from '../../source/terminal/keymap/router.ts';
import type {OpenInvestigation} from '../../source/terminal/effects/context.ts';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import {workbench} from '../../source/investigation/workbench.ts';
import type {LoadRequest} from '../../source/investigation/investigation.ts';
import {openFake, type FakeOptions} from './fake-investigation.ts';

/** The app without a terminal: its state, its keys and its questions, over an invented world in memory. */
export type AppDriver = {
	readonly store: Store<State, Action>;
	readonly state: () => State;
	/** Presses keys by their chords, one after the other. */
	press(...chords: readonly string[]): void;
	type(text: string): void;
	/** Waits until all questions are answered. */
	answered(): Promise<void>;
	until(holds: (state: State) => boolean): Promise<void>;
	end(): Promise<void>;
};

/** Something real in the place of the invented world. */
export type RealWorld = {readonly request: LoadRequest; readonly open?: OpenInvestigation; readonly caseFolder?: string};

export type DriverOptions = FakeOptions & {readonly columns?: number; readonly rows?: number; readonly filterText?: string; readonly spoken?: boolean; readonly real?: RealWorld};

const request = {paths: ['exports/crm.csv']};

export const beginningState = ({columns = 120, rows = 40, spoken = false, real}: Pick<DriverOptions, 'columns' | 'rows' | 'spoken' | 'real'> = {}): State => initialState({
	size: {columns, rows}, spoken, request: real?.request ?? request, commandPaths: real?.caseFolder === undefined ? (real?.request ?? request).paths : [real.caseFolder], ...(real?.caseFolder === undefined ? {} : {caseFolder: real.caseFolder}), displayTimezone: 'UTC', localZone: 'America/Toronto', investigator: 'J. Rivera', now: 0, blind: false, pseudonymKey: 'a test',
});

const chordOf = (character: string): string => character === ' ' ? 'space' : character;

export const driveApp = (options: DriverOptions = {}): AppDriver => {
	const store = createStore(reduce, beginningState(options));
	const {real} = options;
	const end = startEffects({
		store, workbench: workbench(() => new Date(0)), open: real ? real.open ?? openInvestigation : openFake(options), request: real?.request ?? request, filterText: options.filterText, ...(real?.caseFolder === undefined ? {} : {caseFolder: real.caseFolder}),
		held: {investigation: undefined}, now: () => performance.now(), date: () => new Date(0),
	});
	const send = (chord: string, text?: string): void => {
		for (const action of route(store.state(), {chord, ...(text === undefined ? {} : {text})})) {
			store.dispatch(action);
		}
	};

	const until: AppDriver['until'] = async holds => {
		for (let tries = 0; !holds(store.state()); tries++) {
			if (tries > 6000) {
				throw new Error('the app did not come to this state');
			}

			await delay(5);
		}
	};

	return {
		store, end, until,
		state: () => store.state(),
		press(...chords) {
			for (const chord of chords) {
				send(chord, chord.length === 1 ? chord : undefined);
			}
		},
		type(text) {
			for (const character of text) {
				send(chordOf(character), character);
			}
		},
		answered: async () => until(state => state.facts !== undefined && !isWorking(state)),
	};
};
