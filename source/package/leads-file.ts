import {BugError} from '../errors.ts';
import {safeJson} from '../document/safe-json.ts';
import {withoutCards} from './card-numbers.ts';
import type {LeadsDocument} from './leads-document.ts';
import {investigators, type PackageContext, type PackageFile} from './payload.ts';

const path = 'data/leads/leads.json';

/** Stands in every document that names the leads, and first in the file. */
export const inference = 'Leads are an inference from the pattern of accesses, not a fact of access: no list, no count and no account of this case file rests on them. They say where to look next, never who did it.';

const text = function * ({contents, paths}: PackageContext): Generator<string> {
	const {leads} = contents.case;
	if (leads === undefined || leads === 'withheld') {
		throw new BugError('leads are to be written for an audience that learns of none');
	}

	const document: LeadsDocument = {...leads, caveats: [inference, ...leads.caveats.map(caveat => paths.inText(caveat))]};
	yield safeJson(withoutCards(document), 2) + '\n';
};

/** Kept apart from the facts, in a folder of its own, where leads were asked for in the case. */
export const leadsFile: PackageFile = {
	path, about: 'an inference, kept apart from the facts: which accounts are consistent with the list of leaked customers', audiences: investigators, text,
	when: ({case: {leads}}) => leads !== undefined,
};
