import type {Instant} from './instant.ts';

/** What records beside the exports say of where somebody was: on a shift, on leave, badged in at a site, connected from afar, or which device was theirs. */
export const presenceKinds = ['shift', 'leave', 'badge', 'vpn', 'device owner'] as const;
export type PresenceKind = typeof presenceKinds[number];

/** What can be said of an account beside such records: it was used during recorded leave, at two sites at once, or outside its own shift. */
export const presenceFindings = ['leave', 'two-sites', 'outside-shift'] as const;
export type PresenceFinding = typeof presenceFindings[number];

/** One of these with the events behind it (those that were not denied and did not fail), and the customers whom they reached. */
export type FoundPresence = {
	readonly finding: PresenceFinding;
	readonly events: number;
	readonly customers: number;
	/** How often badges were in at two sites at the same time, with events in it or without. */
	readonly overlaps?: number;
};

/** What the records hold of an account, and what follows. */
export type Presence = {
	readonly records: Readonly<Partial<Record<PresenceKind, number>>>;
	readonly findings: readonly FoundPresence[];
};

/** A record of presence of the account of an event: it holds at the moment of the event, or it is a shift of that day that does not. */
export type RecordBeside = {readonly kind: PresenceKind; readonly since: Instant; /** Absent: it has no end. */ readonly until?: Instant; readonly site?: string; readonly holds: boolean};

/** What the records of presence say of the account at the moment of one event. */
export type EventPresence = {
	readonly findings: readonly PresenceFinding[];
	readonly beside: readonly RecordBeside[];
	/** Records of the account at any time. */
	readonly records: number;
};
