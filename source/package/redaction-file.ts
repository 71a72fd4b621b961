import {safeJson} from '../document/safe-json.ts';
import {audiences, type Audience} from './contents.ts';
import {everyAudience, type PackageContext, type PackageFile, type Redaction} from './payload.ts';

/** The files that somebody else gets and this audience does not. */
export const absentFiles = (audience: Audience, filesFor: (audience: Audience) => ReadonlyArray<{readonly path: string}>): readonly string[] => {
	const own = new Set(filesFor(audience).map(({path}) => path));
	return [...new Set(audiences.filter(other => other !== 'customers').flatMap(other => filesFor(other).map(({path}) => path)))].filter(path => !own.has(path)).toSorted();
};

const line = ({file, what, evidence, count, why}: Redaction, audience: Audience): string => safeJson({file, what, evidence, count, why: why ?? `not for ${audience}`}) + '\n';

const text = function * ({contents, tally, absent}: PackageContext): Generator<string> {
	for (const file of absent) {
		yield line({file, what: 'the whole file'}, contents.audience);
	}

	for (const redaction of tally.redactions) {
		yield line(redaction, contents.audience);
	}
};

/** What is not in this package and why, thing by thing. */
export const redactionFile: PackageFile = {path: 'data/redaction/redaction-log.ndjson', about: 'what was left out for this audience, and why', audiences: everyAudience, text};
