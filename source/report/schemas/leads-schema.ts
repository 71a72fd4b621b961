import {count, day, list, object, text, texts, truth, type Schema} from './schema.ts';

const hash: Schema = {type: 'string', pattern: '^[0-9a-f]{64}$'};
const verdict: Schema = {type: 'string', enum: ['separable', 'inseparable', 'nobody', 'too-few', 'rigged-source']};
const fraction: Schema = {type: 'number', minimum: 0, maximum: 1};
const employee = {...text, description: 'an account, not a person; a pseudonym with --blind'};

const found = list(object({finding: {type: 'string', enum: ['leave', 'two-sites', 'outside-shift']}, events: count, customers: count}, {overlaps: {...count, description: 'times at which badges were in at two sites at once'}}));
const presence: Schema = {...found, description: 'what was found beside records of presence, pointing as often to stolen credentials as to guilt; absent: nothing'};

const lead = object({
	rank: count, employee, separable: {...truth, description: 'it can be told from the teams, systems, reports and markets that it belongs to'},
	consistentWith: {...count, description: 'listed customers that it reached in the window'}, share: fraction, customers: count, netEvidence: {type: 'number', description: 'nats'},
	strength: {type: 'string', enum: ['weak', 'moderate', 'strong']}, alsoConsistent: texts, inseparableFrom: {oneOf: [text, {type: 'null'}]}, why: texts,
}, {window: {...object({from: day, to: day}), description: 'both days included; absent: all time'}, presence});

const leftOut = object({
	list: text, sha256: hash, resolved: {...count, description: 'customers that the list means'}, only: {...count, description: 'of these, whom no other list means'}, left: {...count, description: 'customers of the other lists'},
	verdict: {...verdict, description: 'without this list'}, first: {oneOf: [employee, {type: 'null'}], description: 'the account that would be first'}, verdictChanges: truth, firstChanges: truth, why: text,
});

const read = object({
	list: text, sha256: hash, given: {...count, description: 'different entries'}, resolved: {...count, description: 'different customers that they mean'},
	repeated: {...count, description: 'rows that repeat an entry'}, same: {...count, description: 'entries that mean a customer whom another entry means'}, ambiguous: {...count, description: 'addresses that several customers share'},
	unresolved: {...texts, description: 'entries that mean no customer of the exports or the directory, in the order of the list'},
}, {
	column: {...text, description: 'the column that was taken, of a table'}, without: {...count, description: 'rows that have nothing in it'}, elsewhere: {...count, description: 'rows that name a customer in another column alone'},
	assumed: {...truth, description: 'read as Windows-1252, which nothing in it proves'}, again: {...texts, description: 'other names under which the same list was given'},
});

/** JSON Schema of `whosaw leads --format json`. */
export const leadsSchema: Schema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	$id: 'whosaw.leads/1',
	title: 'Leads: where to look next, never who did it. Without a list of leaked customers `leaked`, `verdict`, `unexplained` and `leads` are absent',
	...object({
		schema: {type: 'string', const: 'whosaw.leads/1'},
		behaviour: list(object({employee, state: {type: 'string', enum: ['explained', 'unexplained', 'unusual']}, why: {...texts, minItems: 1}}, {presence})),
		caveats: {...texts, minItems: 1},
	}, {
		leaked: {...object({given: count, resolved: count, sha256: hash}), description: 'sha256 of the list; of several lists that of their hashes, a line each'},
		lists: {...list(read), description: 'each list with what became of its entries; a case file does not hold it'},
		verdict,
		unexplained: {...fraction, description: 'absent where nothing was ranked'},
		leads: list(lead),
		leaveOneOut: {...list(leftOut), description: 'what the answer would be without each of several lists; absent of one list'},
		presence: {...list(object({employee, findings: found})), description: 'every account of which something was found beside records of presence; absent where none were given'},
		presenceUnknown: {...texts, description: 'whom the records of presence name, and neither the exports nor the directory do; absent with --blind'},
	}),
};
