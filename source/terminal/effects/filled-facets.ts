import type {Investigation} from '../../investigation/investigation.ts';
import {facetFields, facetPanes, firstFacets, type FacetPane} from '../app/pane.ts';

/** What a facet calls the rows of records that say nothing of it. */
const empty: Readonly<Partial<Record<FacetPane, string>>> = {teams: 'unknown', countries: 'unknown', activities: 'other'};

/** The facets that the exports fill: a pane that could only say `unknown` is not offered. */
export const filledFacets = async (investigation: Pick<Investigation, 'suggest'>): Promise<readonly FacetPane[]> => {
	const filled = await Promise.all(facetPanes.map(async pane => {
		if (firstFacets.includes(pane)) {
			return true;
		}

		const values = await investigation.suggest(facetFields[pane], '', 2);
		return values.some(value => value !== empty[pane]);
	}));
	return facetPanes.filter((_, index) => filled[index]);
};
