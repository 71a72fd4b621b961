import {byMoment, type Action} from './action.ts';
import {days, firstDay, day, losAngeles, naiveText, type Moment} from './calendar.ts';
import {makeRandom, type Random} from './random.ts';
import {workOf} from './work.ts';
import type {World} from './world.ts';

const header = ['event_id', 'timestamp', 'user_id', 'user_name', 'action', 'customer_id', 'fields', 'ticket', 'ip', 'notes'];
const byteOrderMark = '\uFEFF';
const lineEnd = '\r\n';

/** Free text as people type it: several lines, quotation marks, commas. */
const notes = [
	'Customer called about a late parcel.\r\nPromised to call back, see ticket.',
	'Said: "never received it",\r\nsent again by express',
	'Moved house; new address checked, invoice, warranty and returns explained',
	'Voucher "WELCOME10" did not work\r\n\r\nfixed by hand',
] as const;

const cell = (text: string): string => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const line = (cells: readonly string[]): string => cells.map(text => cell(text)).join(',') + lineEnd;

const cellsOf = (random: Random, number: number, action: Action): string[] => [
	`CRM-${String(number).padStart(7, '0')}`, naiveText(losAngeles, action.at), action.employee.id, action.employee.name, action.verb, action.customer.id,
	action.fields.join('|'), action.ticket, action.ip, random.chance(0.03) ? random.pick(notes) : '',
];

/** Rows as a broken export job leaves them: each must end as a rejected record with its reason, and none may take its neighbours along. */
const broken = (random: Random, cells: readonly string[]): string => {
	const [id, ...rest] = cells;
	switch (random.below(3)) {
		case 0: {
			return line(cells.slice(0, random.between(2, 7)));
		}

		case 1: {
			return line([id!, '2020-02-30 10:15:00', ...rest.slice(1)]);
		}

		default: {
			return line([id!, '31/31/2020', ...rest.slice(1)]);
		}
	}
};

/** One row in the middle of the world opens a quotation mark and never closes it. */
const tornDay = 58;
const torn = (cells: readonly string[]): string => [...cells.slice(0, -1), '"Customer hung up'].join(',') + lineEnd;

const insidersOn = (world: World, start: Moment): Action[] =>
	[...world.insiders.harvest, ...world.insiders.sale].filter(({at}) => at >= start && at < start + day);

/**
The CRM's access log: naive Pacific time, byte order mark, CRLF, notes of several lines, a few broken rows, and some
rows that the export job delivered twice under the same event id.
*/
export function * crmAccess(world: World): Generator<string> {
	const random = makeRandom(`${world.seed}/crm`);
	let number = 0;
	yield byteOrderMark + line(header);
	for (let index = 0; index < days; index++) {
		const actions = [...workOf(world, random, 'crm', index), ...insidersOn(world, firstDay + (index * day))].toSorted(byMoment);
		let text = '';
		for (const [position, action] of actions.entries()) {
			const cells = cellsOf(random, ++number, action);
			const row = line(cells);
			text += row;
			text += random.chance(0.004) ? row : '';
			text += random.chance(0.0004) ? broken(random, cellsOf(random, ++number, action)) : '';
			text += index === tornDay && position === 7 ? torn(cellsOf(random, ++number, action)) : '';
		}

		yield text;
	}
}
