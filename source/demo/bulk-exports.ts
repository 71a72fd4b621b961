import {officeAddress} from './action.ts';
import {days, isWorkday, wallTime} from './calendar.ts';
import type {Employee} from './employees.ts';
import {makeRandom, type Random} from './random.ts';
import {caller} from './work.ts';
import type {World} from './world.ts';

const header = ['timestamp', 'user_id', 'action', 'report', 'customer_ids', 'record_count', 'fields', 'reason', 'ip'];

const reports: ReadonlyArray<{readonly report: string; readonly fields: string; readonly reason: string; readonly most: number}> = [
	{report: 'Newsletter recipients', fields: 'email', reason: 'CAMPAIGN-2020-Q3', most: 900},
	{report: 'Orders by region', fields: 'order_history|address', reason: 'Monthly report', most: 400},
	{report: 'Dormant accounts', fields: 'name|email', reason: '', most: 250},
];

type Export = {readonly at: number; readonly employee: Employee; readonly report: string; readonly customers: readonly string[]; readonly count: number; readonly fields: string; readonly reason: string};

const line = ({at, employee, report, customers, count, fields, reason}: Export): string =>
	[new Date(at).toISOString(), employee.email, 'export', report, customers.join(';'), String(count), fields, reason, officeAddress(employee)].join('\t') + '\n';

/** An export that only says how many customers it holds. */
const counted = (random: Random, employee: Employee, index: number): Export => {
	const {most, ...report} = random.pick(reports);
	return {...report, at: wallTime(employee.clock, index, 8 + (random.next() * 9)), employee, customers: [], count: random.between(20, most)};
};

/** An export that names everybody in it, in one long cell. */
const listed = (world: World, random: Random, employee: Employee): Export => {
	const customers = [...new Set(Array.from({length: 140}, () => caller(world, random, employee).id))];
	return {at: wallTime(employee.clock, 79, 11.4), employee, report: 'Callback list', customers, count: customers.length, fields: 'name|phone', reason: 'T44170'};
};

/** The warehouse's list of bulk exports: UTC with a `Z`, tabs, accounts by e-mail; most name nobody and give a number. */
export function * bulkExports(world: World): Generator<string> {
	const random = makeRandom(`${world.seed}/bulk`);
	const users = world.employees.filter(employee => employee.systems.includes('bulk'));
	yield header.join('\t') + '\n';
	for (let index = 0; index < days; index++) {
		for (const employee of users) {
			if (isWorkday(index) && random.chance(0.12)) {
				yield line(counted(random, employee, index));
			}
		}

		if (index === 79) {
			yield line(listed(world, random, world.insiders.seller));
		}
	}
}
