import {csvLine} from '../document/csv.ts';
import {visibleText} from '../document/visible-text.ts';
import type {PackageContext, PackageFile} from './payload.ts';
import {everyAudience} from './payload.ts';
import {isRestricted, told} from './withhold.ts';

export const changesHeader = ['what', 'which', 'before', 'now', 'reason'] as const;

const path = 'data/changes.csv';

const text = function * (context: PackageContext): Generator<string> {
	const {contents, tally, paths} = context;
	const {changes} = contents.case;
	const open = isRestricted(contents.audience) ? changes.filter(({confidential}) => !confidential) : changes;
	if (open.length < changes.length) {
		tally.redactions.push({file: path, what: 'changes that may name a customer or an account, or hold a filter', count: changes.length - open.length});
	}

	yield csvLine(changesHeader, {guarded: true});
	for (const {what, which, before, now, reason} of open) {
		yield csvLine([what, which, before, now, reason].map(cell => visibleText(told(context, path, paths.inText(cell)))), {guarded: true});
	}
};

/** What is new against the package before for the same audience; only a header in the first. */
export const changesFile: PackageFile = {path, about: 'what is new against the revision before', audiences: everyAudience, text};
