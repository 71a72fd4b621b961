import {byMoment, officeAddress, type Action} from './action.ts';
import {isWorkday, wallTime} from './calendar.ts';
import type {Customer} from './customers.ts';
import type {Employee} from './employees.ts';
import type {Random} from './random.ts';

/** Two ways to leak: much in a few nights, or a little every day. Both are among the ordinary work of the same accounts. */
export type Insiders = {
	readonly harvester: Employee;
	readonly harvest: readonly Action[];
	readonly seller: Employee;
	readonly sale: readonly Action[];
};

type People = {
	readonly employees: readonly Employee[];
	readonly customers: readonly Customer[];
	readonly customersByCountry: ReadonlyMap<string, readonly Customer[]>;
};

/** Days of the world: 1 to 20 October, and 26 August to 20 October. */
const harvestDays = [66, 85] as const;
const saleDays = [30, 85] as const;
const soldMarket = 'GB';

/** From home, through the company's remote access: another address than the desk's. */
const remoteAddress = '198.51.100.23';

const nightOf = (random: Random, employee: Employee, night: number, customers: readonly Customer[]): Action[] => {
	let at = wallTime(employee.clock, night, 22 + random.next());
	return Array.from({length: random.between(60, 110)}, () => {
		at += random.between(8, 40) * 1000;
		return {at, employee, verb: 'view', customer: random.pick(customers), fields: ['email'], ticket: '', ip: remoteAddress};
	});
};

const makeHarvest = (random: Random, employee: Employee, customers: readonly Customer[]): Action[] => {
	const actions: Action[] = [];
	for (let night = harvestDays[0]; night <= harvestDays[1]; night++) {
		if (random.chance(0.6)) {
			actions.push(...nightOf(random, employee, night, customers));
		}
	}

	return actions;
};

const makeSale = (random: Random, employee: Employee, customers: readonly Customer[]): Action[] => {
	const actions: Action[] = [];
	for (let index = saleDays[0]; index <= saleDays[1]; index++) {
		for (let count = isWorkday(index) ? random.between(3, 7) : 0; count > 0; count--) {
			const at = wallTime(employee.clock, index, employee.shift[0] + (random.next() * 8));
			const ticket = random.chance(0.4) ? `T${40_000 + random.below(9000)}` : '';
			actions.push({at, employee, verb: 'view', customer: random.pick(customers), fields: ['email', 'phone'], ticket, ip: officeAddress(employee)});
		}
	}

	return actions.toSorted(byMoment);
};

const memberOf = (employees: readonly Employee[], team: string, index: number): Employee =>
	employees.filter(employee => employee.team === team && employee.kind === 'personal')[index]!;

export const makeInsiders = (random: Random, {employees, customers, customersByCountry}: People): Insiders => {
	const harvester = memberOf(employees, 'Support Americas', random.between(2, 10));
	const seller = memberOf(employees, 'Support Europe', random.between(2, 8));
	return {
		harvester, harvest: makeHarvest(random, harvester, customers),
		seller, sale: makeSale(random, seller, customersByCountry.get(soldMarket) ?? customers),
	};
};
