import {statfs} from 'node:fs/promises';
import {formatBytes} from '../../document/format-number.ts';
import {fileStates} from './locate-exports.ts';

/** Keys are hashes, which do not shrink: 106 MB were measured for 59 MB of short rows, and more stands there while it is built. A packed export is larger than it looks. */
const roomFor = async (paths: readonly string[]): Promise<number> => {
	const files = new Set(paths.map(path => path.replace(/(\.zip)!.*$/is, '$1')));
	const sizes = await Promise.all([...files].map(async path => {
		const [state] = await fileStates([path]) ?? [];
		return (state?.bytes ?? 0) * (/\.(?:gz|bz2|zst|zip)$/i.test(path) ? 16 : 2.5);
	}));
	return sizes.reduce((sum, size) => sum + size, 1 << 20);
};

/** Why a disk has no room for an index of these exports; undefined where it has. `copied`: bytes of the index that they are added to, which is copied first. */
export const noRoom = async (folder: string, paths: readonly string[], copied = 0): Promise<string | undefined> => {
	const {bavail, bsize} = await statfs(folder);
	const [needed, free] = [await roomFor(paths) + copied, bavail * bsize];
	return needed > free ? `the case keeps no index of its exports: it may need ${formatBytes(needed)}, and ${formatBytes(free)} are free (${formatBytes(needed - free)} are missing)` : undefined;
};
