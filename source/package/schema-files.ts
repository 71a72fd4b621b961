import type {Audience} from './contents.ts';
import {everyAudience, investigators, type PackageFile} from './payload.ts';
import {caseSchema, evidenceSchema, journalSchema, querySchemaDocument, redactionSchema} from './schemas.ts';

const schemaFile = (name: string, schema: Readonly<Record<string, unknown>>, audiences: readonly Audience[]): PackageFile => ({
	path: `data/schema/${name}.schema.json`, about: `JSON Schema of ${name}`, audiences, text: () => [`${JSON.stringify(schema, undefined, 2)}\n`],
});

const withCase = everyAudience.filter(audience => audience !== 'customers');

/** The form of the files for programs, for those who get the files. */
export const schemaFiles: readonly PackageFile[] = [
	schemaFile('case', caseSchema, withCase), schemaFile('evidence', evidenceSchema, investigators), schemaFile('journal', journalSchema, withCase),
	schemaFile('query', querySchemaDocument, [...investigators, 'regulator']), schemaFile('redaction-log', redactionSchema, withCase),
];
