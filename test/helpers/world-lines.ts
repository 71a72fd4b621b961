import {gzipSync} from 'node:zlib';
import type {Dice} from './world-dice.ts';
import type {Trouble, World, WorldCustomer, WorldEvent, WorldFile} from './world.ts';
import {place, type Json} from './world-json.ts';
import {makeLedger, type Written} from './world-written.ts';

/** JSON numbers too long for a double are put in as marked text and unmarked at the end. */
const marked = (id: string): string => `<number>${id}</number>`;
const unmark = (json: string): string => json.replaceAll(/"<number>(\d+)<\/number>"/g, '$1');

const customerText = (world: World, customer: WorldCustomer, index: number): string => {
	const {customerAs, bareNumbers} = world.styles.desk;
	const asEmail = customer.listed && (customerAs === 'email' || (customerAs === 'both' && index % 2 === 1));
	if (asEmail) {
		return customerAs === 'both' ? customer.email.replace('customer', 'Customer') : customer.email;
	}

	return bareNumbers ? marked(customer.id) : customer.id;
};

const customersOf = (world: World, event: WorldEvent): unknown => {
	const texts = event.customers.map((customer, index) => customerText(world, customer, index));
	if (texts.length === 0) {
		return null;
	}

	return texts.length === 1 ? texts[0] : texts;
};

const timeOf = (event: WorldEvent, trouble: Trouble | undefined): unknown => {
	if (trouble === 'no-time' || trouble === 'nonsense-date') {
		return trouble === 'no-time' ? null : 'half past nine';
	}

	return Math.floor(event.at / 1000);
};

const blankAsNull = (dice: Dice, text: string): string | null => text.trim() === '' && dice.chance(0.5) ? null : text;

const objectOf = (world: World, dice: Dice, event: WorldEvent, trouble: Trouble | undefined): Json => {
	const {paths, employeeAs} = world.styles.desk;
	const {employee} = event;
	const values: Readonly<Record<string, unknown>> = {
		id: event.nativeId,
		time: timeOf(event, trouble),
		employee: employee === undefined ? null : (employee.listed ? employee[employeeAs] : employee.id),
		activity: event.activity === 'read' ? 'view' : event.activity,
		customer: customersOf(world, event),
		'data-type': event.dataTypes,
		reason: blankAsNull(dice, event.reason),
		outcome: event.outcome === 'unknown' ? null : event.outcome,
		ip: event.ip,
	};
	const made: Json = {};
	for (const role of dice.some(Object.keys(values), Object.keys(values).length)) {
		place(made, paths[role]!, values[role]);
	}

	return dice.chance(0.1) ? {...made, note: 'näive "text"\n, 5 €'} : made;
};

const lineOf = (world: World, dice: Dice, event: WorldEvent, trouble: Trouble | undefined): string => {
	if (trouble === 'no-object') {
		return dice.pick(['42', '"text"', 'null', '[]', 'true']);
	}

	const json = unmark(JSON.stringify(objectOf(world, dice, event, trouble)));
	return trouble === 'torn' ? json.slice(0, dice.between(5, json.length - 1)) : json;
};

/** Gzip members one after the other are one file: cut anywhere, also within a line. */
const compressed = (content: Buffer, members: number): Buffer => {
	const size = Math.ceil(content.length / members);
	return Buffer.concat(Array.from({length: members}, (_, index) => gzipSync(content.subarray(index * size, (index + 1) * size))));
};

/** The support desk's stream: one JSON object a line, keys in any order, milliseconds since 1970, compressed. */
export const writeDesk = (world: World, dice: Dice, file: WorldFile): Written => {
	const {members, lastLineEnds} = world.styles.desk;
	const ledger = makeLedger(text => Buffer.from(text));
	for (const [index, entry] of file.entries.entries()) {
		const text = entry.fate === 'nothing' ? '' : lineOf(world, dice, entry.event, entry.fate === 'rejected' ? entry.trouble : undefined);
		const isLast = index === file.entries.length - 1;
		ledger.add(text, {entry, lineEnd: isLast && !lastLineEnds && text !== '' ? '' : '\n'});
	}

	return ledger.close(file, content => compressed(content, members));
};
