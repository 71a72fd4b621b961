import {count, list, object, text, texts, type Schema} from './schema.ts';

const hash: Schema = {type: 'string', pattern: '^[0-9a-f]{64}$'};

const side = object({
	kind: {type: 'string', enum: ['case', 'revision', 'package']}, name: {...text, description: 'as it was named'}, customers: count,
}, {head: {...object({seq: {type: 'integer', minimum: 1}, hash}), description: 'the act up to which it says what it says'}});

const differences = (item: Schema): Schema => object({added: {...list(item), description: 'B has it and A has not'}, removed: {...list(item), description: 'A has it and B has not'}});

const question = object({number: {type: 'integer', minimum: 1}, filter: text, reason: text});

const changed = object({field: {type: 'string', enum: ['dataTypes', 'events', 'accounts', 'level']}, before: text, now: text});

const customer = (required: Readonly<Record<string, Schema>> = {}): Schema => object({
	customer: text, ...required, why: {...texts, minItems: 1, description: 'what of the differences bears on this customer'},
}, {notified: {...text, description: 'when and how they were told already'}});

/** JSON Schema of `whosaw compare --format json`. */
export const compareSchema: Schema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	$id: 'whosaw.compare/1',
	title: 'Two cases, revisions or packages: customers who came in, left and changed from A to B, and why',
	...object({
		schema: {type: 'string', const: 'whosaw.compare/1'},
		tool: object({name: {type: 'string', const: 'whosaw'}, version: text}),
		a: side, b: side,
		sources: differences(object({path: text, sha256: hash})),
		selections: differences(question), exclusions: differences(question),
		in: list(customer()), out: list(customer()), changed: list(customer({what: {...list(changed), minItems: 1}})),
		same: {...count, description: 'customers of both, of whom both say the same'},
	}),
};
