import {readFileSync} from 'node:fs';
import path from 'node:path';
import envPaths from 'env-paths';
import {ExpectedError} from './errors.ts';
import {makeFolder} from './make-folder.ts';
import {settingsKeys, type SettingsKey} from './options.ts';
import {isTimezone} from './records/calendar.ts';

/** What was opened before, newest first: paths and nothing else. */
export type Recent = ReadonlyArray<{readonly paths: readonly string[]}>;

/** Mappings by the name they were saved under: role → column, as `--map` says it. */
export type SavedMappings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Who acts and how things look, kept between runs. Nothing of any investigation but where it lies. */
export type Settings = {
	readonly path: string;
	readonly values: Readonly<Partial<Record<SettingsKey, string>>>;
	readonly mappings: SavedMappings;
	readonly recent: Recent;
	/** An empty value forgets the setting. */
	set(key: SettingsKey, value: string): void;
	saveMapping(name: string, mapping: Readonly<Record<string, string>>): void;
	/** Puts paths at the head of what was opened last. */
	remember(paths: readonly string[]): void;
	forget(what: 'mappings' | 'recent'): void;
};

type Kept = Pick<Settings, 'values' | 'mappings' | 'recent'>;

/** So many things that were opened are remembered. */
const remembered = 10;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(each => typeof each === 'string');

const mappingsIn = (stored: unknown): SavedMappings => Object.fromEntries(Object.entries(isRecord(stored) ? stored : {})
	.flatMap(([name, mapping]) => isRecord(mapping) && isTexts(Object.values(mapping)) ? [[name, mapping as Readonly<Record<string, string>>]] : []));

const recentIn = (stored: unknown): Recent => (Array.isArray(stored) ? stored as readonly unknown[] : [])
	.flatMap(each => isRecord(each) && isTexts(each['paths']) && each['paths'].length > 0 ? [{paths: each['paths']}] : []).slice(0, remembered);

/** Whoever edits the file by hand may leave anything in it; what cannot be a setting is as if it were not there. */
const keptIn = (get: (key: string) => unknown): Kept => ({
	values: Object.fromEntries(settingsKeys.map(key => [key, get(key)] as const).filter(([key, value]) => typeof value === 'string' && (key !== 'timezone' || isTimezone(value)))),
	mappings: mappingsIn(get('mappings')),
	recent: recentIn(get('recent')),
});

const unreadable = (error: unknown, file: string): ExpectedError =>
	new ExpectedError(`the settings cannot be read (${(error as Error).message})`, {where: file, next: 'Mend or delete this file.', cause: error});

const fileIn = (folder = envPaths('whosaw', {suffix: ''}).config): string => path.join(folder, 'config.json');

/** The settings for who only reads them: Conf, which writes their file, takes longer to load than all that the first frame needs. */
export const readSettings = (folder?: string): Kept => {
	const file = fileIn(folder);
	try {
		const stored = JSON.parse(readFileSync(file, 'utf8')) as unknown;
		return keptIn(key => isRecord(stored) && Object.hasOwn(stored, key) ? stored[key] : undefined);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return {values: {}, mappings: {}, recent: []};
		}

		throw unreadable(error, file);
	}
};

/** `folder` stands in for the place that the system has for settings. */
export const openSettings = async (folder?: string): Promise<Settings> => {
	const {default: Conf} = await import('conf');
	try {
		makeFolder(path.dirname(fileIn(folder)), 0o700);
		// Names of mappings may hold dots, which mean nothing here.
		const store = new Conf<Record<string, unknown>>({
			projectName: 'whosaw', projectSuffix: '', configFileMode: 0o600, accessPropertiesByDotNotation: false, ...(folder === undefined ? {} : {cwd: folder}),
		});
		return {
			path: store.path,
			...keptIn(key => store.get(key)),
			set(key, value) {
				if (value === '') {
					store.delete(key);
				} else {
					store.set(key, value);
				}
			},
			saveMapping(name, mapping) {
				store.set('mappings', {...mappingsIn(store.get('mappings')), [name]: mapping});
			},
			remember(paths) {
				const same = JSON.stringify(paths);
				store.set('recent', [{paths}, ...recentIn(store.get('recent')).filter(known => JSON.stringify(known.paths) !== same)].slice(0, remembered));
			},
			forget(what) {
				store.delete(what);
			},
		};
	} catch (error) {
		throw unreadable(error, fileIn(folder));
	}
};
