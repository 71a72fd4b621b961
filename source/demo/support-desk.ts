import type {Action} from './action.ts';
import {days} from './calendar.ts';
import {makeRandom, type Random} from './random.ts';
import {workOf} from './work.ts';
import type {World} from './world.ts';

const record = (random: Random, number: number, action: Action): string => JSON.stringify({
	event_id: `desk-${number.toString(16).padStart(8, '0')}`,
	timestamp: action.at + random.below(1000),
	actor: {id: action.employee.login, name: action.employee.name},
	action: action.verb,
	customer: {id: action.customer.id},
	fields: action.fields,
	ticket: action.ticket === '' ? null : action.ticket,
	ip: action.ip,
	outcome: random.chance(0.015) ? 'denied' : 'success',
});

/** The day on which a full disk cut one line short. */
const tornDay = 33;

/**
The support desk's audit stream: milliseconds since 1970, nested fields, accounts by login, reads that were denied, and
lines that the queue delivered twice.
*/
export function * supportDesk(world: World): Generator<string> {
	const random = makeRandom(`${world.seed}/desk`);
	let number = 0;
	for (let index = 0; index < days; index++) {
		let text = '';
		for (const [position, action] of workOf(world, random, 'desk', index).entries()) {
			const json = record(random, ++number, action);
			text += `${json}\n`;
			text += random.chance(0.01) ? `${json}\n` : '';
			text += index === tornDay && position === 5 ? `${record(random, ++number, action).slice(0, 90)}\n` : '';
		}

		yield text;
	}
}
