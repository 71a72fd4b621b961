import {join} from 'node:path';
import {visibleText} from '../document/visible-text.ts';
import type {BagListing} from './bag-listing.ts';
import {fail, pass, type Finding} from './finding.ts';
import {decodeTag, knowsEncoding, readTagBytes, tagLines} from './tag-text.ts';

/** All published versions of BagIt, RFC 8493 being 1.0. */
const versions = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'];

export type Declaration = {readonly version: string; readonly encoding: string; readonly findings: readonly Finding[]};

const broken = (message: string): Declaration => ({version: '1.0', encoding: 'UTF-8', findings: [fail('declaration', message)]});

const parse = (text: string): Declaration => {
	if (text.startsWith('\uFEFF')) {
		return broken('bagit.txt begins with a byte order mark, which BagIt forbids');
	}

	const [first = '', second = '', ...more] = tagLines(text);
	const version = /^BagIt-Version: (\d+\.\d+)$/.exec(first)?.[1];
	const encoding = /^Tag-File-Character-Encoding: (\S+)$/.exec(second)?.[1];
	if (version === undefined || !versions.includes(version)) {
		return broken(`bagit.txt does not begin with a known version of BagIt: "${visibleText(first.slice(0, 80))}"`);
	}

	if (encoding === undefined || !knowsEncoding(encoding) || more.length > 0) {
		return broken('the second and last line of bagit.txt does not name a known character encoding');
	}

	return {version, encoding, findings: [pass('declaration', `bagit.txt declares BagIt ${version}, ${encoding}`)]};
};

/** Reads bagit.txt: always two lines in UTF-8. */
export const readDeclaration = async (directory: string, listing: BagListing): Promise<Declaration> => {
	if (!listing.files.has('bagit.txt')) {
		return broken('bagit.txt is missing: this is not a bag');
	}

	const bytes = await readTagBytes(join(directory, 'bagit.txt'), 4096);
	const text = bytes && decodeTag(bytes, 'UTF-8');
	return text === undefined ? broken('bagit.txt is not a short UTF-8 text') : parse(text);
};
