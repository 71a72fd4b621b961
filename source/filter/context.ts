import type {Instant} from '../records/instant.ts';

/** What a filter text needs from around it to be resolved to instants. */
export type FilterContext = {
	/** IANA name: where days begin, and what times without an offset are read in. */
	readonly displayTimezone: string;
	/** Of all kept events: what `last 7 days` counts back from. */
	readonly newest?: Instant;
};
