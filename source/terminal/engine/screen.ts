import type {Key} from './key.ts';
import type {ScreenSize} from './screen-size.ts';

/** The two ends of a terminal, and the environment that describes it. The process has all three. */
export type TerminalStreams = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream & {readonly fd: number};
	readonly env: NodeJS.ProcessEnv;
};

/** The terminal while the app has it. */
export type Screen = {
	readonly size: () => ScreenSize;
	/** Whether colours reach the terminal: not with `--no-color` or NO_COLOR. For `chooseTheme`. */
	readonly colour: boolean;
	/** Keys in the order they were pressed; those pressed before the first listener wait for it. Returns how to stop listening. */
	readonly onKey: (listener: (key: Key) => void) => () => void;
	/** Writes every cell again (Ctrl-L). */
	readonly repaint: () => void;
	/** Ctrl-Z: gives the terminal to the shell until the process is continued. */
	readonly suspend: () => void;
	/** Copies to the clipboard of the terminal's user (OSC 52). False when the text is too long for that. */
	readonly copy: (text: string) => boolean;
	/** Gives the terminal to another program, such as an editor, and takes it back afterwards. Keys are not read meanwhile. */
	readonly lend: <Value>(work: () => Promise<Value>) => Promise<Value>;
	/** Gives the terminal back; done when it is as it was found. */
	readonly unmount: () => Promise<void>;
	/** Settles after `unmount`, or when the terminal has gone; rejects with the error of a component that could not be drawn. */
	readonly exited: Promise<void>;
	/** The lines on the screen, without colours. */
	readonly screenText: () => readonly string[];
};
