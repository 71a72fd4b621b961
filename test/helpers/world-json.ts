import type {Dice} from './world-dice.ts';
import {impossible, nonsense, offsetText, timeText} from './world-times.ts';
import type {Trouble, World, WorldEvent, WorldFile} from './world.ts';
import {makeLedger, type Written} from './world-written.ts';

/** A JSON object being made. */
export type Json = Record<string, unknown>;

/** `event.created`, `fields[]` and `customers[].id`, written as deep as they say. */
export const place = (target: Json, path: string, value: unknown): void => {
	const [key, ...rest] = path.split('.');
	const name = key!.replace('[]', '');
	if (key!.endsWith('[]')) {
		const list = value === null ? [] : [value].flat();
		target[name] = rest.length === 0 ? list : list.map(item => ({[rest.join('.')]: item}));
	} else if (rest.length === 0) {
		target[name] = value;
	} else {
		target[name] ??= {};
		place(target[name] as Json, rest.join('.'), value);
	}
};

const timeOf = (event: WorldEvent, trouble: Trouble | undefined): string => {
	const wrong: Partial<Record<Trouble, string>> = {'no-time': '', 'nonsense-date': nonsense, 'impossible-date': timeText('iso', impossible)};
	return (trouble && wrong[trouble]) ?? offsetText(Math.floor(event.at / 1000));
};

const elementOf = (world: World, dice: Dice, event: WorldEvent, trouble: Trouble | undefined): string => {
	if (trouble === 'no-object') {
		return dice.pick(['42', '"text, with {brackets]"', 'null', 'true']);
	}

	const emails = event.customers.map(({email}) => email);
	const values: Readonly<Record<string, unknown>> = {
		id: event.nativeId,
		time: timeOf(event, trouble),
		employee: event.employee?.listed ? event.employee.email : event.employee?.id,
		activity: event.activity === 'read' ? 'view' : event.activity,
		customer: emails.length > 1 ? emails : emails[0],
		'data-type': event.dataTypes.length === 1 ? event.dataTypes[0] : event.dataTypes,
		reason: event.reason,
		outcome: event.outcome === 'unknown' ? undefined : event.outcome,
		ip: event.ip,
	};
	const made: Json = {};
	for (const [role, value] of Object.entries(values)) {
		if (value !== undefined) {
			place(made, world.styles.shop.paths[role]!, value);
		}
	}

	return JSON.stringify(dice.chance(0.1) ? {...made, comment: 'a "bracket": ]} and {[, näive'} : made, undefined, dice.chance(0.2) ? 2 : undefined);
};

/** The shop's export: one JSON document around one array. */
export const writeShop = (world: World, dice: Dice, file: WorldFile): Written => {
	const {wrapper, separator} = world.styles.shop;
	const ledger = makeLedger(text => Buffer.from(text));
	ledger.add(wrapper === 'array' ? '[' : '{"shop": "Example [Retail", "page": {"of": 1, "list": []}, "events": [\n');
	for (const [index, entry] of file.entries.entries()) {
		if (entry.fate !== 'nothing') {
			ledger.add(index === 0 ? '' : separator);
			ledger.add(elementOf(world, dice, entry.event, entry.fate === 'rejected' ? entry.trouble : undefined), {entry, lineEnd: ''});
		}
	}

	ledger.add(wrapper === 'array' ? ']' : '\n], "exported": true}\n');
	return ledger.close(file);
};
