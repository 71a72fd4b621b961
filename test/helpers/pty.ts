import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {spawn, type IPty} from '@lydell/node-pty';
import xterm from '@xterm/headless';
import {isAtRest} from './at-rest.ts';
import {nodeArguments, projectFolder} from './program.ts';
import {bytesOfKey, bytesOfPaste} from './terminal-keys.ts';
import {terminalSvg} from './terminal-svg.ts';

export type PtyProgram = {
	/** Default: this Node. */
	readonly command?: string;
	readonly args: readonly string[];
	/** Default: 120×40. */
	readonly columns?: number;
	readonly rows?: number;
	/** Added to the environment, which is this process's without what would change how a terminal program behaves. */
	readonly env?: Readonly<Record<string, string>>;
	/** Default: the project's folder. */
	readonly cwd?: string;
};

/** What the program has left the terminal in. */
export type PtyModes = {readonly alternateScreen: boolean; readonly cursorShown: boolean; readonly autowrap: boolean; readonly bracketedPaste: boolean};

/** How it ended: an exit code, or the number of a signal. */
export type PtyExit = {readonly exitCode: number; readonly signal: number | undefined};

/** A program in a terminal of its own, and a person before it. */
export type Pty = {
	readonly pid: number;
	/** Presses keys by their `keyId` names, one after the other. Escape is the last of them: wait for what it does before the next key. */
	press(...keys: readonly string[]): Promise<void>;
	/** Types a text in one go, so that its keys arrive merged. */
	type(text: string): void;
	paste(text: string): void;
	/** Sends bytes as they are. */
	send(bytes: string): void;
	/** Waits until the screen shows it; fails with the screen in the message. Milliseconds, default a minute: many apps may start at the same time on a small machine. */
	waitFor(wanted: string | RegExp | ((screen: readonly string[]) => boolean), timeout?: number): Promise<void>;
	/** Waits until no row of the screen shows it any more. */
	waitWithout(unwanted: string): Promise<void>;
	/** Waits until the program has rested and written nothing for a while. Milliseconds, default 150. */
	settle(quiet?: number): Promise<void>;
	/** The visible lines, without trailing blanks. */
	screen(): readonly string[];
	cursor(): {readonly x: number; readonly y: number; readonly shown: boolean};
	modes(): PtyModes;
	/** Everything written so far. */
	output(): string;
	resize(columns: number, rows: number): void;
	kill(signal?: NodeJS.Signals): void;
	/** Closes the window, as when a connection breaks. Nothing can be read afterwards. */
	hangUp(): void;
	/** Settles once the program has ended and all of its output is on the screen. */
	readonly exit: Promise<PtyExit>;
	/** The screen as a picture; written to `file` when there is one. */
	snapshotSvg(file?: string): Promise<string>;
};

const dropped = /^(?:CI.*|CONTINUOUS_INTEGRATION|.*_CI|NO_COLOR|FORCE_COLOR|COLORTERM|NODE_ENV|NODE_OPTIONS|AVA_.*|TMUX.*|STY|INK_SCREEN_READER|COLUMNS|LINES)$/;

const environmentFor = (added: Readonly<Record<string, string>> = {}): Record<string, string> => ({
	...Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && !dropped.test(entry[0]))),
	TERM: 'xterm-256color',
	...added,
});

const isShown = (screen: readonly string[], wanted: string | RegExp | ((screen: readonly string[]) => boolean)): boolean => {
	if (typeof wanted === 'function') {
		return wanted(screen);
	}

	const text = screen.join('\n');
	return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
};

const open = ({command = process.execPath, args, columns = 120, rows = 40, env, cwd = projectFolder}: PtyProgram) => {
	const environment = environmentFor(env);
	const child: IPty & {destroy?(): void} = spawn(command, [...args], {name: environment['TERM'] ?? '', cols: columns, rows, cwd, env: environment});
	const terminal = new xterm.Terminal({cols: columns, rows, scrollback: 1000, allowProposedApi: true});
	return {child, terminal};
};

const linesOf = (terminal: xterm.Terminal): readonly string[] => {
	const buffer = terminal.buffer.active;
	return Array.from({length: terminal.rows}, (_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true).trimEnd() ?? '');
};

/** Starts a program. End it with `kill` in a teardown: a pty that is open keeps a test file from ending. */
export const startPty = (program: PtyProgram): Pty => {
	const {child, terminal} = open(program);
	let output = '';
	let lastWrite = performance.now();
	child.onData(data => {
		output += data;
		lastWrite = performance.now();
		terminal.write(data);
	});
	// Answers of the terminal, such as where the cursor is.
	terminal.onData(data => {
		child.write(data);
	});
	const flushed = async (): Promise<void> => new Promise(resolve => {
		terminal.write('', resolve);
	});
	const screen = (): readonly string[] => linesOf(terminal);
	// A frame arrives in pieces; between the marks the screen is half of this one and half of the one before.
	const isWhole = (): boolean => output.lastIndexOf('\u001B[?2026h') <= output.lastIndexOf('\u001B[?2026l');
	const modes = (): PtyModes => ({
		alternateScreen: terminal.buffer.active.type === 'alternate',
		cursorShown: output.lastIndexOf('\u001B[?25h') >= output.lastIndexOf('\u001B[?25l'),
		autowrap: terminal.modes.wraparoundMode,
		bracketedPaste: terminal.modes.bracketedPasteMode,
	});
	let hasEnded = false;
	const exit = new Promise<PtyExit>(resolve => {
		child.onExit(async ({exitCode, signal}) => {
			hasEnded = true;
			await delay(30);
			await flushed();
			resolve({exitCode, signal: signal || undefined});
		});
	});

	const waitFor: Pty['waitFor'] = async (wanted, timeout = 60_000) => {
		const end = performance.now() + timeout;
		await flushed();
		while (!(isWhole() && isShown(screen(), wanted))) {
			if (performance.now() > end || (hasEnded && performance.now() - lastWrite > 500)) {
				throw new Error(`${hasEnded ? 'The program ended and the' : 'The'} screen does not show ${String(wanted)}:\n${screen().join('\n')}`);
			}

			await delay(10);
			await flushed();
		}
	};

	return {
		pid: child.pid,
		waitFor,
		waitWithout: async unwanted => waitFor(rows => !rows.some(row => row.includes(unwanted))),
		async press(...keys) {
			// A terminal cannot tell Escape from the beginning of a sequence but by the pause behind it, and a busy machine has no pauses.
			if (keys.slice(0, -1).includes('escape')) {
				throw new Error('Wait for what Escape does before the next key');
			}

			for (const key of keys) {
				child.write(bytesOfKey(key));
				await delay(2);
			}
		},
		type(text) {
			child.write(text);
		},
		paste(text) {
			child.write(bytesOfPaste(text));
		},
		send(bytes) {
			child.write(bytes);
		},
		async settle(quiet = 150) {
			let lastMoved = performance.now();
			do {
				await delay(10);
				if (!(isWhole() && await isAtRest(child.pid))) {
					lastMoved = performance.now();
				}
			} while (performance.now() - Math.max(lastWrite, lastMoved) < quiet);

			await flushed();
		},
		screen,
		cursor: () => ({x: terminal.buffer.active.cursorX, y: terminal.buffer.active.cursorY, shown: modes().cursorShown}),
		modes,
		output: () => output,
		resize(columns, rows) {
			terminal.resize(columns, rows);
			child.resize(columns, rows);
		},
		kill(signal = 'SIGKILL') {
			if (!hasEnded) {
				child.kill(signal);
			}
		},
		hangUp() {
			child.destroy?.();
		},
		exit,
		async snapshotSvg(file) {
			await flushed();
			const svg = terminalSvg(terminal);
			if (file !== undefined) {
				await writeFile(file, svg);
			}

			return svg;
		},
	};
};

/** Starts whosaw itself, as `whosaw …args`, in any folder. */
export const startWhosaw = (args: readonly string[], options: Omit<PtyProgram, 'command' | 'args'> = {}): Pty => startPty({
	...options,
	args: [...nodeArguments('cli.tsx'), ...args],
	// tsx looks for the settings of TypeScript from where the program is started.
	env: {TSX_TSCONFIG_PATH: path.join(projectFolder, 'tsconfig.json'), ...options.env},
});
