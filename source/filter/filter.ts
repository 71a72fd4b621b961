import type {Instant} from '../records/instant.ts';

/** The fields a filter may name. `text` is bare text: anywhere in the verbatim record. */
export const filterFields = [
	'employee', 'team', 'customer', 'country', 'data', 'time', 'activity', 'action', 'system', 'resource',
	'reason', 'support', 'ip', 'outcome', 'count', 'source', 'leaked', 'text',
] as const;
export type FilterField = typeof filterFields[number];

/** A text with wildcards: literal pieces and `*` (any run) or `?` (one character). */
export type PatternPiece = {readonly literal: string} | {readonly wildcard: '*' | '?'};

/** What the value of a field is compared with. All frozen data. */
export type Test =
	| {readonly kind: 'present'}
	/** Equal; case counts, but not for e-mail addresses. */
	| {readonly kind: 'is'; readonly text: string}
	| {readonly kind: 'like'; readonly pieces: readonly PatternPiece[]}
	/** Half-open instants `[from, to)`. */
	| {readonly kind: 'within'; readonly from?: Instant; readonly to?: Instant}
	| {readonly kind: 'compare'; readonly operator: '=' | '>' | '>=' | '<' | '<='; readonly value: number}
	/** An address or CIDR block, v4 or v6, in canonical text. */
	| {readonly kind: 'network'; readonly block: string}
	| {readonly kind: 'truth'; readonly value: boolean}
	/** Bare text: ASCII case-insensitive, over the verbatim record. */
	| {readonly kind: 'contains'; readonly text: string};

/** A question, evaluated per access (event × customer). `and` and `or` hold two or more parts and never one of their own kind. */
export type Filter =
	| {readonly kind: 'all'}
	| {readonly kind: 'match'; readonly field: FilterField; readonly test: Test}
	| {readonly kind: 'not'; readonly part: Filter}
	| {readonly kind: 'and'; readonly parts: readonly Filter[]}
	| {readonly kind: 'or'; readonly parts: readonly Filter[]};

/** Matches every access. */
export const everything: Filter = Object.freeze({kind: 'all'});
