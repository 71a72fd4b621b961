import {ExpectedError, usageError} from '../errors.ts';
import type {Investigation, LoadRequest} from '../investigation/investigation.ts';
import type {Flags} from '../options/flags.ts';
import {openSettings, readSettings} from '../settings.ts';

type Maps = NonNullable<LoadRequest['maps']>;

/** The columns of `--mapping NAME`, as `--map` would say them. A name is said on the command line, so that what it stands for is no secret of the settings. */
export const savedMaps = (flags: Flags, folder: string | undefined): Maps => {
	const name = flags.one('mapping');
	if (name === undefined) {
		return [];
	}

	const {mappings} = readSettings(folder);
	const mapping = Object.hasOwn(mappings, name) ? mappings[name] : undefined;
	if (mapping === undefined) {
		const known = Object.keys(mappings);
		throw usageError(`no mapping was saved as "${name}"`, known.length === 0 ? 'Save one with --save-mapping NAME.' : `Saved: ${known.join(', ')}.`);
	}

	return Object.entries(mapping).map(([role, column]) => ({value: {role, column}}));
};

/** Keeps how the columns were read under the name of `--save-mapping`: one mapping, so the files must agree on it. */
export const saveMapping = async (name: string, {sources}: Pick<Investigation, 'sources'>, folder: string | undefined): Promise<void> => {
	const mapped = sources.filter(({mapping}) => Object.keys(mapping).length > 0);
	const different = new Set(mapped.map(({mapping}) => JSON.stringify(Object.entries(mapping).toSorted(([a], [b]) => a < b ? -1 : 1))));
	if (different.size !== 1) {
		throw new ExpectedError(
			different.size === 0 ? 'there is no mapping to save: none of these files is an unknown table' : 'these files have different columns: a saved mapping is of one kind of table',
			{exitCode: 2, next: `Say it for one of them, such as whosaw sources ${mapped[0]?.path ?? 'crm.csv'} --save-mapping ${name}.`},
		);
	}

	(await openSettings(folder)).saveMapping(name, mapped[0]!.mapping);
};
