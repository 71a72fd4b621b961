import process from 'node:process';
import type {Action} from './app/actions.ts';
import {initialState} from './app/initial-state.ts';
import {reduce} from './app/reducer.ts';
import {createStore, type Store} from './app/store.ts';
import type {State} from './app/state.ts';
import type {OpenInvestigation} from './effects/context.ts';
import {startEffects} from './effects/start-effects.ts';
import {keyId, type Key} from './engine/key.ts';
import type {Screen} from './engine/screen.ts';
import {startInk} from './engine/start-ink.ts';
import {route} from './keymap/router.ts';
import type {Press} from './keymap/press.ts';
import {chooseTheme, type ThemeName} from './theme.ts';
import {checkFilter, needsNewest, parseFilter} from '../filter/parse.ts';
import type {LoadRequest} from '../investigation/investigation.ts';

export type TerminalOptions = {
	readonly request: LoadRequest;
	/** The filter to begin with. */
	readonly filterText?: string;
	/** IANA name of the zone in which times are shown and days break. */
	readonly displayTimezone: string;
	readonly investigator?: string;
	/** The paths as they were typed: for the command line that gives a view. */
	readonly commandPaths: readonly string[];
	readonly open: OpenInvestigation;
	/** False for --no-color. */
	readonly colour?: boolean;
	readonly theme?: ThemeName;
};

/** A mistake in the filter is told before ten million records are read, not after. */
const refuseMistakes = ({filterText, displayTimezone}: TerminalOptions): void => {
	if (filterText === undefined || needsNewest(filterText)) {
		return;
	}

	if ('error' in checkFilter(filterText, {displayTimezone})) {
		parseFilter(filterText, {displayTimezone});
	}
};

const pressOf = (key: Key): Press => ({chord: keyId(key), ...(key.text === undefined ? {} : {text: key.text})});

const createAppStore = (options: TerminalOptions, size: State['size']): Store<State, Action> => createStore(reduce, initialState({
	size,
	request: options.request,
	commandPaths: options.commandPaths,
	displayTimezone: options.displayTimezone,
	localZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
	investigator: options.investigator,
	now: performance.now(),
}));

/** Keys change the state; what the state asks of the terminal itself is done here. */
const connect = (store: Store<State, Action>, screen: Screen): Promise<number> => new Promise(resolve => {
	let suspends = 0;
	let copied: State['copied'];
	screen.onKey(key => {
		if (keyId(key) === 'ctrl+l') {
			screen.repaint();
			return;
		}

		for (const action of route(store.state(), pressOf(key))) {
			store.dispatch(action);
		}
	});
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
});

/** What cannot be seen any more once the screen is given back. */
const lastWords = ({load, leaving}: State): string | undefined => {
	if (load.status === 'failed' && load.failure) {
		const {message, where, next} = load.failure;
		return [message, where, next].filter(part => part !== undefined).join('\n');
	}

	return leaving === 130 && load.status !== 'complete' ? 'interrupted: nothing was loaded' : undefined;
};

/** Shows the app until it is left. The promise is of the exit code; errors of the load have been told on stderr by then. */
export const runTerminal = async (options: TerminalOptions): Promise<number> => {
	refuseMistakes(options);
	const stores: Array<Store<State, Action>> = [];
	const screen = await startInk({
		...(options.colour === undefined ? {} : {colour: options.colour}),
		onInterrupt: () => stores[0]?.dispatch({type: 'stop'}),
		async view(begun) {
			const store = createAppStore(options, begun.size());
			stores.push(store);
			// React looks at the environment when it is loaded: nothing here may load it sooner.
			const {appElement} = await import('./app/app.tsx');
			return appElement(store, chooseTheme({...(options.theme === undefined ? {} : {name: options.theme}), colour: options.colour ?? true}));
		},
	});
	return session(options, screen, stores[0]!);
};

const session = async (options: TerminalOptions, screen: Screen, store: Store<State, Action>): Promise<number> => {
	const {open, request, filterText} = options;
	const held: Parameters<typeof startEffects>[0]['held'] = {investigation: undefined};
	const endEffects = startEffects({store, open, request, filterText, held, now: () => performance.now(), date: () => new Date()});
	try {
		const code = await Promise.race([connect(store, screen), screen.exited.then(() => 1)]);
		return code;
	} finally {
		endEffects();
		await screen.unmount();
		await held.investigation?.close();
		const words = lastWords(store.state());
		if (words !== undefined) {
			process.stderr.write(`${words}\n`);
		}
	}
};
