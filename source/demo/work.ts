import {byMoment, officeAddress, type Action} from './action.ts';
import {hour, isWorkday, wallTime} from './calendar.ts';
import type {Customer} from './customers.ts';
import type {Employee, System} from './employees.ts';
import type {Random} from './random.ts';
import type {World} from './world.ts';

/** What a support call shows, most usual first: the log names the fields that were on the screen. */
const callFields: ReadonlyArray<readonly string[]> = [
	['name', 'phone'], ['name', 'email'], ['order_history'], ['name', 'address', 'phone'], ['name', 'email', 'order_history'], ['email', 'phone'], ['email'],
];
const verbs = ['view', 'view', 'view', 'view', 'search', 'update'] as const;

/** Regular callers come first in the list of their country, and more often: real call logs are skewed like that. */
export const caller = (world: World, random: Random, employee: Employee): Customer => {
	const customers = world.customersByCountry.get(random.pick(employee.markets)) ?? world.customers;
	return customers[Math.floor(random.next() * random.next() * customers.length)]!;
};

const ticketFor = (random: Random, employee: Employee): string =>
	employee.team.startsWith('Support') && random.chance(0.88) ? `T${40_000 + random.below(9000)}` : '';

const oneAction = (world: World, random: Random, employee: Employee, at: number): Action => ({
	at,
	employee,
	verb: employee.kind === 'service' ? 'update' : random.pick(verbs),
	customer: caller(world, random, employee),
	fields: random.pick(callFields),
	ticket: ticketFor(random, employee),
	ip: officeAddress(employee),
});

/** How many people sit at a shared desk. */
const sharedBy = 3;

/** Hours are counted, not read from the clock: a night shift across the end of summer time lives one hour twice. */
const shiftOf = (world: World, random: Random, employee: Employee, index: number): Action[] => {
	const heads = employee.kind === 'shared' ? sharedBy : 1;
	const count = Math.round(world.pace * heads * (0.5 + random.next()));
	const [start, end] = employee.shift;
	const from = wallTime(employee.clock, index, start);
	return Array.from({length: count}, () => oneAction(world, random, employee, from + Math.round(random.next() * (end - start) * hour)));
};

/** Who is there: machines and the night desk always, people on workdays but for a day off now and then, few at weekends. */
const isPresent = (random: Random, employee: Employee, index: number): boolean =>
	employee.kind !== 'personal' || random.chance(isWorkday(index) ? 0.93 : 0.12);

/** All ordinary work in one system on one day, in order of time. */
export const workOf = (world: World, random: Random, system: System, index: number): Action[] => world.employees
	.filter(employee => employee.systems.includes(system) && isPresent(random, employee, index))
	.flatMap(employee => shiftOf(world, random, employee, index))
	.toSorted(byMoment);
