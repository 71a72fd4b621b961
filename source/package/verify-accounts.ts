import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {guardFormula} from '../document/csv.ts';
import {visibleText} from '../document/visible-text.ts';
import {accountsFile, accountsHeader, presenceCell} from './accounts-file.ts';
import {caseFile} from './case-file.ts';
import {fail, orPass, type Finding} from './finding.ts';
import {readTable, TableError, type TableRow} from './read-table.ts';

type Account = Readonly<Record<string, unknown>>;

const accountsOf = (text: string): readonly Account[] | undefined => {
	try {
		const {accounts} = JSON.parse(text) as {readonly accounts?: unknown};
		return Array.isArray(accounts) ? accounts as readonly Account[] : undefined;
	} catch {
		return undefined;
	}
};

/** What both files say of an account, as accounts.csv writes it; what is no value of ours is no cell of ours. */
const stated: Readonly<Record<string, (account: Account) => string>> = {
	employee: ({employee}) => guardFormula(visibleText(String(employee))), customers: ({customers}) => String(customers), events: ({events}) => String(events),
	firstAt: ({firstAt}) => String(firstAt), lastAt: ({lastAt}) => String(lastAt),
	presence({presence}) {
		try {
			return presenceCell(presence as Parameters<typeof presenceCell>[0]);
		} catch {
			return 'what cannot be read';
		}
	},
};

const differenceOf = (row: TableRow, account: Account | undefined): string | undefined => {
	const employee = row.get('employee') ?? '';
	if (!account) {
		return `${accountsFile.path} names the account ${visibleText(employee.slice(0, 80))}, which ${caseFile.path} does not`;
	}

	const column = Object.keys(stated).find(name => row.get(name) !== stated[name]!(account));
	return column === undefined ? undefined : `${column} of the account ${visibleText(employee.slice(0, 80))}: ${accountsFile.path} says "${visibleText((row.get(column) ?? '').slice(0, 120))}" and ${caseFile.path} "${visibleText(stated[column]!(account).slice(0, 120))}"`;
};

/** What is said of each account, beside records of presence too, is the same in both files that say it. */
export const verifyAccounts = async (directory: string, signal?: AbortSignal): Promise<readonly Finding[]> => {
	const accounts = accountsOf(await readFile(join(directory, caseFile.path), 'utf8'));
	if (!accounts) {
		return [];
	}

	const findings: Finding[] = [];
	let index = 0;
	try {
		for await (const row of readTable(join(directory, accountsFile.path), accountsHeader, signal)) {
			const difference = differenceOf(row, accounts[index]);
			findings.push(...difference === undefined ? [] : [fail('accounts', difference)]);
			index++;
		}
	} catch (error) {
		if (error instanceof TableError) {
			// That it is broken is a finding of its own.
			return [];
		}

		throw error;
	}

	return orPass(findings, 'accounts', 'what is said of each account is the same in both files that say it');
};
