import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Affected, Totals} from '../records/answer.ts';
import type {Reading} from '../records/reading.ts';
import {queryFile, querySchema} from './query-file.ts';

/** A question of a package, to be asked again. `hash` is over what it matched. */
export type PackedQuestion = {readonly number: number; readonly filter: string; readonly reason?: string; readonly hash?: string};

export type PackedSource = {readonly path: string; readonly sha256: string; readonly format: string; readonly timezone: string};

/** A directory, a list or rules that the case used; none of them is packed. */
export type PackedUse = {readonly path: string; readonly what: string; readonly sha256?: string; /** Of a list behind a bulk export, the event. */ readonly event?: string};

/** What a replay needs of method/query.json. */
export type PackedMethod = {readonly sources: readonly PackedSource[]; readonly selections: readonly PackedQuestion[]; readonly exclusions: readonly PackedQuestion[]; readonly reading: Reading; readonly used: readonly PackedUse[]; /** As the file says them; whether they are numbers at all is for whoever compares them. */ readonly numbers: {readonly totals: Partial<Totals>; readonly affected: Partial<Affected>}};

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : {};
const listOf = (value: unknown): readonly Fields[] => Array.isArray(value) ? value.map(item => fieldsOf(item)) : [];

const questionOf = ({number, filter, reason, now}: Fields): PackedQuestion | undefined => {
	const {text} = fieldsOf(filter);
	const {hash} = fieldsOf(now);
	return typeof number === 'number' && typeof text === 'string' ? {number, filter: text, ...(typeof reason === 'string' ? {reason} : {}), ...(typeof hash === 'string' ? {hash} : {})} : undefined;
};

const sourceOf = ({path, sha256, format, timezone}: Fields): PackedSource | undefined => {
	const {name} = fieldsOf(timezone);
	return typeof path === 'string' && typeof sha256 === 'string' && typeof format === 'string' && typeof name === 'string' ? {path, sha256, format, timezone: name} : undefined;
};

const useOf = ({path, what, sha256, list}: Fields): PackedUse | undefined => {
	const {event} = fieldsOf(list);
	return typeof path === 'string' && typeof what === 'string' ? {path, what, ...(typeof sha256 === 'string' ? {sha256} : {}), ...(typeof event === 'string' ? {event} : {})} : undefined;
};

const all = <Item>(items: ReadonlyArray<Item | undefined>): readonly Item[] | undefined => items.every(item => item !== undefined) ? items : undefined;

/** The method of a package; undefined where it has none with values: broken, or for an audience that learns of none. */
export const readMethod = async (directory: string): Promise<PackedMethod | undefined> => {
	let value: Fields;
	try {
		value = fieldsOf(JSON.parse(await readFile(join(directory, queryFile.path), 'utf8')));
	} catch {
		return undefined;
	}

	const [sources, selections, exclusions, used] = [
		all(listOf(value['sources']).map(item => sourceOf(item))), all(listOf(value['selections']).map(item => questionOf(item))), all(listOf(value['exclusions']).map(item => questionOf(item))),
		all(listOf(value['used']).map(item => useOf(item))),
	];
	return value['schema'] === querySchema && sources && selections && exclusions && used && selections.length > 0
		? {sources, selections, exclusions, reading: fieldsOf(value['reading']), used, numbers: {totals: fieldsOf(value['totals']), affected: fieldsOf(value['affected'])}} : undefined;
};
