import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {PassThrough, type Readable} from 'node:stream';
import {ZipFile} from 'yazl';

/** DOS times are local: the parts of this one are the same everywhere, and so are the bytes. Nowhere is it before 1980, the first year of zips. */
const noTime = (): Date => new Date(1980, 1, 1);

/** A fixed level: the same files give the same bytes with the same zlib. */
const entry = {forceDosTimestamp: true, mode: 0o100600, compress: true, compressionLevel: 6} as const;

/** The bytes of a zip that holds `directory` as its one folder, called `name` (RFC 8493, 4). Files in the order of their paths. */
export const zipStream = async (directory: string, name: string): Promise<Readable> => {
	const zip = new ZipFile();
	const entries = await readdir(directory, {recursive: true, withFileTypes: true});
	const paths = entries.filter(found => found.isFile()).map(found => join(found.parentPath, found.name).slice(directory.length + 1).replaceAll('\\', '/'));
	for (const path of paths.toSorted((a, b) => a < b ? -1 : 1)) {
		zip.addFile(join(directory, path), `${name}/${path}`, {...entry, mtime: noTime()});
	}

	const bytes = new PassThrough();
	// A file that cannot be read ends the zip, and whoever writes it hears of it.
	zip.on('error', error => bytes.destroy(error as Error));
	zip.outputStream.on('error', error => bytes.destroy(error));
	zip.outputStream.pipe(bytes);
	zip.end();
	return bytes;
};
