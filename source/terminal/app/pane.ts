import type {FacetField} from '../../investigation/investigation.ts';

/** The facets of Explore, in the order in which they are offered. */
export const facetPanes = ['employees', 'dataTypes', 'teams', 'countries', 'activities', 'systems', 'supports'] as const;
export type FacetPane = typeof facetPanes[number];

/** What can hold the cursor on the Explore screen. */
export type PaneName = 'chips' | 'timeline' | 'events' | FacetPane;

export const isFacetPane = (pane: string): pane is FacetPane => (facetPanes as readonly string[]).includes(pane);

/** What each facet counts by, and what its rows filter by. */
export const facetFields: Readonly<Record<FacetPane, Exclude<FacetField, 'customer'>>> = {
	employees: 'employee', dataTypes: 'data', teams: 'team', countries: 'country', activities: 'activity', systems: 'system', supports: 'support',
};

/** Whose customers are counted beside the events. */
export const showsCustomers = (pane: FacetPane): boolean => pane === 'employees';

/** These are offered always; the others where the exports fill them. */
export const firstFacets: readonly FacetPane[] = ['employees', 'dataTypes'];

export const paneTitles: Readonly<Record<PaneName, string>> = {
	events: 'Events', timeline: 'Timeline', chips: 'Filter',
	employees: 'Employees', dataTypes: 'Data types', teams: 'Teams', countries: 'Countries', activities: 'Activities', systems: 'Systems', supports: 'Support of reasons',
};
