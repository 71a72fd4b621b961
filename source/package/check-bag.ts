import {getHashes} from 'node:crypto';
import {join} from 'node:path';
import {visibleText} from '../document/visible-text.ts';
import {checkOxum, parseBagInfo, type BagInfo} from './bag-info-check.ts';
import {readDeclaration, type Declaration} from './bag-declaration.ts';
import {isPayload, listBag, type BagListing} from './bag-listing.ts';
import {checkFetch} from './fetch-check.ts';
import {fail, orPass, type Finding} from './finding.ts';
import {checkHashes} from './hash-check.ts';
import {manifestName, parseManifest, type Manifest} from './manifest.ts';
import {decodeTag, readTagBytes} from './tag-text.ts';

export type CheckOptions = {
	readonly signal?: AbortSignal;
	/** Told before each file is read. */
	readonly onProgress?: (path: string) => void;
	/** Asked of a package that holds: what only its originals can tell. */
	readonly also?: (directory: string) => Promise<readonly Finding[]>;
};

export type BagReport = {
	readonly ok: boolean;
	readonly findings: readonly Finding[];
	readonly listing: BagListing;
	readonly manifests: readonly Manifest[];
	readonly info: BagInfo;
};

type Reading = {readonly directory: string; readonly listing: BagListing; readonly declaration: Declaration};

/** A tag file's text, or the finding that it cannot be read. Undefined when there is none. */
const readTag = async (name: string, {directory, listing, declaration}: Reading): Promise<{readonly text: string} | {readonly finding: Finding} | undefined> => {
	if (!listing.files.has(name)) {
		return undefined;
	}

	const bytes = await readTagBytes(join(directory, name));
	const text = bytes && decodeTag(bytes, declaration.encoding);
	return text === undefined ? {finding: fail('manifest', `${name} is too long, or not in ${declaration.encoding}`)} : {text};
};

const readManifests = async (reading: Reading): Promise<{readonly manifests: readonly Manifest[]; readonly findings: readonly Finding[]}> => {
	const manifests: Manifest[] = [];
	const findings: Finding[] = [];
	for (const name of [...reading.listing.files.keys()].filter(path => manifestName.test(path))) {
		const tag = await readTag(name, reading);
		const algorithm = (manifestName.exec(name)?.[2] ?? '').toLowerCase();
		if (!getHashes().includes(algorithm)) {
			findings.push(fail('manifest', `${name} uses a hash that is not known here`));
		} else if (tag && 'text' in tag) {
			manifests.push(parseManifest({name, text: tag.text, version: reading.declaration.version}));
		} else if (tag) {
			findings.push(tag.finding);
		}
	}

	return {manifests, findings: [...findings, ...manifests.flatMap(manifest => manifest.findings)]};
};

/** 1.0 wants each payload file in every manifest; before, in one of them. */
const checkAdditional = (listing: BagListing, manifests: readonly Manifest[], version: string): readonly Finding[] => {
	const lists = manifests.filter(manifest => manifest.kind === 'payload').map(manifest => ({
		name: manifest.name, paths: new Set([...manifest.entries.keys()].map(path => path.normalize('NFC'))),
	}));
	if (lists.length === 0) {
		return [fail('manifest', 'there is no payload manifest (manifest-….txt): nothing says which files belong here')];
	}

	return [...listing.files.keys()].filter(path => isPayload(path)).flatMap(path => {
		const without = lists.filter(list => !list.paths.has(path.normalize('NFC')));
		if (without.length === 0 || (without.length < lists.length && version !== '1.0')) {
			return [];
		}

		return [fail('payload', `additional: ${visibleText(path)} is there and not listed in ${without.map(list => list.name).join(', ')}`)];
	});
};

const checkShape = ({listing}: Reading): readonly Finding[] => [
	...[...listing.strangers].map(([path, what]) => fail('links', `${visibleText(path)} is ${what}; a bag holds files and folders only`)),
	...(listing.folders.has('data') ? [] : [fail('payload', 'the folder data/ is missing')]),
];

/** bag-info.txt, called package-info.txt before version 0.96. */
const readInfo = async (reading: Reading): Promise<BagInfo> => {
	const name = reading.listing.files.has('bag-info.txt') ? 'bag-info.txt' : 'package-info.txt';
	const tag = await readTag(name, reading);
	if (!tag || 'finding' in tag) {
		return {elements: [], findings: tag ? [tag.finding] : []};
	}

	return parseBagInfo(tag.text, reading.declaration.version);
};

const readFetch = async (reading: Reading, manifests: readonly Manifest[]): Promise<readonly Finding[]> => {
	const tag = await readTag('fetch.txt', reading);
	if (!tag || 'finding' in tag) {
		return tag ? [tag.finding] : [];
	}

	return checkFetch({text: tag.text, version: reading.declaration.version, listing: reading.listing, manifests});
};

/** Checks any bag of BagIt 0.93 to 1.0 for completeness and validity (RFC 8493, 3). Nothing outside of it is read. */
export const checkBag = async (directory: string, {signal, onProgress}: CheckOptions = {}): Promise<BagReport> => {
	const listing = await listBag(directory);
	const declaration = await readDeclaration(directory, listing);
	const reading: Reading = {directory, listing, declaration};
	const {manifests, findings} = await readManifests(reading);
	const info = await readInfo(reading);
	const all: readonly Finding[] = [
		...declaration.findings, ...checkShape(reading), ...findings, ...info.findings,
		...checkOxum(info, listing),
		...checkAdditional(listing, manifests, declaration.version),
		...await readFetch(reading, manifests),
		...await checkHashes({directory, listing, manifests, signal, onProgress}),
	];
	const payload = [...listing.files.keys()].filter(path => isPayload(path)).length;
	const tags = manifests.filter(manifest => manifest.kind === 'tag').reduce((sum, manifest) => sum + manifest.entries.size, 0);
	const complete = orPass(orPass(all, 'payload', `all ${payload} payload files are there and unaltered`), 'tag-manifest', `all ${tags} tag files listed are unaltered`);
	return {ok: complete.every(finding => finding.ok), findings: complete, listing, manifests, info};
};
