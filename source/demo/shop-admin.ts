import type {Action} from './action.ts';
import {days, offsetText} from './calendar.ts';
import {makeRandom, type Random} from './random.ts';
import {workOf} from './work.ts';
import type {World} from './world.ts';

const pages: ReadonlyArray<{readonly page: string; readonly fields: readonly string[]}> = [
	{page: '/admin/orders', fields: ['order_history', 'email']},
	{page: '/admin/customers', fields: ['name', 'email', 'address']},
	{page: '/admin/refunds', fields: ['order_history', 'payment_card']},
];

const record = (random: Random, number: number, action: Action): string => {
	const {page, fields} = random.pick(pages);
	return JSON.stringify({
		event_id: `shop-${number}`,
		timestamp: offsetText(action.employee.clock, action.at),
		user_email: action.employee.email,
		action: action.verb,
		customer_email: action.customer.email,
		resource: page,
		fields,
		ip: action.ip,
	});
};

/**
The shop's administration log: one JSON document around one array, times with the offset of the site, accounts and
customers by e-mail address, no reasons.
*/
export function * shopAdmin(world: World): Generator<string> {
	const random = makeRandom(`${world.seed}/shop`);
	let number = 0;
	yield '{"shop": "Example Retail", "exported_at": "2020-11-09T08:00:00-08:00", "events": [';
	for (let index = 0; index < days; index++) {
		let text = '';
		for (const action of workOf(world, random, 'shop', index)) {
			text += `${number > 0 ? ',' : ''}\n\t${record(random, ++number, action)}`;
		}

		yield text;
	}

	yield '\n]}\n';
}
