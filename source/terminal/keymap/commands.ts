import {appCommands} from './app-commands.ts';
import type {Command} from './command.ts';
import {filterCommands} from './filter-commands.ts';
import {lookCommands} from './look-commands.ts';

/** Every action of the app: the palette, the help and the footer are all made from this list. */
export const commands: readonly Command[] = [...filterCommands, ...lookCommands, ...appCommands];

const byChord = new Map(commands.flatMap(command => command.keys.map(chord => [chord, command] as const)));

export const commandFor = (chord: string): Command | undefined => byChord.get(chord);

export const commandById = (id: string): Command => {
	const command = commands.find(known => known.id === id);
	if (!command) {
		throw new TypeError(`no command ${id}`);
	}

	return command;
};
