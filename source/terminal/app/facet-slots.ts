import {firstFacets, isFacetPane, type FacetPane} from './pane.ts';
import type {State} from './state.ts';

export type FacetChoice = Pick<State, 'facts' | 'focus' | 'otherFacet'>;

/** The facets that the exports fill; before that is known, those that every log has. */
export const offeredFacets = ({facts}: Pick<State, 'facts'>): readonly FacetPane[] => facts?.facets ?? firstFacets;

/** The facets in so many places. The last place shows the one that was chosen for it, or the one that holds the cursor. */
export const facetSlots = (state: FacetChoice, places: number): readonly FacetPane[] => {
	const offered = offeredFacets(state);
	if (offered.length <= places) {
		return offered;
	}

	const others = offered.slice(places - 1);
	const inPlace = (pane: string | undefined): pane is FacetPane => pane !== undefined && isFacetPane(pane) && others.includes(pane);
	const last = inPlace(state.focus) ? state.focus : (inPlace(state.otherFacet) ? state.otherFacet : others[0]!);
	return [...offered.slice(0, places - 1), last];
};

/** What the last place shows next, going around; undefined when every facet has a place of its own. */
export const nextFacet = (state: FacetChoice, shown: readonly FacetPane[]): FacetPane | undefined => {
	const offered = offeredFacets(state);
	if (offered.length <= shown.length) {
		return undefined;
	}

	const others = offered.slice(shown.length - 1);
	return others[(others.indexOf(shown.at(-1)!) + 1) % others.length];
};
