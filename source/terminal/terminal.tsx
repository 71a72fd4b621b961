import {randomBytes} from 'node:crypto';
import process from 'node:process';
import type {Action} from './app/actions.ts';
import {initialState} from './app/initial-state.ts';
import {reduce} from './app/reducer.ts';
import {createStore, type Store} from './app/store.ts';
import type {State} from './app/state.ts';
import {layoutOf} from './app/layout.ts';
import {styledText} from './drawing/styled-text.ts';
import type {Keep, OpenInvestigation, StartDoors} from './effects/context.ts';
import {startEffects} from './effects/start-effects.ts';
import {keyId, type Key} from './engine/key.ts';
import type {Screen} from './engine/screen.ts';
import {startInk} from './engine/start-ink.ts';
import {route} from './keymap/router.ts';
import type {Press} from './keymap/press.ts';
import {loadScreen} from './screens/load/load-screen.ts';
import {startScreen} from './screens/start/start-lines.ts';
import {startOf} from './screens/start/start-state.ts';
import {chooseTheme, type Theme, type ThemeName} from './theme.ts';
import type {Instant} from '../records/instant.ts';
import type {LoadRequest} from '../investigation/investigation.ts';
import type {Workbench} from '../investigation/workbench.ts';

export type TerminalOptions = {
	readonly request: LoadRequest;
	/** The filter to begin with. */
	readonly filterText?: string;
	/** IANA name of the zone in which times are shown and days break. */
	readonly displayTimezone: string;
	readonly investigator?: string;
	/** When the list of leaked customers surfaced. */
	readonly surfaced?: Instant;
	/** The paths as they were typed: for the command line that gives a view. */
	readonly commandPaths: readonly string[];
	readonly open: OpenInvestigation;
	/** Where a case is worked on and case files are written. */
	readonly workbench: Workbench;
	/** The folder of the case that is opened. */
	readonly caseFolder?: string;
	/** By which accounts are called by the same pseudonyms in every run; by chance where it is absent. */
	readonly pseudonymKey?: string;
	/** Begins with pseudonyms for accounts. */
	readonly blind?: boolean;
	/** False for --no-color. */
	readonly colour?: boolean;
	readonly theme?: ThemeName;
	/** Nothing was named: what one can begin with. */
	readonly start?: StartDoors;
	/** What is kept between runs. */
	readonly keep?: Keep;
	/** One line a change, no boxes. */
	readonly screenReader?: boolean;
	/** Fails when an error escapes that no one awaits: the app ends with it. */
	readonly escaped?: Promise<never>;
};

/** A mistake in the filter is told before ten million records are read, not after. */
const refuseMistakes = async ({filterText, displayTimezone}: TerminalOptions): Promise<void> => {
	if (filterText === undefined || filterText === '') {
		return;
	}

	const {checkFilter, needsNewest, parseFilter} = await import('../filter/parse.ts');
	if (!needsNewest(filterText) && 'error' in checkFilter(filterText, {displayTimezone})) {
		parseFilter(filterText, {displayTimezone});
	}
};

const pressOf = (key: Key): Press => ({chord: keyId(key), ...(key.text === undefined ? {} : {text: key.text})});

const themeOf = ({theme, colour = true}: TerminalOptions): Theme => chooseTheme({...(theme === undefined ? {} : {name: theme}), colour});

const createAppStore = (options: TerminalOptions, size: State['size']): Store<State, Action> => createStore(reduce, initialState({
	size,
	request: options.request,
	commandPaths: options.commandPaths,
	...(options.caseFolder === undefined ? {} : {caseFolder: options.caseFolder}),
	displayTimezone: options.displayTimezone,
	localZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
	investigator: options.investigator,
	...(options.surfaced === undefined ? {} : {surfaced: options.surfaced}),
	now: performance.now(),
	blind: options.blind ?? false,
	spoken: options.screenReader ?? false,
	pseudonymKey: options.pseudonymKey ?? randomBytes(32),
	theme: themeOf(options).name,
	colour: options.colour ?? true,
	...(options.start === undefined ? {} : {start: startOf(options.start.recent)}),
}));

/** Keys change the state; what the state asks of the terminal itself is done here. */
const connect = (store: Store<State, Action>, screen: Screen): Promise<number> => new Promise(resolve => {
	let suspends = 0;
	let copied: State['copied'];
	store.subscribe(() => {
		const {leaving, suspends: asked, copied: wanted} = store.state();
		if (wanted !== copied) {
			copied = wanted;
			if (wanted && !screen.copy(wanted.text)) {
				store.dispatch({type: 'say', message: 'This is too long for the clipboard of a terminal.'});
			}
		}

		if (leaving !== undefined) {
			resolve(leaving);
		} else if (asked > suspends) {
			suspends = asked;
			screen.suspend();
		}
	});
	// Last: keys that were pressed meanwhile come at once, and may ask to leave.
	screen.onKey(key => {
		if (keyId(key) === 'ctrl+l') {
			screen.repaint();
			return;
		}

		for (const action of route(store.state(), pressOf(key))) {
			store.dispatch(action);
		}
	});
});

/** What cannot be seen any more once the screen is given back. */
const lastWords = ({load, leaving, start}: State): string | undefined => {
	if (load.status === 'failed' && load.failure) {
		const {message, where, next} = load.failure;
		return [message, where, next].filter(part => part !== undefined).join('\n');
	}

	return leaving === 130 && start === undefined && load.status !== 'complete' ? 'interrupted: nothing was loaded' : undefined;
};

/** The load has begun; `end` gives up what goes on. */
type Running = {readonly store: Store<State, Action>; readonly end: () => Promise<void>};

const begin = (options: TerminalOptions, size: State['size']): Running => {
	const {open, workbench, request, filterText, start, keep, caseFolder} = options;
	const store = createAppStore(options, size);
	const held: Parameters<typeof startEffects>[0]['held'] = {investigation: undefined};
	const endEffects = startEffects({
		store, open, workbench, request, filterText, held, now: () => performance.now(), date: () => new Date(), ...(start === undefined ? {} : {start}), ...(keep === undefined ? {} : {keep}), ...(caseFolder === undefined ? {} : {caseFolder}),
	});
	return {
		store,
		async end() {
			await endEffects();
			await held.investigation?.close();
		},
	};
};

/** Milliseconds after which Ink is loaded though no record is known: files on a slow disk must not keep the keys waiting. */
const patience = 600;

const hasRows = ({load, start}: State): boolean => start !== undefined || load.status !== 'running' || load.asked !== undefined || load.files.some(({preview}) => preview.length > 0);

/** Draws what is loaded until Ink does it. `rows` settles when the first records stand on the screen. */
const drawWithoutInk = (store: Store<State, Action>, theme: Theme, show: (rows: readonly string[]) => void): {readonly rows: Promise<void>; readonly stop: () => void} => {
	const draw = (): void => {
		const state = store.state();
		if (state.facts === undefined && layoutOf(state).kind !== 'tiny') {
			show((state.start ? startScreen(state) : loadScreen(state)).map(line => styledText(line, theme)));
		}
	};

	let settle: () => void;
	const rows = new Promise<void>(resolve => {
		settle = resolve;
	});
	const timer = setTimeout(() => settle(), patience);
	const look = (): void => {
		draw();
		if (hasRows(store.state())) {
			clearTimeout(timer);
			settle();
		}
	};

	look();
	return {rows, stop: store.subscribe(look)};
};

/** Something that somebody else decides: the exit code, by a key. */
const decision = <Value,>(): {readonly made: Promise<Value>; readonly make: (value: Value) => void} => {
	let make: (value: Value) => void;
	const made = new Promise<Value>(resolve => {
		make = resolve;
	});
	return {made, make: value => make(value)};
};

/** Shows the app until it is left. The promise is of the exit code; errors of the load have been told on stderr by then. */
export const runTerminal = async (options: TerminalOptions): Promise<number> => {
	await refuseMistakes(options);
	const theme = themeOf(options);
	const leaving = decision<number>();
	let running: Running | undefined;
	let stopDrawing = (): void => undefined;
	let screen: Screen | undefined;
	const show = async (): Promise<number> => {
		const started = await startInk({
			...(options.colour === undefined ? {} : {colour: options.colour}),
			...(options.screenReader === undefined ? {} : {screenReader: options.screenReader}),
			onInterrupt: () => running?.store.dispatch({type: 'stop'}),
			async prelude(early, write) {
				screen = early;
				running = begin(options, early.size());
				const {rows, stop} = drawWithoutInk(running.store, theme, write);
				stopDrawing = stop;
				// Ink takes a while, the more so beside a load: keys do not wait for it.
				void connect(running.store, early).then(leaving.make);
				await rows;
			},
			async view() {
				// React looks at the environment when it is loaded: nothing here may load it sooner.
				const {appElement} = await import('./app/app.tsx');
				stopDrawing();
				return appElement(running!.store);
			},
		});
		await started.exited;
		return 1;
	};

	try {
		return await Promise.race([show(), leaving.made, ...(options.escaped ? [options.escaped] : [])]);
	} finally {
		await screen?.unmount();
		await running?.end();
		const words = running && lastWords(running.store.state());
		if (words !== undefined) {
			process.stderr.write(`${words}\n`);
		}
	}
};
