import {join} from 'node:path';
import {visibleText} from '../document/visible-text.ts';
import {identityClaims} from '../records/identity.ts';
import {accountsFile} from './accounts-file.ts';
import {customersFile} from './customers-file.ts';
import {identitiesFile, identitiesHeader} from './identities-file.ts';
import {readTable, TableError, type TableRow} from './read-table.ts';
import {eachRow, type RowsSummary} from './verify-tables.ts';

/** Whom a table of the package names; undefined where it is broken, which is a finding of its own. */
const namedIn = async (path: string, column: string, signal: AbortSignal | undefined): Promise<ReadonlySet<string> | undefined> => {
	const names = new Set<string>();
	try {
		for await (const row of readTable(path, [column], signal)) {
			names.add(row.get(column) ?? '');
		}
	} catch (error) {
		if (error instanceof TableError) {
			return undefined;
		}

		throw error;
	}

	return names;
};

const claims: ReadonlyMap<string, string> = new Map(Object.entries(identityClaims));

type Known = Readonly<Record<string, {readonly path: string; readonly names: ReadonlySet<string> | undefined}>>;

const problemOf = (row: TableRow, known: Known): string | undefined => {
	const [kind, id, asLogged, how] = ['kind', 'id', 'as_logged', 'how'].map(name => row.get(name) ?? '') as [string, string, string, string];
	const people = Object.hasOwn(known, kind) ? known[kind] : undefined;
	if (!people) {
		return `it is of a ${visibleText(kind.slice(0, 40))}, which this package does not name`;
	}

	if (people.names?.has(id) === false) {
		return `${visibleText(id.slice(0, 200))} is no ${kind} of ${people.path}`;
	}

	const rests = claims.has(how) && claims.get(how) === row.get('claim');
	return rests ? undefined : `nothing that is known says that ${visibleText(asLogged.slice(0, 200))} is ${visibleText(id.slice(0, 200))}`;
};

/** Every row is of somebody whom the package names, and says what its claim rests on. A package without a list of customers says nothing of customers. */
export const verifyIdentities = async (directory: string, has: (file: {readonly path: string}) => boolean, signal?: AbortSignal): Promise<RowsSummary> => {
	const known: Known = {
		...(has(customersFile) ? {customer: {path: customersFile.path, names: await namedIn(join(directory, customersFile.path), 'customer', signal)}} : {}),
		...(has(accountsFile) ? {employee: {path: accountsFile.path, names: await namedIn(join(directory, accountsFile.path), 'employee', signal)}} : {}),
	};
	let rows = 0;
	const findings = await eachRow({check: 'identities', file: identitiesFile, required: identitiesHeader, directory, signal}, row => {
		rows++;
		return problemOf(row, known);
	});
	return {findings, rows};
};
