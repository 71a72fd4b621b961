import {formatInstant} from '../records/instant.ts';
import {csvLine} from '../document/csv.ts';
import {visibleText} from '../document/visible-text.ts';
import {investigators, type PackageContext, type PackageFile} from './payload.ts';

export const exposuresHeader = ['customer', 'dataType', 'employee', 'events', 'firstAt', 'lastAt', 'evidence'] as const;

const text = async function * ({contents, tally}: PackageContext): AsyncGenerator<string> {
	const withLists = contents.totals.inferred !== undefined;
	yield csvLine([...exposuresHeader, ...(withLists ? ['inferred'] : [])], {guarded: true});
	for await (const row of contents.exposures) {
		tally.exposures++;
		tally.exposed.add(row.customer);
		yield csvLine([
			visibleText(row.customer), visibleText(row.dataType), visibleText(row.employee), row.events,
			formatInstant(row.firstAt), formatInstant(row.lastAt), row.evidence.join(';'), ...(withLists ? [row.inferred ?? 0] : []),
		], {guarded: true});
	}
};

/** Customer × data type × account, with the ids of the evidence records. */
export const exposuresFile: PackageFile = {path: 'data/affected/exposures.csv', about: 'customer by kind of data by user account, with the evidence ids', audiences: investigators, text};
