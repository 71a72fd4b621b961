import type {Action} from '../app/actions.ts';
import {screenTitle, screens, type ScreenName} from '../app/screen.ts';
import type {State} from '../app/state.ts';

export const groups = ['Filter', 'Look', 'Evidence', 'Move', 'App'] as const;

/** Something that can be done: by its key, and by its name in the palette. */
export type Command = {
	readonly id: string;
	/** As the palette and the help name it. */
	readonly title: string;
	/** A word or two for the footer, when it belongs there. */
	readonly short?: string;
	/** The chords that do it; the first is the one that is taught. */
	readonly keys: readonly string[];
	readonly group: typeof groups[number];
	/** The screens on which it means something; absent: all of them. */
	readonly on?: readonly ScreenName[];
	/** Why it cannot be done now, as a sentence; it stays listed. */
	readonly refuse?: (state: State) => string | undefined;
	readonly run: (state: State) => readonly Action[];
};

const spoken: Readonly<Record<string, string>> = {
	enter: 'Enter', escape: 'Esc', tab: 'Tab', 'shift+tab': 'Shift-Tab', space: 'Space', up: '↑', down: '↓', left: '←', right: '→',
	pageup: 'PgUp', pagedown: 'PgDn', home: 'Home', end: 'End', delete: 'Del', f1: 'F1',
};

/** How a key is written on the screen: `ctrl+r` → `Ctrl-R`. */
export const keyLabel = (chord: string): string => spoken[chord] ?? chord.replace(/^ctrl\+(.)$/, (_, letter: string) => `Ctrl-${letter.toUpperCase()}`);

/** Whether a command means something on a screen. */
export const isOn = ({on}: Command, screen: ScreenName): boolean => on?.includes(screen) ?? true;

/** `3 Customers` */
const screenWords = (name: ScreenName): string => `${screens.find(screen => screen.name === name)!.digit} ${screenTitle(name)}`;

/** Why a command cannot be done now, as a sentence; undefined when it can. */
export const refusalOf = (command: Command, state: State): string | undefined => isOn(command, state.screen)
	? command.refuse?.(state)
	: `This belongs to ${command.on!.map(name => screenWords(name)).join(' and ')}.`;

/** What a command does now: its actions, or the sentence that refuses it. */
export const perform = (command: Command, state: State): readonly Action[] => {
	const refusal = refusalOf(command, state);
	return refusal === undefined ? command.run(state) : [{type: 'say', message: refusal}];
};
