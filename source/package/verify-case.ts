import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {caseFile, caseSchemaName} from './case-file.ts';
import {fail, pass, type Finding} from './finding.ts';

export type CaseSummary = {readonly findings: readonly Finding[]; readonly customers?: number; readonly accounts?: number; readonly events?: number; readonly excluded?: number; /** Customers whom only lists name, where the totals say it. */ readonly inferred?: number};

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : {};

const countOf = (value: unknown): number | undefined => Number.isSafeInteger(value) ? Number(value) : undefined;

const parse = (text: string): Fields => {
	try {
		return fieldsOf(JSON.parse(text));
	} catch {
		return {};
	}
};

/** What case.json states that other files state too. */
export const verifyCase = async (directory: string): Promise<CaseSummary> => {
	const value = parse(await readFile(join(directory, caseFile.path), 'utf8'));
	if (value['schema'] !== caseSchemaName) {
		return {findings: [fail('case', `${caseFile.path} is not ${caseSchemaName}: it is broken, or of another version of whosaw`)]};
	}

	const accessed = countOf(fieldsOf(fieldsOf(value['counts'])['accessed'])['customers']);
	const totals = fieldsOf(value['totals']);
	const {accounts} = value;
	const [customers, events] = [countOf(totals['customers']), countOf(totals['events'])];
	if (accessed === undefined || customers === undefined || events === undefined || accessed !== customers) {
		return {findings: [fail('case', `${caseFile.path} does not state the counts, or states another number of customers accessed than in its totals`)]};
	}

	const inferred = countOf(totals['inferred']);
	return {...(inferred === undefined ? {} : {inferred}), findings: [pass('case', `${caseFile.path} can be read`)], customers, events, ...(Array.isArray(accounts) ? {accounts: accounts.length} : {})};
};
