import {safeJson} from '../document/safe-json.ts';
import {investigators, type PackageContext, type PackageFile} from './payload.ts';

const text = async function * ({contents, paths, tally}: PackageContext): AsyncGenerator<string> {
	const hashes = new Map(contents.sources.map(source => [source.path, source.sha256]));
	for await (const {path, rejection} of contents.rejections) {
		tally.rejected++;
		yield safeJson({
			source: {path: paths.of(path), sha256: hashes.get(path)},
			record: rejection.record,
			byte: rejection.byte,
			reason: rejection.reason,
			raw: rejection.raw,
		}) + '\n';
	}
};

/** Every record that was not understood, verbatim, with its place and the reason. */
export const rejectedFile: PackageFile = {path: 'data/inventory/rejected.ndjson', audiences: investigators, text};
