import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {join} from 'node:path';
import {visibleText} from '../document/visible-text.ts';
import type {BagListing} from './bag-listing.ts';
import {fail, warn, type CheckName, type Finding} from './finding.ts';
import {throwIfCancelled} from './hashed-file.ts';
import type {Manifest} from './manifest.ts';

export type HashCheck = {
	readonly directory: string;
	readonly listing: BagListing;
	readonly manifests: readonly Manifest[];
	readonly signal?: AbortSignal | undefined;
	readonly onProgress?: ((path: string) => void) | undefined;
};

const digests = async (path: string, algorithms: ReadonlySet<string>, signal: AbortSignal | undefined): Promise<ReadonlyMap<string, string>> => {
	const hashes = [...algorithms].map(algorithm => [algorithm, createHash(algorithm)] as const);
	for await (const block of createReadStream(path, {highWaterMark: 1_048_576})) {
		throwIfCancelled(signal);
		for (const [, hash] of hashes) {
			hash.update(block as Uint8Array);
		}
	}

	return new Map(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')]));
};

/** A name may be stored in another Unicode normal form than it is listed in: some file systems change it. */
const findFile = (path: string, listing: BagListing, byNormalForm: ReadonlyMap<string, string>): string | undefined =>
	listing.files.has(path) ? path : byNormalForm.get(path.normalize('NFC'));

const checkFor = (kind: Manifest['kind']): CheckName => kind === 'payload' ? 'payload' : 'tag-manifest';

type Listed = {readonly manifest: Manifest; readonly expected: string};
type Place = {readonly path: string; readonly file: string | undefined};

const compare = async ({path, file}: Place, listed: readonly Listed[], check: HashCheck): Promise<readonly Finding[]> => {
	const shown = visibleText(path);
	if (file === undefined) {
		return [fail(checkFor(listed[0]?.manifest.kind ?? 'payload'), `missing: ${shown} is listed and not there`)];
	}

	check.onProgress?.(path);
	const found = await digests(join(check.directory, file), new Set(listed.map(({manifest}) => manifest.algorithm)), check.signal);
	const findings: Finding[] = listed.flatMap(({manifest, expected}) => {
		const actual = found.get(manifest.algorithm);
		return actual === expected ? [] : [fail(checkFor(manifest.kind), `altered: ${shown} should have ${manifest.algorithm} ${expected} and has ${actual}`)];
	});
	return file === path ? findings : [...findings, warn('manifest', `${shown} is stored in another Unicode form than it is listed in`)];
};

/** Compares every listed file with all of its hashes, reading it once. */
export const checkHashes = async (check: HashCheck): Promise<readonly Finding[]> => {
	const listed = new Map<string, Listed[]>();
	for (const manifest of check.manifests) {
		for (const [path, expected] of manifest.entries) {
			listed.set(path, [...listed.get(path) ?? [], {manifest, expected}]);
		}
	}

	const byNormalForm = new Map([...check.listing.files.keys()].map(path => [path.normalize('NFC'), path]));
	const findings: Finding[] = [];
	for (const [path, entries] of [...listed].toSorted(([a], [b]) => a < b ? -1 : 1)) {
		findings.push(...await compare({path, file: findFile(path, check.listing, byNormalForm)}, entries, check));
	}

	return findings;
};
