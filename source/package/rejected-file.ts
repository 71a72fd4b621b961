import {safeJson} from '../document/safe-json.ts';
import {redactCards} from './card-numbers.ts';
import {investigators, type PackageContext, type PackageFile} from './payload.ts';

const path = 'data/inventory/rejected.ndjson';

const text = async function * ({contents, paths, tally}: PackageContext): AsyncGenerator<string> {
	const hashes = new Map(contents.sources.map(source => [source.path, source.sha256]));
	for await (const {path: source, rejection} of contents.rejections) {
		tally.rejected++;
		const {text: raw, cards} = redactCards(rejection.raw);
		if (cards > 0) {
			tally.redactions.push({file: path, what: 'card numbers but for their last four digits', count: cards, why: 'card numbers leave no system whole'});
		}

		yield safeJson({
			source: {path: paths.of(source), sha256: hashes.get(source)},
			record: rejection.record,
			byte: rejection.byte,
			reason: redactCards(rejection.reason).text,
			...(cards > 0 ? {raw_redacted: raw} : {raw}),
		}) + '\n';
	}
};

/** Every record that was not understood, verbatim, with its place and the reason. */
export const rejectedFile: PackageFile = {path, about: 'every record that was not understood, with the reason', audiences: investigators, text};
