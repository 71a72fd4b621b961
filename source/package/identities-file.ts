import {csvLine, type CsvCell} from '../document/csv.ts';
import {visibleText} from '../document/visible-text.ts';
import {identityClaims, type Identity} from '../records/identity.ts';
import {investigators, isInvestigators, type PackageContext, type PackageFile} from './payload.ts';

export const identitiesHeader = ['kind', 'id', 'as_logged', 'how', 'claim'] as const;

const path = 'data/identities.csv';

const cells = ({kind, id, asLogged, how}: Identity): readonly CsvCell[] => [kind, visibleText(id), visibleText(asLogged), how, identityClaims[how]];

/** A row as it stands in the file, as one text. */
export const identityLine = (identity: Identity): string => csvLine(cells(identity), {guarded: true});

const text = async function * ({contents: {audience, case: {identities}}, tally}: PackageContext): AsyncGenerator<string> {
	const all = isInvestigators(audience);
	if (!all) {
		tally.redactions.push({file: path, what: 'the other ids and addresses of customers'});
	}

	yield csvLine(identitiesHeader, {guarded: true});
	for await (const identity of identities) {
		if (all || identity.kind === 'employee') {
			tally.identities++;
			yield identityLine(identity);
		}
	}
};

/** That two ids are one is a claim, and each is listed: of the affected customers and of the accounts of interest, of nobody else. Who learns of accounts alone gets those of accounts. */
export const identitiesFile: PackageFile = {path, about: 'who has several ids, logins or addresses in the logs, and what says that they are one', audiences: [...investigators, 'hr'], text};
