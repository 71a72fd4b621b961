import {appCommands} from './app-commands.ts';
import {caseCommands} from './case-commands.ts';
import type {ScreenName} from '../app/screen.ts';
import {isOn, type Command} from './command.ts';
import {facetCommands} from './facet-commands.ts';
import {customersCommands} from './customers-commands.ts';
import {filterCommands} from './filter-commands.ts';
import {leadsCommands} from './leads-commands.ts';
import {lookCommands} from './look-commands.ts';
import {markCommands} from './mark-commands.ts';
import {overlayCommands} from './overlay-commands.ts';
import {recordCommands} from './record-commands.ts';
import {sourcesCommands} from './sources-commands.ts';
import {screenCommands} from './screen-commands.ts';

/** Every action of the app: the palette, the help and the footer are all made from this list. */
export const commands: readonly Command[] = [...filterCommands, ...lookCommands, ...facetCommands, ...markCommands, ...overlayCommands, ...caseCommands, ...customersCommands, ...leadsCommands, ...recordCommands, ...sourcesCommands, ...screenCommands, ...appCommands];

/** What a key means on a screen. A key that means something on another screen alone says so when it is pressed. */
export const commandFor = (chord: string, screen: ScreenName): Command | undefined => {
	const named = commands.filter(({keys}) => keys.includes(chord));
	return named.find(command => isOn(command, screen)) ?? named[0];
};

export const commandById = (id: string): Command => {
	const command = commands.find(known => known.id === id);
	if (!command) {
		throw new TypeError(`no command ${id}`);
	}

	return command;
};
