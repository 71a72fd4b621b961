import {deserialize, serialize} from 'node:v8';
import type {Loaded, LoadedSource} from '../loaded-source.ts';
import type {LoadedStore} from '../load-investigation.ts';
import type {IndexParts} from '../../store/index-file.ts';

/** A file as it was when it was loaded: another size or time is a reason to look at its hash. */
export type FileState = {readonly bytes: number; readonly modified: number};

/** What an index holds beside its tables. */
export type StoredLoad = LoadedStore & {
	readonly key: string;
	/** Of the export or of the archive that it is a member of, by the number of the source. */
	readonly files: readonly FileState[];
	/** Places in the list of the case's exports, by the number of the source. */
	readonly places: readonly number[];
};

/** The same source called by another path, with its bytes at another place. The first bytes of the file, which only a load looks at, are left out. */
export const relocated = (loaded: LoadedSource, {path, location, modified}: {readonly path: string; readonly location: string; readonly modified: number}): LoadedSource => {
	const file = {...loaded.file, path, location, modified, head: Buffer.alloc(0), headIsWhole: false};
	return {...loaded, file, source: {...loaded.source, path}, plan: {...loaded.plan, file}, choice: {...loaded.choice, file}};
};

/** In an index a source is called by its number alone: where it is, the journal says. The family of an empty file is its path. */
const nameless = (loaded: LoadedSource): LoadedSource => {
	const family = loaded.choice.format === 'empty' ? '' : loaded.choice.family;
	return relocated({...loaded, choice: {...loaded.choice, family}, plan: {...loaded.plan, family}}, {path: '', location: '', modified: 0});
};

export const partsOf = ({loaded, notes, directories, lists, key, files, places}: StoredLoad): IndexParts => new Map([
	['key', key], ['files', JSON.stringify(files)],
	['load', serialize({sources: loaded.sources.map(source => nameless(source)), skipped: loaded.skipped, notes, directories, lists, places}).toString('base64')],
]);

/** Reads the parts again; undefined when one is missing. */
export const storedLoad = (parts: IndexParts): StoredLoad | undefined => {
	const [key, files, load] = ['key', 'files', 'load'].map(name => parts.get(name));
	if (key === undefined || files === undefined || load === undefined) {
		return undefined;
	}

	const {sources, skipped, ...others} = deserialize(Buffer.from(load, 'base64')) as Pick<Loaded, 'sources' | 'skipped'> & Pick<StoredLoad, 'notes' | 'directories' | 'lists' | 'places'>;
	return {...others, key, files: JSON.parse(files) as readonly FileState[], loaded: {sources, skipped, failed: []}};
};
