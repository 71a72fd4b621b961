import type {Entry, ZipFile} from 'yauzl';
import {formatBytes, formatNumber} from '../../document/format-number.ts';
import {visibleText} from '../../document/visible-text.ts';
import {unsafePath} from '../bag-path.ts';

/** A member of a zip that may be written to the disk. */
export type ZipMember = {readonly entry: Entry; readonly path: string; readonly isFolder: boolean};

export type ZipMembers = {readonly members: readonly ZipMember[]; readonly bytes: number; readonly root: string};

/** Text compresses some 10 to 50 times; what claims more than this was made to fill a disk. */
export const zipLimits = {members: 1_000_000, ratio: 300, freeBytes: 268_435_456} as const;

/** Names are UTF-8 where the member says so, else plain ASCII: another reading could mean another file. */
const nameOf = ({fileNameRaw, generalPurposeBitFlag}: Entry): string | undefined => {
	const isUtf8 = (generalPurposeBitFlag & 0x8_00) !== 0;
	try {
		const name = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(fileNameRaw);
		return isUtf8 || fileNameRaw.every(byte => byte < 0x80) ? name : undefined;
	} catch {
		return undefined;
	}
};

const kindMask = 0o170000;
const kinds: ReadonlyMap<number, string> = new Map([[0o120000, 'a link'], [0o020000, 'a device'], [0o060000, 'a device'], [0o010000, 'a pipe'], [0o140000, 'a socket']]);

const faultOf = (entry: Entry, name: string, path: string): string | undefined => {
	const shown = visibleText(name);
	const unsafe = unsafePath(path);
	if (unsafe !== undefined) {
		return `the zip must not be unpacked: its member ${shown} ${unsafe.replace('bag', 'folder')}`;
	}

	const kind = kinds.get((entry.externalFileAttributes >>> 16) & kindMask);
	if (kind !== undefined) {
		return `the zip must not be unpacked: its member ${shown} is ${kind}`;
	}

	if (entry.isEncrypted()) {
		return `the zip is locked with a password (${shown}): unpack it with the password and verify the folder`;
	}

	return [0, 8].includes(entry.compressionMethod) ? undefined : `the zip uses a compression that is not known here (${shown})`;
};

/** Reads the table of contents and checks it, before a byte is unpacked. A string says what is wrong. */
export const readMembers = async (zip: ZipFile): Promise<ZipMembers | string> => {
	if (zip.entryCount > zipLimits.members) {
		return `the zip was made to fill a disk: it has ${formatNumber(zip.entryCount)} members`;
	}

	const members: ZipMember[] = [];
	const seen = new Set<string>();
	let [bytes, packed] = [0, 0];
	for await (const entry of zip.eachEntry()) {
		const name = nameOf(entry);
		if (name === undefined) {
			return 'the zip has a member whose name is not UTF-8';
		}

		const isFolder = name.endsWith('/');
		const path = isFolder ? name.slice(0, -1) : name;
		const fault = faultOf(entry, name, path);
		if (fault !== undefined) {
			return fault;
		}

		const key = path.normalize('NFC');
		if (seen.has(key)) {
			return `the zip has two members called ${visibleText(name)}: which of them counts differs from tool to tool`;
		}

		seen.add(key);
		bytes += entry.uncompressedSize;
		packed += entry.compressedSize;
		members.push({entry, path, isFolder});
	}

	if (packed > zip.fileSize || bytes > zipLimits.freeBytes + zip.fileSize * zipLimits.ratio) {
		return `the zip was made to fill a disk: ${formatBytes(zip.fileSize)} would unpack to ${formatBytes(bytes)}`;
	}

	const roots = new Set(members.map(({path}) => path.split('/')[0]!));
	const [root] = roots;
	return root === undefined || roots.size > 1 || members.some(({path, isFolder}) => path === root && !isFolder)
		? 'the zip does not hold one folder with the case file in it'
		: {members, bytes, root};
};
