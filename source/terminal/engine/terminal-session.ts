import process from 'node:process';
import type {Instance} from 'ink';
import {copySequence} from './clipboard.ts';
import {feedKeys} from './key-feed.ts';
import {createKeyQueue} from './key-queue.ts';
import type {LineWriter} from './line-writer.ts';
import type {Screen, TerminalStreams} from './screen.ts';
import type {ScreenWriter} from './screen-writer.ts';
import {createTerminalGuard} from './terminal-guard.ts';

type Parts = {
	readonly options: {readonly screenReader?: boolean; readonly onInterrupt?: () => void};
	readonly colour: boolean;
	readonly streams: TerminalStreams;
	readonly writer: ScreenWriter | LineWriter;
};

/** A terminal that is ours, before and after Ink draws on it. */
export type Session = {
	readonly screen: Screen;
	/** Ink has begun to draw. */
	attach(instance: Instance): void;
	giveBack(): void;
};

const ignore = (): void => undefined;

type Lending = {
	giveBack(): void;
	take(): void;
	readonly hasEnded: () => boolean;
};

/** Lets another program have the terminal for a while. */
const lender = ({giveBack, take, hasEnded}: Lending): Screen['lend'] => async <Value>(work: () => Promise<Value>): Promise<Value> => {
	giveBack();
	// Ctrl-C in the other program is for that program.
	process.on('SIGINT', ignore);
	try {
		return await work();
	} finally {
		process.off('SIGINT', ignore);
		if (!hasEnded()) {
			take();
		}
	}
};

const copier = ({stdout, env}: TerminalStreams, isActive: () => boolean): Screen['copy'] => text => {
	const sequence = copySequence(text, {isInTmux: Boolean(env['TMUX'])});
	if (sequence !== undefined && isActive()) {
		stdout.write(sequence);
	}

	return sequence !== undefined;
};

type Settling = {readonly exited: Promise<void>; done(): void; failed(error: unknown): void};

const createSettling = (): Settling => {
	let settle: Omit<Settling, 'exited'> = {done: ignore, failed: ignore};
	const exited = new Promise<void>((resolve, reject) => {
		settle = {done: resolve, failed: reject};
	});
	return {exited, ...settle};
};

/** Takes the terminal at once, so that nothing typed while the app loads is echoed or lost. */
export const openSession = ({options, streams, writer, colour}: Parts): Session => {
	const {stdin, stdout} = streams;
	const keys = createKeyQueue();
	const guard = createTerminalGuard({
		stdin,
		output: stdout.fd,
		isAlternate: !options.screenReader,
		onEnter() {
			writer.open();
		},
		onLeave() {
			writer.close();
		},
		...(options.onInterrupt && {onInterrupt: options.onInterrupt}),
	});
	let instance: Instance | undefined;
	let stopKeys = ignore;
	let hasEnded = false;
	const settling = createSettling();

	const take = (): void => {
		guard.enter();
		stopKeys = feedKeys({source: stdin, onKey: keys.push, onEnd: unmount});
	};

	const giveBack = (): void => {
		stopKeys();
		guard.leave();
	};

	const unmount = async (): Promise<void> => {
		hasEnded = true;
		giveBack();
		writer.dispose();
		instance?.unmount();
		settling.done();
		return settling.exited;
	};

	// Without a listener, a terminal that is closed would end the process with a stack trace.
	stdout.on('error', unmount);
	take();
	const screen: Screen = {
		size: writer.size,
		colour,
		onKey: keys.listen,
		repaint() {
			writer.repaint();
		},
		suspend: guard.suspend,
		copy: copier(streams, guard.isActive),
		lend: lender({giveBack, take, hasEnded: () => hasEnded}),
		unmount,
		exited: settling.exited,
		screenText: () => writer.screenText(),
	};
	return {
		screen,
		attach(started) {
			instance = started;
			started.waitUntilExit().then(unmount, (error: unknown) => {
				settling.failed(error);
				void unmount().catch(ignore);
			});
			// An error may have ended the app while Ink was loaded.
			if (hasEnded) {
				started.unmount();
			}
		},
		giveBack,
	};
};
