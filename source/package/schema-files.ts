import {leadsFile} from './leads-file.ts';
import {everyAudience, investigators, type PackageFile} from './payload.ts';
import {caseSchema, evidenceSchema, journalSchema, leadsSchema, querySchemaDocument, redactionSchema} from './schemas.ts';

const schemaFile = (name: string, schema: Readonly<Record<string, unknown>>, {audiences, when}: Pick<PackageFile, 'audiences' | 'when'>): PackageFile => ({
	path: `data/schema/${name}.schema.json`, about: `JSON Schema of ${name}`, audiences, text: () => [`${JSON.stringify(schema, undefined, 2)}\n`], ...(when ? {when} : {}),
});

const withCase: Pick<PackageFile, 'audiences'> = {audiences: everyAudience.filter(audience => audience !== 'customers')};

/** The form of the files for programs, for those who get the files. */
export const schemaFiles: readonly PackageFile[] = [
	schemaFile('case', caseSchema, withCase), schemaFile('evidence', evidenceSchema, {audiences: investigators}), schemaFile('journal', journalSchema, withCase),
	schemaFile('leads', leadsSchema, leadsFile), schemaFile('query', querySchemaDocument, {audiences: [...investigators, 'regulator']}), schemaFile('redaction-log', redactionSchema, withCase),
];
