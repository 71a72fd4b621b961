import test from 'ava';
import fc from 'fast-check';
import {everything} from '../../source/filter/filter.ts';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

const header = 'timestamp,employee,customer,customer_email,customer_country\n';
const record = fc.record({minute: fc.nat(9), customer: fc.constantFrom('C1', 'C2', 'C3', 'c4@example.com'), email: fc.constantFrom('', 'one@example.com', 'two@example.com'), country: fc.constantFrom('', 'DE', 'FR', 'IT')});
const listed = fc.uniqueArray(fc.record({id: fc.constantFrom('C1', 'C2', 'C3'), email: fc.constantFrom('', 'kept@example.com'), country: fc.constantFrom('', 'SE')}), {selector: ({id}) => id, maxLength: 2});

type Record = {readonly minute: number; readonly customer: string; readonly email: string; readonly country: string};

/** Of the records of the first file that has one, the latest; of one moment, the last. */
const told = (files: ReadonlyArray<readonly Record[]>, customer: string, field: 'email' | 'country'): string | undefined => {
	for (const file of files) {
		const having = file.filter(each => each.customer === customer && each[field] !== '');
		const latest = having.reduce<Record | undefined>((best, each) => best && best.minute > each.minute ? best : each, undefined);
		if (latest) {
			return latest[field];
		}
	}

	return undefined;
};

test('of what logs say of a customer the latest word of the first file counts, where a directory leaves it open', async t => {
	await fc.assert(fc.asyncProperty(fc.array(fc.array(record, {minLength: 1, maxLength: 12}), {minLength: 1, maxLength: 3}), listed, async (files, directory) => {
		const paths = files.map((file, index) => temporaryFile(t, `${index}.csv`, header + file.map(({minute, customer, email, country}, row) => `2026-03-01T00:0${minute}:00Z,E${row},${customer},${email},${country}\n`).join('')));
		const customers = temporaryFile(t, 'customers.csv', `customer,email,country\n${directory.map(({id, email, country}) => `${id},${email},${country}\n`).join('')}`);
		const investigation = await openInvestigation({paths, ...(directory.length > 0 ? {customers: [customers]} : {})});
		try {
			const found = (await investigation.answer({filter: everything})).customers.map(({customer, email, country, countryBasis}) => ({customer, email, country, isLogged: countryBasis === 'log'}));
			const expected = [...new Set(files.flat().map(({customer}) => customer))].map(customer => {
				const known = directory.find(({id}) => id === customer);
				const [email, country] = [told(files, customer, 'email'), told(files, customer, 'country')];
				return {
					customer, email: known?.email || (customer.includes('@') ? customer : email), country: known?.country || country, isLogged: !known?.country && country !== undefined,
				};
			});
			const sorted = (rows: typeof found): typeof found => rows.toSorted((a, b) => a.customer < b.customer ? -1 : 1);
			t.deepEqual(sorted(found), sorted(expected));
		} finally {
			await investigation.close();
		}
	}), {numRuns: 15});
});
