import process from 'node:process';
import {enterLines, enterScreen, leaveLines, leaveScreen, writeNow} from './terminal-modes.ts';

export type GuardOptions = {
	readonly stdin: {setRawMode?(isRaw: boolean): unknown};
	/** The file descriptor of the terminal's output. */
	readonly output: number;
	/** False keeps to the normal screen, for screen readers. Default: true. */
	readonly isAlternate?: boolean;
	/** The terminal is ours (again), and empty. */
	readonly onEnter: () => void;
	/** The terminal is about to be somebody else's. */
	readonly onLeave: () => void;
	/** A first SIGINT from outside; a second within two seconds ends the process. Without this the first one does. */
	readonly onInterrupt?: () => void;
};

/** Takes the terminal and gives it back as it was found, whatever ends or stops the process. Every call may be repeated. */
export type TerminalGuard = {
	readonly isActive: () => boolean;
	enter(): void;
	leave(): void;
	/** Ctrl-Z: gives the terminal to the shell until the process is continued. */
	suspend(): void;
};

/** Milliseconds within which a second SIGINT means it. */
const twice = 2000;

type Holder = {
	readonly state: () => 'out' | 'in' | 'suspended';
	take(): void;
	giveBack(next: 'out' | 'suspended'): void;
};

/** The modes of the terminal itself: raw keys, the alternate screen. Knows no signal. */
const createHolder = ({stdin, output, isAlternate = true, onEnter, onLeave}: GuardOptions): Holder => {
	const modes = isAlternate ? {enter: enterScreen, leave: leaveScreen} : {enter: enterLines, leave: leaveLines};
	let state: 'out' | 'in' | 'suspended' = 'out';
	const setRaw = (isRaw: boolean): void => {
		try {
			stdin.setRawMode?.(isRaw);
		} catch {
			// The terminal has gone.
		}
	};

	return {
		state: () => state,
		take() {
			state = 'in';
			// Node remembers the mode it has set: a shell that changed it while we were stopped goes unnoticed unless it is set anew.
			setRaw(false);
			setRaw(true);
			writeNow(output, modes.enter);
			onEnter();
		},
		giveBack(next) {
			if (state === 'in') {
				onLeave();
				writeNow(output, modes.leave);
				setRaw(false);
			}

			state = next;
		},
	};
};

type Ending = {
	end(signal: NodeJS.Signals): void;
	leave(): void;
	readonly onInterrupt: (() => void) | undefined;
};

/** What ends the process, or may: SIGINT once is a wish, twice an order. */
const endings = ({end, leave, onInterrupt}: Ending): ReadonlyArray<readonly [string, () => void]> => {
	let interruptedUntil = 0;
	const interrupt = (): void => {
		const isSecond = performance.now() < interruptedUntil;
		interruptedUntil = performance.now() + twice;
		if (isSecond || !onInterrupt) {
			end('SIGINT');
		} else {
			onInterrupt();
		}
	};

	const ends = (['SIGTERM', 'SIGHUP', 'SIGQUIT'] as const).map(signal => [signal, () => {
		end(signal);
	}] as const);
	return [...ends, ['SIGINT', interrupt], ['exit', leave], ['uncaughtExceptionMonitor', leave]];
};

export const createTerminalGuard = (options: GuardOptions): TerminalGuard => {
	const {state, take, giveBack} = createHolder(options);

	const leave = (): void => {
		giveBack('out');
		unhook();
	};

	/** Ends as the signal would have ended the process without us: the caller sees the true cause. */
	const end = (signal: NodeJS.Signals): void => {
		leave();
		process.kill(process.pid, signal);
	};

	const suspend = (): void => {
		if (state() !== 'in' || process.platform === 'win32') {
			return;
		}

		giveBack('suspended');
		process.off('SIGTSTP', suspend);
		// The whole group, as a terminal would do it: npm and the shell that wait for us stop too.
		process.kill(0, 'SIGTSTP');
		// Without a shell that could continue us, the system does not stop us either: then nothing has happened.
		setTimeout(onContinue, 50);
	};

	const onContinue = (): void => {
		if (state() === 'out') {
			return;
		}

		process.off('SIGTSTP', suspend);
		process.on('SIGTSTP', suspend);
		take();
	};

	const hooks: ReadonlyArray<readonly [string, () => void]> = [...endings({end, leave, onInterrupt: options.onInterrupt}), ['SIGCONT', onContinue]];

	const unhook = (): void => {
		process.off('SIGTSTP', suspend);
		for (const [event, listener] of hooks) {
			process.off(event, listener);
		}
	};

	return {
		isActive: () => state() === 'in',
		enter() {
			if (state() === 'out') {
				for (const [event, listener] of hooks) {
					process.on(event, listener);
				}

				process.on('SIGTSTP', suspend);
				take();
			}
		},
		leave,
		suspend,
	};
};
