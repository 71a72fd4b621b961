import {readFileSync} from 'node:fs';
import path from 'node:path';
import envPaths from 'env-paths';
import {ExpectedError, usageError} from './errors.ts';
import {checkTimezone} from './options/read-options.ts';
import {settingsKeys, type SettingsKey} from './options.ts';
import {nearestName} from './records/nearest-name.ts';

/** Who acts and how things look, kept between runs. Nothing of any investigation. */
export type Settings = {
	readonly path: string;
	readonly values: Readonly<Partial<Record<SettingsKey, string>>>;
	/** An empty value forgets the setting. */
	set(key: SettingsKey, value: string): void;
};

type Values = Settings['values'];

const valuesIn = (get: (key: SettingsKey) => unknown): Values =>
	Object.fromEntries(settingsKeys.map(key => [key, get(key)]).filter(([, value]) => typeof value === 'string'));

const unreadable = (error: unknown): ExpectedError =>
	new ExpectedError(`the settings cannot be read (${(error as Error).message})`, {next: 'Mend or delete their file: config.json in the whosaw folder of your settings.', cause: error});

/** The settings for who only reads them: Conf, which writes their file, takes longer to load than all that the first frame needs. */
export const readSettings = (folder = envPaths('whosaw', {suffix: ''}).config): Pick<Settings, 'values'> => {
	try {
		const stored = JSON.parse(readFileSync(path.join(folder, 'config.json'), 'utf8')) as Readonly<Record<string, unknown>>;
		return {values: valuesIn(key => stored[key])};
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return {values: {}};
		}

		throw unreadable(error);
	}
};

/** `folder` stands in for the place that the system has for settings. */
export const openSettings = async (folder?: string): Promise<Settings> => {
	const {default: Conf} = await import('conf');
	try {
		const store = new Conf<Partial<Record<SettingsKey, string>>>({
			projectName: 'whosaw', projectSuffix: '', configFileMode: 0o600, ...(folder === undefined ? {} : {cwd: folder}),
		});
		return {
			path: store.path,
			values: valuesIn(key => store.get(key)),
			set(key, value) {
				if (value === '') {
					store.delete(key);
				} else {
					store.set(key, value);
				}
			},
		};
	} catch (error) {
		throw unreadable(error);
	}
};

const keyOf = (name: string | undefined): SettingsKey => {
	const key = settingsKeys.find(known => known === name);
	if (key === undefined) {
		const nearest = nearestName(name ?? '', settingsKeys);
		throw usageError(name === undefined ? 'which setting?' : `no setting "${name}"`, nearest === undefined ? `Settings: ${settingsKeys.join(', ')}.` : `Did you mean ${nearest}?`);
	}

	return key;
};

const list = ({values}: Settings): string => settingsKeys.map(key => `${key} = ${values[key] ?? ''}`.trimEnd() + '\n').join('');

const set = (settings: Settings, name: string | undefined, value: string | undefined): string => {
	const key = keyOf(name);
	if (value === undefined) {
		throw usageError(`whosaw settings set ${key} needs a value`, `Such as whosaw settings set ${key} ${key === 'timezone' ? 'Europe/Dublin' : '"J. Rivera"'}; "" forgets it.`);
	}

	settings.set(key, key === 'timezone' && value !== '' ? checkTimezone(value, 'timezone') : value);
	return '';
};

/** `whosaw settings [list | get KEY | set KEY VALUE]`: what it prints. */
export const settingsCommand = (settings: Settings, [action = 'list', name, value, ...more]: readonly string[]): string => {
	if (more.length > 0) {
		throw usageError('too many words', 'Put a value with blanks in quotes.');
	}

	switch (action) {
		case 'list': {
			return list(settings);
		}

		case 'get': {
			return `${settings.values[keyOf(name)] ?? ''}\n`;
		}

		case 'set': {
			return set(settings, name, value);
		}

		default: {
			throw usageError(`whosaw settings cannot ${action}`, 'Say one of: list, get KEY, set KEY VALUE.');
		}
	}
};
