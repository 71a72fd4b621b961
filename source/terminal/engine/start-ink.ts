import {PassThrough} from 'node:stream';
import process from 'node:process';
import type {ReactNode} from 'react';
import type {RenderOptions} from 'ink';
import {ExpectedError} from '../../errors.ts';
import {LineWriter} from './line-writer.ts';
import {loadInk, wantsColour} from './load-ink.ts';
import type {Screen, TerminalStreams} from './screen.ts';
import {ScreenWriter} from './screen-writer.ts';
import {openSession} from './terminal-session.ts';

export type StartOptions = {
	/**
	What happens before Ink is loaded, which takes a third of a second and begins when this settles. `show` writes rows with their escape
	sequences; the view then takes their place.
	*/
	readonly prelude?: (screen: Screen, show: (rows: readonly string[]) => void) => Promise<void>;
	/**
	What to show. Called when Ink may be loaded: import components in here, as `async screen => (await import('./app.tsx')).app(screen)`,
	because Ink and React look at the environment the moment they are loaded.
	*/
	readonly view: (screen: Screen) => ReactNode | Promise<ReactNode>;
	/** False for `--no-color`; NO_COLOR is found without it. */
	readonly colour?: boolean;
	/** One line a change, no boxes. */
	readonly screenReader?: boolean;
	/** A first SIGINT from outside; Ctrl-C is a key. */
	readonly onInterrupt?: () => void;
	/** Default: those of the process. */
	readonly streams?: TerminalStreams;
};

/** Why the app cannot run here, as a sentence; undefined when it can. */
export const terminalFault = ({stdin, stdout, env}: TerminalStreams): string | undefined => {
	if (!stdin.isTTY || !stdout.isTTY) {
		return 'The terminal app needs a terminal for its input and its output';
	}

	return env['TERM'] === 'dumb' ? 'This terminal (TERM=dumb) cannot move its cursor, which the terminal app needs' : undefined;
};

/** Ink may not read keys: they go through the feed. What it is given has none. */
const keyless = (): NodeJS.ReadStream => Object.assign(new PassThrough(), {isTTY: false}) as unknown as NodeJS.ReadStream;

const renderOptions = (writer: ScreenWriter | LineWriter, screenReader: boolean): RenderOptions => ({
	stdout: writer as unknown as NodeJS.WriteStream,
	stdin: keyless(),
	exitOnCtrlC: false,
	patchConsole: false,
	maxFps: 30,
	isScreenReaderEnabled: screenReader,
	onRender() {
		if (writer instanceof ScreenWriter) {
			writer.drawn();
		}
	},
});

/** Takes the terminal, shows the view and hands out keys until `unmount`. The terminal is given back whatever happens. */
export const startInk = async (options: StartOptions): Promise<Screen> => {
	const {streams = process, screenReader = false} = options;
	const fault = terminalFault(streams);
	if (fault !== undefined) {
		throw new ExpectedError(fault, {next: 'Use `whosaw report` where there is none.'});
	}

	const colour = (options.colour ?? true) && wantsColour(streams.env);
	const writer = screenReader ? new LineWriter({target: streams.stdout}) : new ScreenWriter({target: streams.stdout, colour});
	const session = openSession({options, streams, writer, colour});
	try {
		await options.prelude?.(session.screen, rows => {
			if (writer instanceof ScreenWriter) {
				writer.show(rows);
			}
		});
		const ink = await loadInk(colour);
		const node = await options.view(session.screen);
		session.attach(ink.render(node, renderOptions(writer, screenReader)));
		return session.screen;
	} catch (error) {
		session.giveBack();
		throw error;
	}
};
