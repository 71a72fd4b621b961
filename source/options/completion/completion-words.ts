import {optionsOf, settingsChoices, settingsKeys, type Option, type SettingsKey} from '../../options.ts';
import {commandNames, findCommand, type CommandName} from '../commands.ts';

/** The shells that completion is made for. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = typeof shells[number];

/** What may follow the name of a command instead of a path; undefined: paths. */
export const operandWords = (command: CommandName): readonly string[] | undefined => {
	switch (command) {
		case 'help': {
			return commandNames;
		}

		case 'completion': {
			return shells;
		}

		case 'settings': {
			return [...settingsKeys, 'mappings', 'recent'];
		}

		case 'formats': {
			return ['show'];
		}

		case 'demo': {
			return [];
		}

		default: {
			return undefined;
		}
	}
};

/** The settings whose value is one of a few words. */
export const settingWords: ReadonlyArray<readonly [SettingsKey, readonly string[]]> = settingsKeys.flatMap(key => {
	const words = settingsChoices[key];
	return words ? [[key, words] as const] : [];
});

/** The options of a command that a person should know of. */
export const shownOptions = (command: CommandName): readonly Option[] => optionsOf(command).filter(({hidden}) => !hidden);

/** As they are typed: `--filter`, `-f`. */
export const typedNames = ({name, short}: Option): readonly string[] => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];

/** What a value of an option is completed from: its words, the files of the disk, or nothing that a shell could know. */
export type ValueWords = {readonly from: 'words'; readonly words: readonly string[]} | {readonly from: 'files'} | {readonly from: 'nothing'};

export const valueWords = ({choices, value = ''}: Option): ValueWords =>
	choices ? {from: 'words', words: choices} : (/^(?:FILE|PATH|DIR)$/.test(value) ? {from: 'files'} : {from: 'nothing'});

export const purposeOf = (command: CommandName): string => findCommand(command)!.purpose;
