import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {formatCount} from '../document/format-number.ts';
import {fail, pass, type Finding} from './finding.ts';
import {leadsSchemaName} from './leads-document.ts';
import {leadsFile} from './leads-file.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : {};

const parse = (text: string): Fields => {
	try {
		return fieldsOf(JSON.parse(text));
	} catch {
		return {};
	}
};

/** One list is known by its own hash; several by the hash of theirs, a line each. */
const hashOfLists = (frozen: readonly string[]): string | undefined => frozen.length < 2 ? frozen[0] : createHash('sha256').update(frozen.map(sha256 => `${sha256}\n`).join('')).digest('hex');

const problemOf = (document: Fields, frozen: readonly string[] | undefined): string | undefined => {
	const {schema, leaked, leads = [], behaviour, caveats} = document;
	if (schema !== leadsSchemaName || !Array.isArray(leads) || !Array.isArray(behaviour) || !Array.isArray(caveats)) {
		return `is not ${leadsSchemaName}: it is broken, or of another version of whosaw`;
	}

	if (leads.some((lead, index) => fieldsOf(lead)['rank'] !== index + 1)) {
		return 'has a lead too few or too many: its ranks do not count from 1';
	}

	return frozen === undefined || fieldsOf(leaked)['sha256'] === hashOfLists(frozen) ? undefined : 'ranks another list of leaked customers than the one that the journal says was frozen';
};

/** The leads are of the list that was frozen, and are there where one was. `frozen` are the hashes of the lists by the journal; undefined where it tells none. */
export const verifyLeads = async (directory: string, {has, frozen}: {readonly has: boolean; readonly frozen: readonly string[] | undefined}): Promise<readonly Finding[]> => {
	if (!has) {
		return frozen && frozen.length > 0 ? [fail('leads', `missing: the journal says that ${formatCount(frozen.length, 'list')} of leaked customers ${frozen.length === 1 ? 'was' : 'were'} frozen, and ${leadsFile.path} is not there`)] : [];
	}

	const problem = problemOf(parse(await readFile(join(directory, leadsFile.path), 'utf8')), frozen);
	return [problem === undefined ? pass('leads', `${leadsFile.path} can be read: an inference, kept apart from the facts`) : fail('leads', `${leadsFile.path} ${problem}`)];
};
