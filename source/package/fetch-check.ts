import {visibleText} from '../document/visible-text.ts';
import {isPayload, type BagListing} from './bag-listing.ts';
import {decodePath, unsafePath} from './bag-path.ts';
import {fail, type Finding} from './finding.ts';
import type {Manifest} from './manifest.ts';
import {tagLines} from './tag-text.ts';

type FetchCheck = {readonly text: string; readonly version: string; readonly listing: BagListing; readonly manifests: readonly Manifest[]};

const problemOf = (line: string, {version, listing, manifests}: FetchCheck): string | undefined => {
	const match = /^\S+[ \t]+(\d+|-)[ \t]+(.+)$/.exec(line);
	const written = (match?.[2] ?? '').replace(/^(\.\/)+/, '');
	const path = version === '1.0' ? decodePath(written) : written;
	if (!match || path === undefined) {
		return 'is not an address, a length and a path';
	}

	const unsafe = unsafePath(path) ?? (isPayload(path) ? undefined : 'is not under data/');
	if (unsafe !== undefined) {
		return `names a path that ${unsafe}`;
	}

	if (!manifests.some(manifest => manifest.kind === 'payload' && manifest.entries.has(path))) {
		return 'names a file that no manifest lists';
	}

	const bytes = listing.files.get(path);
	if (bytes === undefined) {
		return 'names a file that was never fetched: the bag is incomplete';
	}

	return match[1] === '-' || Number(match[1]) === bytes ? undefined : `names a file of ${match[1]} bytes that has ${bytes}`;
};

/** fetch.txt names payload that is to be got elsewhere. Nothing is fetched here: all of it must be present. */
export const checkFetch = (check: FetchCheck): readonly Finding[] => tagLines(check.text).flatMap((line, index) => {
	const problem = line.trim() === '' ? undefined : problemOf(line, check);
	return problem === undefined ? [] : [fail('fetch', `fetch.txt, line ${index + 1}, ${problem}: ${visibleText(line.slice(0, 200))}`)];
});
