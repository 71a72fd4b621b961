import type {CustomerSort} from '../../source/investigation/investigation.ts';
import type {CustomerRow, EventRow} from '../../source/records/answer.ts';
import type {FakeWorld} from './fake-world.ts';

type Matched = {readonly reached: ReadonlyMap<EventRow, readonly string[]>};

const keys: Readonly<Record<CustomerSort, (row: CustomerRow) => string | number>> = {
	id: ({customer}) => customer, country: ({country}) => country ?? '', events: ({events}) => events,
	employees: ({employees}) => employees.length, first: ({firstAt}) => firstAt, last: ({lastAt}) => lastAt,
};

const compare = (a: string | number, b: string | number): number => a < b ? -1 : Number(a > b);

/** The affected customers of the invented world. */
export const fakeCustomers = (world: FakeWorld, {reached}: Matched, {sort = 'id', descending}: {readonly sort?: CustomerSort; readonly descending: boolean}): readonly CustomerRow[] => {
	const byCustomer = new Map<string, EventRow[]>();
	for (const [event, customers] of reached) {
		for (const customer of event.outcome === 'success' ? customers : []) {
			byCustomer.set(customer, [...byCustomer.get(customer) ?? [], event]);
		}
	}

	const rows = [...byCustomer].map(([customer, events]): CustomerRow => ({
		customer, email: `${customer.toLowerCase()}@example.com`, name: 'Pat Example', country: world.countries.get(customer) ?? 'unknown',
		dataTypes: [...new Set(events.flatMap(({dataTypes}) => dataTypes))].toSorted(), events: events.length,
		employees: [...new Set(events.flatMap(({employee}) => employee ?? []))].toSorted(),
		firstAt: Math.min(...events.map(({at}) => at)), lastAt: Math.max(...events.map(({at}) => at)),
	}));
	return rows.toSorted((a, b) => (descending ? -1 : 1) * compare(keys[sort](a), keys[sort](b)) || compare(a.customer, b.customer));
};
