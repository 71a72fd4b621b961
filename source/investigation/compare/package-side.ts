import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {unguardFormula} from '../../document/csv.ts';
import {ExpectedError} from '../../errors.ts';
import {parseBagInfo, infoValues} from '../../package/bag-info-check.ts';
import {accountsFile} from '../../package/accounts-file.ts';
import {identitiesFile, identitiesHeader} from '../../package/identities-file.ts';
import {customersFile, customersHeader, typeOfHeading} from '../../package/customers-file.ts';
import {excludedFile} from '../../package/excluded-file.ts';
import {readMethod, type PackedQuestion} from '../../package/read-method.ts';
import {countIn, readTable, type TableRow} from '../../package/read-table.ts';
import {verifyAny} from '../../package/seal/verify-archive.ts';
import type {NamedAccount, Side, SideCustomer, SideQuestion} from './side.ts';

export type PackageOperand = {readonly path: string; readonly identity?: string; readonly signal?: AbortSignal; readonly naming?: boolean};

const listIn = (row: TableRow, column: string): readonly string[] => (row.get(column) ?? '').split(';').filter(item => item !== '').map(item => unguardFormula(item));

const customerOf = (row: TableRow): SideCustomer => {
	const notified = unguardFormula(row.get('notified') ?? '');
	return {
		dataTypes: [...row].flatMap(([column, value]) => value === 'yes' ? typeOfHeading(column) ?? [] : []).toSorted(), level: row.get('level') ?? 'accessed', events: countIn(row, 'events'),
		employees: listIn(row, 'employees').toSorted(), selections: listIn(row, 'selections').map(Number), ...(notified === '' ? {} : {notified}),
	};
};

const customersOf = async (directory: string, signal: AbortSignal | undefined): Promise<Side['customers']> => {
	const customers = new Map<string, SideCustomer>();
	for await (const row of readTable(join(directory, customersFile.path), customersHeader([]), signal)) {
		customers.set(unguardFormula(row.get('customer') ?? ''), customerOf(row));
	}

	return customers;
};

const excludedOf = async (directory: string, signal: AbortSignal | undefined): Promise<Side['excluded']> => {
	const excluded = new Map<string, readonly number[]>();
	for await (const row of readTable(join(directory, excludedFile.path), ['exclusion', 'customer'], signal)) {
		const [customer, number] = [unguardFormula(row.get('customer') ?? ''), countIn(row, 'exclusion')];
		excluded.set(customer, [...new Set([...excluded.get(customer) ?? [], number])]);
	}

	return excluded;
};

/** The accounts of interest by their ids and names, and what else the logs called them by; of the others the id. */
const namedIn = async (directory: string, customers: Side['customers'], signal: AbortSignal | undefined): Promise<readonly NamedAccount[]> => {
	const names = new Map<string, Set<string>>([...customers.values()].flatMap(({employees}) => employees.map(id => [id, new Set<string>()])));
	const add = (account: string, name: string): void => {
		names.set(account, (names.get(account) ?? new Set()).add(name));
	};

	for await (const row of readTable(join(directory, accountsFile.path), ['employee', 'name'], signal)) {
		add(unguardFormula(row.get('employee') ?? ''), unguardFormula(row.get('name') ?? ''));
	}

	for await (const row of readTable(join(directory, identitiesFile.path), identitiesHeader, signal)) {
		if (row.get('kind') === 'employee') {
			add(unguardFormula(row.get('id') ?? ''), unguardFormula(row.get('as_logged') ?? ''));
		}
	}

	return [...names].map(([account, called]) => ({account, names: [...called].filter(name => name !== '' && name !== account)}));
};

const questionOf = ({number, filter, reason = ''}: PackedQuestion): SideQuestion => ({number, filter, reason});

const headOf = async (directory: string): Promise<Side['head']> => {
	const [, seq, hash] = /^(\d+) ([0-9a-f]{64})$/.exec(infoValues(parseBagInfo(await readFile(join(directory, 'bag-info.txt'), 'utf8'), '1.0'), 'Whosaw-Journal-Head')[0] ?? '') ?? [];
	return seq === undefined || hash === undefined ? undefined : {seq: Number(seq), hash};
};

const read = async (directory: string, {path, signal, naming = false}: PackageOperand): Promise<Side> => {
	const method = await readMethod(directory);
	if (!method) {
		throw new ExpectedError('this package names no customers: there is nothing to compare', {where: path, next: 'Compare packages for law-enforcement or internal, or the cases themselves.'});
	}

	const customers = await customersOf(directory, signal);
	return {
		kind: 'package', name: path, head: await headOf(directory), customers, selections: method.selections.map(selection => questionOf(selection)), exclusions: method.exclusions.map(exclusion => questionOf(exclusion)),
		excluded: await excludedOf(directory, signal), sources: method.sources.map(({path: source, sha256}) => ({path: source, sha256})),
		notified: new Map([...customers].flatMap(([id, {notified}]) => notified === undefined ? [] : [[id, notified]])),
		...(naming ? {named: await namedIn(directory, customers, signal)} : {}),
	};
};

/** What a package says, folder or packed. One that does not hold says nothing. */
export const packageSide = async (operand: PackageOperand): Promise<Side> => {
	const {path, identity, signal} = operand;
	let side: Side | undefined;
	const {ok} = await verifyAny(path, {
		...(identity === undefined ? {} : {identity}), ...(signal ? {signal} : {}),
		async also(directory) {
			side = await read(directory, operand);
			return [];
		},
	});
	if (!ok || !side) {
		throw new ExpectedError('this package does not hold: nothing it says is compared', {where: path, next: `whosaw verify ${path} says what is wrong with it.`});
	}

	return side;
};
