import type {World} from './world.ts';

const cell = (text: string): string => /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const line = (cells: readonly string[]): string => cells.map(text => cell(text)).join(',') + '\n';

/** Accounts with their aliases: the logs know them by id, by login or by e-mail address. */
export function * employeeDirectory(world: World): Generator<string> {
	yield line(['id', 'login', 'email', 'name', 'team', 'role', 'site', 'country', 'hired', 'left']);
	for (const employee of world.employees) {
		yield line([
			employee.id, employee.login, employee.email, employee.name, employee.team, employee.role, employee.site, employee.country, employee.hired, employee.left,
		]);
	}
}

/** Customers with the country of residence, of the bill and of the shop, and who controls their data. */
export function * customerDirectory(world: World): Generator<string> {
	yield line(['id', 'email', 'name', 'residence_country', 'billing_country', 'market', 'controller', 'language']);
	for (const customer of world.customers) {
		yield line([
			customer.id, customer.email, customer.name, customer.country, customer.billingCountry, customer.market, customer.controller, customer.language,
		]);
	}
}
