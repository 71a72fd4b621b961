/* JSON Schemas (draft 2020-12) of the files for programs, shipped beside them. */

import {presenceFindings, presenceKinds} from '../records/presence.ts';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = {type: 'string'};
const count: Schema = {type: 'integer', minimum: 0};
const truth: Schema = {type: 'boolean'};
const hash: Schema = {type: 'string', pattern: '^[0-9a-f]{64}$'};
const instant: Schema = {type: 'string', pattern: String.raw`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z$`};
const list = (items: Schema): Schema => ({type: 'array', items});
const object = (required: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}): Schema =>
	({type: 'object', properties: {...required, ...optional}, required: Object.keys(required), additionalProperties: false});
const anything: Schema = {type: 'object'};
const document = (name: string, title: string, schema: Schema): Schema => ({$schema: 'https://json-schema.org/draft/2020-12/schema', $id: name, title, ...schema});

const person = object({name: text, id: text});
const matched = object({events: count, customers: count, accesses: count, hash});
const basis = {customers: count, basis: text};
const affected = object({atLeast: count, unknownEvents: count}, {atMost: count});
const acceptedFilter = {number: count, filter: text, tree: anything, sentence: text, reason: text, by: person, at: instant, matched};
const findings = list(object({finding: {enum: presenceFindings}, events: count, customers: count}, {overlaps: count}));
const presence = object({records: object({}, Object.fromEntries(presenceKinds.map(kind => [kind, count]))), findings});
const account = object(
	{employee: text, customers: count, events: count, firstAt: instant, lastAt: instant},
	{name: text, team: text, role: text, kind: text, presence},
);

/** `case.json`: what every reader gets is required, the rest is of the audience. */
export const caseSchema = document('whosaw.case/1', 'What a case says', object({
	schema: {const: 'whosaw.case/1'}, tool: object({name: text, version: text}), audience: text, madeAt: instant, status: {enum: ['NOT REVIEWED', 'reviewed']},
	revision: object({seq: count, hash}), madeOnTheWay: truth, facts: anything,
	counts: object({accessed: object({...basis, affected}), withoutSupportedReason: object(basis), corroborated: object(basis)}),
	totals: object({events: count, denied: count, employees: count, customers: count, countedOnly: object({events: count, records: count})}, {inferred: {...count, description: 'customers who are known only from lists that were supplied for bulk exports; absent where none was'}}),
}, {
	title: text, agency: text, reviewedBy: text, previous: object({seq: count, hash, sha256: hash}), investigator: text, reason: text, purpose: text, authorisedBy: text,
	legalBasis: text, privilege: text, scope: object({}, {employees: list(text), from: text, to: text}), affected,
	byDataType: list(object({dataType: text, customers: count, events: count}, {dpv: text})), byCountry: list(object({country: text, customers: count})),
	byDay: list(object({day: text, customers: count, events: count})), accounts: list(account),
	selections: list(object({...acceptedFilter, beyondScope: truth, now: matched})), exclusions: list(object({...acceptedFilter, accesses: count})),
	notes: list(object({text, by: person, at: instant})), otherData: object({excludedFor: count, obstacles: list(text)}), jurisdictions: object({date: text, origin: text}, {sha256: hash}),
}));

const place = {source: object({path: text, sha256: hash}), record: count};
const placeMore = {offset: count, length: count, pointer: text};

/** A line of `evidence/records.ndjson`; exactly one of `raw`, `raw_b64` and `raw_redacted` is there. */
export const evidenceSchema = document('whosaw.evidence/1', 'One matching record', {
	...object(
		{evidence: text, ...place, raw_sha256: hash, event: anything, selections: list(count), why: list(text)},
		{...placeMore, raw: text, raw_b64: text, raw_redacted: text, encoding: text, duplicates: list(object(place, placeMore))},
	),
	oneOf: ['raw', 'raw_b64', 'raw_redacted'].map(name => ({required: [name]})),
});

/** A line of `examination/journal.ndjson`: whole, or the chain only. */
export const journalSchema = document('whosaw.journal/1', 'One act of the examination', {
	oneOf: [
		object({v: count, seq: count, at: instant, by: person, act: text, salt: text, payloadHash: hash, previous: hash, hash}, {payload: anything, payload_redacted: anything}),
		object({seq: count, previous: hash, hash}),
	],
});

const fraction: Schema = {type: 'number', minimum: 0, maximum: 1};
const day: Schema = {type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'};
const lead = object({
	rank: count, employee: text, separable: truth, consistentWith: count, share: fraction, customers: count, netEvidence: {type: 'number'},
	strength: {type: 'string', enum: ['weak', 'moderate', 'strong']}, alsoConsistent: list(text), inseparableFrom: {oneOf: [text, {type: 'null'}]}, why: list(text),
}, {window: object({from: day, to: day}), presence: findings});
const leadVerdict: Schema = {type: 'string', enum: ['separable', 'inseparable', 'nobody', 'too-few', 'rigged-source']};
const leftOut = object({list: text, sha256: hash, resolved: count, only: count, left: count, verdict: leadVerdict, first: {oneOf: [text, {type: 'null'}]}, verdictChanges: truth, firstChanges: truth, why: text});

/** `leads/leads.json`, the form that `whosaw leads --format json` prints, without the entries of the lists. */
export const leadsSchema = document('whosaw.leads/1', 'Leads: an inference, where to look next and never who did it', object({
	schema: {type: 'string', const: 'whosaw.leads/1'},
	behaviour: list(object({employee: text, state: {type: 'string', enum: ['explained', 'unexplained', 'unusual']}, why: {...list(text), minItems: 1}}, {presence: findings})), caveats: {...list(text), minItems: 1},
}, {
	leaked: object({given: count, resolved: count, sha256: hash}), verdict: leadVerdict, unexplained: fraction, leads: list(lead), leaveOneOut: list(leftOut),
	presence: list(object({employee: text, findings})), presenceUnknown: list(text),
}));

/** A line of `redaction/redaction-log.ndjson`. */
export const redactionSchema = document('whosaw.redaction/1', 'Something that was left out', object({file: text, what: text, why: text}, {evidence: text, count}));

/** `method/query.json`: with values, or without. */
export const querySchemaDocument = document('whosaw.query/1', 'The question, how the exports were read, and the counts', {
	type: 'object', required: ['schema', 'tool', 'selections', 'exclusions', 'displayTimezone', 'sources', 'totals', 'affected', 'counts'],
	properties: {
		schema: {const: 'whosaw.query/1'}, selections: list(anything), exclusions: list(anything), sources: list({type: 'object', required: ['path', 'sha256', 'format', 'mapping', 'timezone']}),
		used: list(object({path: text, what: text}, {sha256: text, list: object({event: text, given: count, resolved: count, repeated: count, ambiguous: count, inferred: count}, {recordCount: count})})),
		coverage: list(object({first: text, last: text, days: count, gaps: list(text)}, {system: text})),
		counts: object({sources: count, read: count, kept: count, duplicate: count, rejected: count, customers: count}, {exposures: count, evidence: count, excluded: count, others: count, identities: count}),
	},
});
