/** The loaded events in the folder of a case: an index, never the truth. */
export const indexName = 'events.duckdb';
