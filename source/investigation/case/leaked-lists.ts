import {readFile} from 'node:fs/promises';
import {createHash} from 'node:crypto';
import {ExpectedError} from '../../errors.ts';
import type {Investigation} from '../investigation.ts';
import {pathOfCase} from './case-reading.ts';
import {everything} from '../../filter/filter.ts';
import type {Case} from './open-case.ts';

/** One id or address a line; of several columns the first counts. */
export const listEntries = (text: string): readonly string[] =>
	[...new Set(text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/).map(line => line.split(/[,;\t]/)[0]!.replace(/^"(.*)"$/, '$1').trim()).filter(entry => entry !== ''))];

/** Customers of the exports and directories that an entry means: by id, or by address in any case of letters. */
const resolver = async (investigation: Investigation): Promise<(entry: string) => string | undefined> => {
	const {customers} = await investigation.answer({filter: everything});
	const byId = new Set(customers.map(({customer}) => customer));
	const byEmail = new Map(customers.flatMap(({customer, email}) => email === undefined ? [] : [[email.toLowerCase(), customer] as const]));
	return entry => byId.has(entry) ? entry : byEmail.get(entry.toLowerCase());
};

/** The customers that stand on a frozen list. A list that was changed since is refused. */
export const corroboratedCustomers = async (opened: Case, investigation: Investigation): Promise<ReadonlySet<string>> => {
	if (opened.state.leaked.length === 0) {
		return new Set();
	}

	const resolve = await resolver(investigation);
	const found = new Set<string>();
	for (const {path, sha256} of opened.state.leaked) {
		const bytes = await readFile(pathOfCase(opened.folder, path)).catch((error: unknown) => {
			throw new ExpectedError('a frozen list of leaked customers cannot be read', {where: path, next: 'Give it back to the case folder.', cause: error});
		});
		const now = createHash('sha256').update(bytes).digest('hex');
		if (now !== sha256) {
			throw new ExpectedError(`a frozen list of leaked customers is not what it was: its sha256 was ${sha256} and is ${now}`, {where: path, next: 'Give back the list that was frozen.'});
		}

		for (const entry of listEntries(bytes.toString('utf8'))) {
			const customer = resolve(entry);
			if (customer !== undefined) {
				found.add(customer);
			}
		}
	}

	return found;
};
