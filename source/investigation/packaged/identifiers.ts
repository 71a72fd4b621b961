import type {CaseFileContents} from '../../package/contents.ts';
import {candidatesOf, foldIdentifier, freeTexts, isRestricted} from '../../package/withhold.ts';
import type {Accesses} from '../../store/accesses.ts';
import {streamIdentifiers} from '../../store/questions/case-accesses.ts';
import {flat} from '../flat.ts';

/** The customers and accounts of the exports whom the free texts of a package name. Asked only for an audience that may know none of them. */
export const identifiersIn = async (contents: Omit<CaseFileContents, 'identifiers'>, accesses: Accesses): Promise<ReadonlySet<string>> => {
	const found = new Set<string>();
	if (!isRestricted(contents.audience)) {
		return found;
	}

	const candidates = new Set(freeTexts(contents).flatMap(text => candidatesOf(text)));
	for await (const identifier of flat(streamIdentifiers(accesses))) {
		const folded = foldIdentifier(identifier);
		if (candidates.has(folded)) {
			found.add(folded);
		}
	}

	return found;
};
