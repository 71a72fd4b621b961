import {join} from 'node:path';
import {formatCount} from '../document/format-number.ts';
import {visibleText} from '../document/visible-text.ts';
import {customersFile, customersHeader} from './customers-file.ts';
import {exposuresFile, exposuresHeader} from './exposures-file.ts';
import {fail, pass, type CheckName, type Finding} from './finding.ts';
import type {PackageFile} from './payload.ts';
import {readLines} from './read-lines.ts';
import {countIn, readTable, TableError, type TableRow} from './read-table.ts';
import {rejectedFile} from './rejected-file.ts';
import {sourcesFile, sourcesHeader} from './sources-file.ts';

/** What one table says, and what is wrong inside it. */
type Summary<Value> = Value & {readonly findings: readonly Finding[]};

export type CustomersSummary = Summary<{readonly customers: ReadonlySet<string>; readonly rows: number; /** Customers whom only lists behind bulk exports name; absent where it has no such column. */ readonly inferred?: number}>;
export type ExposuresSummary = Summary<{readonly customers: ReadonlySet<string>; readonly rows: number; readonly evidence: ReadonlySet<string>}>;
export type SourcesSummary = Summary<{
	readonly hashes: ReadonlySet<string>;
	readonly sources: number;
	readonly read: number; readonly kept: number; readonly duplicate: number; readonly rejected: number;
}>;
export type RejectedSummary = Summary<{readonly rows: number}>;

export type RowsSummary = Summary<{readonly rows: number}>;

type Table = {readonly check: CheckName; readonly file: PackageFile; readonly required: readonly string[]; readonly directory: string; readonly signal: AbortSignal | undefined};

/** Gives each row to `take`; a broken table is one finding and ends there. */
export const eachRow = async ({check, file, required, directory, signal}: Table, take: (row: TableRow, record: number) => string | undefined): Promise<readonly Finding[]> => {
	const findings: Finding[] = [];
	let record = 0;
	try {
		for await (const row of readTable(join(directory, file.path), required, signal)) {
			record++;
			const problem = take(row, record);
			if (problem !== undefined) {
				findings.push(fail(check, `${file.path}, row ${record}: ${problem}`));
			}
		}
	} catch (error) {
		if (!(error instanceof TableError)) {
			throw error;
		}

		findings.push(fail(check, `${file.path} ${error.message}`));
	}

	return findings.length > 0 ? findings : [pass(check, `${file.path} can be read: ${formatCount(record, 'row')}`)];
};

export const verifyCustomers = async (directory: string, signal?: AbortSignal): Promise<CustomersSummary> => {
	const customers = new Set<string>();
	let rows = 0;
	let inferred: number | undefined;
	const findings = await eachRow({check: 'customers', file: customersFile, required: customersHeader([]), directory, signal}, row => {
		rows++;
		const customer = row.get('customer') ?? '';
		const twice = customers.has(customer);
		customers.add(customer);
		if (row.has('inferred')) {
			const [events, ofLists] = [countIn(row, 'events'), countIn(row, 'inferred')];
			inferred = (inferred ?? 0) + (ofLists === events ? 1 : 0);
			if (ofLists > events) {
				return `${ofLists} of ${events} events name ${visibleText(customer)} in a list`;
			}
		}

		return twice ? `the customer ${visibleText(customer)} stands twice` : undefined;
	});
	return {findings, customers, rows, ...(inferred === undefined ? {} : {inferred})};
};

export const verifyExposures = async (directory: string, signal?: AbortSignal): Promise<ExposuresSummary> => {
	const customers = new Set<string>();
	const evidence = new Set<string>();
	let rows = 0;
	const findings = await eachRow({check: 'exposures', file: exposuresFile, required: exposuresHeader, directory, signal}, row => {
		rows++;
		customers.add(row.get('customer') ?? '');
		const ids = (row.get('evidence') ?? '').split(';').filter(id => id !== '');
		for (const id of ids) {
			evidence.add(id);
		}

		return ids.length === 0 ? 'no evidence is named' : undefined;
	});
	return {findings, customers, rows, evidence};
};

const sourceProblem = (row: TableRow, counts: {readonly read: number; readonly kept: number; readonly duplicate: number; readonly rejected: number}): string | undefined => {
	const path = visibleText(row.get('path') ?? '');
	if (counts.read !== counts.kept + counts.duplicate + counts.rejected) {
		return `the records of ${path} do not add up: read ${counts.read} is not kept ${counts.kept} + duplicate ${counts.duplicate} + rejected ${counts.rejected}`;
	}

	const after = row.get('sha256After') ?? '';
	return after === '' || after === row.get('sha256') ? undefined : `${path} changed during the analysis: sha256 ${visibleText(row.get('sha256') ?? '')}, afterwards ${visibleText(after)}`;
};

export const verifySources = async (directory: string, signal?: AbortSignal): Promise<SourcesSummary> => {
	const hashes = new Set<string>();
	const sums = {sources: 0, read: 0, kept: 0, duplicate: 0, rejected: 0};
	const findings = await eachRow({check: 'sources', file: sourcesFile, required: sourcesHeader, directory, signal}, row => {
		const counts = {read: countIn(row, 'read'), kept: countIn(row, 'kept'), duplicate: countIn(row, 'duplicate'), rejected: countIn(row, 'rejected')};
		hashes.add(row.get('sha256') ?? '');
		sums.sources++;
		sums.read += counts.read;
		sums.kept += counts.kept;
		sums.duplicate += counts.duplicate;
		sums.rejected += counts.rejected;
		return sourceProblem(row, counts);
	});
	return {findings, hashes, ...sums};
};

const isObject = (text: string | undefined): boolean => {
	try {
		const value: unknown = JSON.parse(text ?? '');
		return typeof value === 'object' && value !== null && !Array.isArray(value);
	} catch {
		return false;
	}
};

export const verifyRejected = async (directory: string, signal?: AbortSignal): Promise<RejectedSummary> => {
	const findings: Finding[] = [];
	let rows = 0;
	for await (const line of readLines(join(directory, rejectedFile.path), signal)) {
		rows++;
		if (!isObject(line.text)) {
			findings.push(fail('rejected', `${rejectedFile.path}, line ${line.number} ${line.problem ?? 'is not a JSON object'}`));
		}
	}

	return {findings: findings.length > 0 ? findings : [pass('rejected', `${rejectedFile.path} can be read: ${formatCount(rows, 'line')}`)], rows};
};
