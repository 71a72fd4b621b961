import {usageError} from '../errors.ts';
import {settingsChoices, settingsKeys, type SettingsKey} from '../options.ts';
import {checkTimezone} from '../options/read-options.ts';
import {nearestName} from '../records/nearest-name.ts';
import type {Settings} from '../settings.ts';

/** What is kept by itself: it can be read and forgotten, not set. */
const lists = ['mappings', 'recent'] as const;
type Key = SettingsKey | typeof lists[number];

const keys: readonly Key[] = [...settingsKeys, ...lists];
const isList = (key: Key): key is typeof lists[number] => lists.some(list => list === key);

const keyOf = (name: string): Key => {
	const key = keys.find(known => known === name);
	if (key === undefined) {
		const nearest = nearestName(name, keys);
		throw usageError(`no setting "${name}"`, nearest === undefined ? `Settings: ${keys.join(', ')}.` : `Did you mean ${nearest}?`);
	}

	return key;
};

const mappingText = ([name, mapping]: readonly [string, Readonly<Record<string, string>>]): string =>
	`${name}: ${Object.entries(mapping).map(([role, column]) => `${role}=${column}`).join(', ')}`;

/** The lines of one setting: a list has one for each entry. */
const linesOf = ({values, mappings, recent}: Settings, key: Key): readonly string[] => {
	switch (key) {
		case 'mappings': {
			return Object.entries(mappings).map(entry => mappingText(entry));
		}

		case 'recent': {
			return recent.map(({paths}) => paths.join(' '));
		}

		default: {
			return [values[key] ?? ''];
		}
	}
};

const listText = (settings: Settings): string => [
	...settingsKeys.map(key => `${key} = ${settings.values[key] ?? ''}`.trimEnd()),
	...lists.flatMap(key => linesOf(settings, key).map(line => `${key} = ${line}`)),
	`kept in ${settings.path}`,
	'',
].join('\n');

const json = ({path, values, mappings, recent}: Settings): string =>
	`${JSON.stringify({schema: 'whosaw.settings/1', file: path, settings: values, mappings, recent}, undefined, '\t')}\n`;

const checked = (key: SettingsKey, value: string): string => {
	const choices = settingsChoices[key];
	if (choices && !choices.includes(value)) {
		throw usageError(`${key} ${value}: there is no such ${key}`, `Say one of: ${choices.join(', ')}.`);
	}

	return key === 'timezone' ? checkTimezone(value, 'timezone') : value;
};

const set = (settings: Settings, key: Key, value: string): string => {
	if (isList(key)) {
		throw usageError(`${key} cannot be set`, key === 'mappings' ? 'Save one with --save-mapping NAME, beside --map or a guess that is right.' : 'It is what the app opened last; --unset forgets it.');
	}

	settings.set(key, value === '' ? '' : checked(key, value));
	return '';
};

const unset = (settings: Settings, key: Key): string => {
	if (isList(key)) {
		settings.forget(key);
	} else {
		settings.set(key, '');
	}

	return '';
};

/** Control characters of a path or a name never reach a terminal raw. */
const shown = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, character => character === '\n' ? character : '?');

export type SettingsWish = {readonly unset: boolean; readonly json: boolean};

/** `whosaw settings [KEY [VALUE]]`: what it prints. */
export const settingsCommand = (settings: Settings, [name, value, ...more]: readonly string[], wish: SettingsWish): string => {
	if (more.length > 0) {
		throw usageError('too many words', 'Put a value with blanks in quotes.');
	}

	if (name === undefined) {
		if (wish.unset) {
			throw usageError('which setting?', `Settings: ${keys.join(', ')}.`);
		}

		return wish.json ? json(settings) : shown(listText(settings));
	}

	const key = keyOf(name);
	if (wish.unset) {
		if (value !== undefined) {
			throw usageError('--unset takes no value', `Say whosaw settings ${key} --unset.`);
		}

		return unset(settings, key);
	}

	if (value !== undefined) {
		return set(settings, key, value);
	}

	return wish.json ? `${JSON.stringify(isList(key) ? settings[key] : settings.values[key] ?? '')}\n` : shown(linesOf(settings, key).map(line => `${line}\n`).join(''));
};
