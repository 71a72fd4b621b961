import {join} from 'node:path';
import {formatCount} from '../document/format-number.ts';
import {accountsFile, accountsHeader, rolesHeader} from './accounts-file.ts';
import {changesFile, changesHeader} from './changes-file.ts';
import {countsHeader, distinctRow, sumRow} from './count-files.ts';
import {excludedFile, excludedHeader} from './excluded-file.ts';
import {fail, pass, type CheckName, type Finding} from './finding.ts';
import {notificationFile, notificationHeader} from './notification-file.ts';
import {othersFile, othersHeader} from './others-file.ts';
import type {PackageFile} from './payload.ts';
import {readLines} from './read-lines.ts';
import {countIn} from './read-table.ts';
import {redactionFile} from './redaction-file.ts';
import {unusedFile, unusedHeader} from './unused-file.ts';
import {eachRow, type RowsSummary} from './verify-tables.ts';

type Counted = {readonly check: CheckName; readonly file: PackageFile; readonly required: readonly string[]};

/** Tables of which the number of rows is stated elsewhere, or nothing is. */
export const countedTables = {
	accounts: {check: 'accounts', file: accountsFile, required: accountsHeader.filter(name => (rolesHeader as readonly string[]).includes(name))},
	excluded: {check: 'excluded', file: excludedFile, required: excludedHeader},
	others: {check: 'others', file: othersFile, required: othersHeader},
	unused: {check: 'tables', file: unusedFile, required: unusedHeader},
	changes: {check: 'tables', file: changesFile, required: changesHeader},
} as const satisfies Readonly<Record<string, Counted>>;

/** Accounts behind a row: one, or as many as a role has. */
export const verifyCounted = async (table: Counted, directory: string, signal?: AbortSignal): Promise<RowsSummary> => {
	let rows = 0;
	const findings = await eachRow({...table, directory, signal}, row => {
		rows += table.check === 'accounts' && row.has('accounts') ? countIn(row, 'accounts') : 1;
		return undefined;
	});
	return {findings, rows};
};

/** The customers of all places are all customers. */
export const verifyNotification = async (directory: string, signal?: AbortSignal): Promise<RowsSummary> => {
	let rows = 0;
	const findings = await eachRow({check: 'notification', file: notificationFile, required: notificationHeader, directory, signal}, row => {
		rows += countIn(row, 'accessed');
		return undefined;
	});
	return {findings, rows};
};

export type CountsSummary = {readonly findings: readonly Finding[]; readonly file: string; readonly customers?: number; readonly records?: number};

/** Every table of counts: its rows make its sum, and the distinct number is told to the others. */
export const verifyCountFile = async (file: PackageFile, directory: string, signal?: AbortSignal): Promise<CountsSummary> => {
	let [sum, customers, records]: [number, number | undefined, number | undefined] = [0, undefined, undefined];
	const findings = await eachRow({check: 'tables', file, required: countsHeader, directory, signal}, row => {
		const [name] = row.values();
		const count = countIn(row, 'customers');
		if (name === distinctRow) {
			customers = count;
			records = countIn(row, 'records');
		} else if (name === sumRow) {
			return count === sum ? undefined : `the rows make ${sum} customers and not ${count}`;
		} else {
			sum += count;
		}

		return undefined;
	});
	const missing = customers === undefined ? [fail('tables', `${file.path} lacks the row "${distinctRow}"`)] : [];
	return {findings: [...findings, ...missing], file: file.path.slice('data/'.length), ...(customers === undefined ? {} : {customers}), ...(records === undefined ? {} : {records})};
};

/** Every line of the log of what was left out names a file and a reason. */
export const verifyRedactions = async (directory: string, signal?: AbortSignal): Promise<RowsSummary> => {
	const findings: Finding[] = [];
	let rows = 0;
	const isRedaction = (text: string | undefined): boolean => {
		try {
			const {file, what, why} = JSON.parse(text ?? '') as Readonly<Record<string, unknown>>;
			return [file, what, why].every(value => typeof value === 'string');
		} catch {
			return false;
		}
	};

	for await (const line of readLines(join(directory, redactionFile.path), signal)) {
		rows++;
		if (!isRedaction(line.text)) {
			findings.push(fail('redaction', `${redactionFile.path}, line ${line.number} ${line.problem ?? 'does not say what was left out and why'}`));
		}
	}

	return {findings: findings.length > 0 ? findings : [pass('redaction', `${redactionFile.path} can be read: ${formatCount(rows, 'line')}`)], rows};
};
