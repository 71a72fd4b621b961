import {csvLine} from '../document/csv.ts';
import {visibleText} from '../document/visible-text.ts';
import {formatInstant} from '../records/instant.ts';
import {investigators, type PackageContext, type PackageFile} from './payload.ts';

export const excludedHeader = ['exclusion', 'reason', 'customer', 'employee', 'at', 'activity', 'dataTypes', 'evidence', 'source', 'record'] as const;

const text = async function * ({contents, paths, tally}: PackageContext): AsyncGenerator<string> {
	yield csvLine(excludedHeader, {guarded: true});
	for await (const row of contents.case.excluded) {
		tally.excluded++;
		yield csvLine([
			row.exclusion, visibleText(row.reason), visibleText(row.customer ?? ''), visibleText(row.employee ?? ''), formatInstant(row.at), visibleText(row.activity),
			row.dataTypes.map(type => visibleText(type)).join(';'), row.evidence, visibleText(paths.of(row.source)), row.record,
		], {guarded: true});
	}
};

/** Accesses that exclusions took out, with their reasons: exculpatory facts are facts. */
export const excludedFile: PackageFile = {path: 'data/affected/excluded.csv', about: 'accesses that were taken out of the selections, with the reasons', audiences: investigators, text};
