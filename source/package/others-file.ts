import {csvLine} from '../document/csv.ts';
import {visibleText} from '../document/visible-text.ts';
import {formatInstant} from '../records/instant.ts';
import {investigators, type PackageContext, type PackageFile} from './payload.ts';

export const othersHeader = ['customer', 'employee', 'events', 'firstAt', 'lastAt'] as const;

const text = async function * ({contents, tally}: PackageContext): AsyncGenerator<string> {
	yield csvLine(othersHeader, {guarded: true});
	for await (const row of contents.case.others) {
		tally.others++;
		yield csvLine([visibleText(row.customer), visibleText(row.employee), row.events, formatInstant(row.firstAt), formatInstant(row.lastAt)], {guarded: true});
	}
};

/** Whoever asks who leaked the data must know who else had it. */
export const othersFile: PackageFile = {path: 'data/affected/others.csv', about: 'other accounts that reached the same customers', audiences: investigators, text};
