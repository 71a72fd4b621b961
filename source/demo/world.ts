import {makeCustomers, type Customer} from './customers.ts';
import {makeEmployees, type Employee} from './employees.ts';
import {makeInsiders, type Insiders} from './insiders.ts';
import {makeRandom} from './random.ts';

export type DemoSize = 'small' | 'large';

/** The retailer: who works there, whose data it holds, and the two accounts that the investigation is about. */
export type World = {
	readonly seed: number;
	readonly employees: readonly Employee[];
	readonly customers: readonly Customer[];
	readonly customersByCountry: ReadonlyMap<string, readonly Customer[]>;
	/** How many customers an account opens in one shift and system, about. */
	readonly pace: number;
	readonly insiders: Insiders;
};

/** Small opens in a moment and still has something to find; large is for those who want to see it work. */
const sizes: Readonly<Record<DemoSize, {readonly personal: number; readonly customers: number; readonly pace: number}>> = {
	small: {personal: 38, customers: 6000, pace: 13},
	large: {personal: 380, customers: 60_000, pace: 64},
};

const groupByCountry = (customers: readonly Customer[]): ReadonlyMap<string, readonly Customer[]> => {
	const groups = new Map<string, Customer[]>();
	for (const customer of customers) {
		const group = groups.get(customer.country) ?? [];
		group.push(customer);
		groups.set(customer.country, group);
	}

	return groups;
};

export const makeWorld = (seed: number, size: DemoSize): World => {
	const {personal, customers: count, pace} = sizes[size];
	const employees = makeEmployees(makeRandom(`${seed}/employees`), personal);
	const customers = makeCustomers(makeRandom(`${seed}/customers`), count);
	const customersByCountry = groupByCountry(customers);
	const insiders = makeInsiders(makeRandom(`${seed}/insiders`), {employees, customers, customersByCountry});
	return {seed, employees, customers, customersByCountry, pace, insiders};
};
