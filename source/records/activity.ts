/** What an account did, in the few words that every log shares. The log's own verb is kept as `action`. */
export const activities = ['read', 'search', 'list', 'export', 'share', 'create', 'update', 'delete', 'login', 'other'] as const;
export type Activity = typeof activities[number];

/** How it ended. A denied or failed access (`denied`, `error`) reaches nobody. */
export const outcomes = ['success', 'denied', 'error', 'unknown'] as const;
export type Outcome = typeof outcomes[number];

/**
Whom an event reached: `listed` customers; `counted` (it says how many, and not all are listed); `unknown` (an export,
share or search, or what a rule says is of many, with neither a list nor a count: no upper bound); `none` (anything else without customers).
*/
export const customerScopes = ['listed', 'counted', 'unknown', 'none'] as const;
export type CustomerScope = typeof customerScopes[number];
