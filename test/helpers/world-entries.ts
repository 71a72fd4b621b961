import type {Dice} from './world-dice.ts';
import type {Entry, Filler, Trouble, WorldEvent, WorldFile, WorldFrame} from './world.ts';
import {earlierTwin} from './world-zone.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const dataTypes = ['email', 'phone', 'name', 'address', 'order_history', 'payment_card'] as const;
const addresses = ['10.4.0.7', '10.4.255.1', '10.5.0.1', '192.0.2.9', '2001:db8::7'] as const;

/** Mostly days around the middle; often within two hours of it, where the clocks change. */
const momentNear = (frame: WorldFrame, dice: Dice): number => {
	const span = dice.chance(0.25) ? 120 * minute : 12 * day;
	return Math.floor(frame.middle + ((dice.next() - 0.5) * 2 * span));
};

/** Times are as fine as their file can say: a second or a microsecond in the CRM, a millisecond elsewhere. */
const timeIn = (frame: WorldFrame, dice: Dice, kind: WorldFile['kind']): number => {
	const at = momentNear(frame, dice);
	if (kind !== 'crm') {
		return at * 1000;
	}

	const seconds = Math.floor(earlierTwin(frame.zone, at) / 1000);
	return (seconds * 1_000_000) + (frame.styles.crm.time === 'microseconds' ? dice.between(0, 999_999) : 0);
};

const ordinary = (frame: WorldFrame, dice: Dice, kind: WorldFile['kind'], number: number): WorldEvent => {
	const activity = dice.pick(['read', 'read', 'read', 'update', 'search', 'login'] as const);
	// Without customers a search would leave the number of affected customers open: rare, or no world had an upper bound
	const needsCustomer = activity === 'search' && !dice.chance(0.05);
	const customers = activity === 'login' || (!needsCustomer && dice.chance(0.05)) ? [] : dice.some(frame.customers, dice.pick([1, 1, 1, 1, 2, 4]));
	return {
		nativeId: String(number),
		at: timeIn(frame, dice, kind),
		employee: dice.chance(0.03) ? undefined : dice.pick(frame.employees),
		activity,
		customers,
		dataTypes: customers.length === 0 || dice.chance(0.08) ? [] : dice.some(dataTypes, dice.pick([1, 1, 2, 3])),
		reason: dice.pick(['', '', '   ', 'T-401', 'asked by "phone", urgent', 'call; back']),
		outcome: dice.pick(['success', 'success', 'success', 'success', 'denied', 'error', 'unknown']),
		ip: dice.pick(addresses),
		resource: '',
	};
};

/** A bulk export: names all, names some of many, only counts, or (rarely) neither. */
const bulk = (frame: WorldFrame, dice: Dice, number: number): WorldEvent => {
	const listed = dice.chance(0.5) ? dice.some(frame.customers, dice.between(1, 8)) : [];
	const silent = dice.chance(0.06);
	const count = silent ? undefined : listed.length + (listed.length === 0 ? dice.between(1, 5000) : dice.pick([0, 0, 7, 1000]));
	return {
		...ordinary(frame, dice, 'bulk', number),
		activity: dice.pick(['export', 'export', 'share']),
		customers: listed,
		...(count === undefined ? {} : {count}),
		dataTypes: dice.some(dataTypes, dice.between(1, 3)),
		outcome: 'unknown',
		ip: '',
		resource: dice.pick(['Newsletter', 'Orders by region', 'Élève list']),
	};
};

const troublesOf: Readonly<Record<WorldFile['kind'], readonly Trouble[]>> = {
	crm: ['short', 'long', 'impossible-date', 'nonsense-date', 'no-time', 'gap', 'torn'],
	desk: ['torn', 'no-time', 'nonsense-date', 'no-object'],
	shop: ['no-time', 'nonsense-date', 'impossible-date', 'no-object'],
	bulk: ['short', 'long', 'impossible-date', 'nonsense-date', 'no-time'],
};
const fillersOf: Readonly<Record<WorldFile['kind'], readonly Filler[]>> = {crm: ['blank', 'header', 'comment'], desk: ['blank'], shop: [], bulk: ['blank', 'header']};

const canHappen = (frame: WorldFrame, trouble: Trouble): boolean => trouble !== 'gap' || frame.changes.some(({minutes}) => minutes > 0);

/** Puts an entry anywhere but before the first two records: what a file is must show at its beginning. */
const insert = (dice: Dice, entries: Entry[], entry: Entry): void => {
	entries.splice(dice.between(Math.min(2, entries.length), entries.length), 0, entry);
};

const addTrouble = (frame: WorldFrame, dice: Dice, kind: WorldFile['kind'], entries: Entry[]): void => {
	for (const trouble of troublesOf[kind]) {
		if (canHappen(frame, trouble) && dice.chance(0.5)) {
			const event = kind === 'bulk' ? bulk(frame, dice, 0) : ordinary(frame, dice, kind, 9000 + entries.length);
			insert(dice, entries, {fate: 'rejected', trouble, event});
		}
	}

	for (const filler of fillersOf[kind]) {
		if (dice.chance(0.5)) {
			insert(dice, entries, {fate: 'nothing', filler});
		}
	}
};

/** Copies of some records, later in the same file or anywhere in the next: some by another account, under the same native id. */
const addCopies = (frame: WorldFrame, dice: Dice, entries: Entry[], from: readonly Entry[]): void => {
	for (const entry of from) {
		if (entry.fate === 'kept' && dice.chance(0.08)) {
			const {event} = entry;
			const others = frame.employees.filter(employee => employee !== event.employee);
			const place = entries.indexOf(entry) + 1;
			const copy = dice.chance(0.75) ? event : {...event, employee: dice.pick(others)};
			entries.splice(dice.between(Math.max(2, place), entries.length), 0, {fate: 'kept', event: copy});
		}
	}
};

/** The same native id with the same time and account is the same event again; with another time or account both stay. */
const markDuplicates = (files: readonly WorldFile[]): WorldFile[] => {
	const seen = new Set<string>();
	return files.map(file => ({
		...file,
		entries: file.entries.map((entry): Entry => {
			if (entry.fate !== 'kept') {
				return entry;
			}

			const {nativeId, at, employee} = entry.event;
			const key = JSON.stringify([nativeId, at, employee?.id]);
			const fate = seen.has(key) ? 'duplicate' : 'kept';
			seen.add(key);
			return {fate, event: entry.event};
		}),
	}));
};

const isMisshapen = (entry: Entry | undefined): boolean => entry?.fate === 'rejected' && (entry.trouble === 'short' || entry.trouble === 'long');

/** Reading resumes at the next line that parses: a misshapen row right behind a torn one would be one reject with it, or two, as one likes. */
const separateTorn = (entries: Entry[]): void => {
	for (let index = entries.findIndex(entry => entry.fate === 'rejected' && entry.trouble === 'torn'); index >= 0;) {
		const next = entries.findIndex((entry, place) => place > index && entry.fate !== 'nothing');
		if (!isMisshapen(entries[next])) {
			return;
		}

		entries.splice(next + 1, 0, entries[index]!);
		entries.splice(index, 1);
		index = next;
	}
};

const kept = (count: number, make: (index: number) => WorldEvent): Entry[] => Array.from({length: count}, (_, index): Entry => ({fate: 'kept', event: make(index)}));

/** A day over 12 tells which number is the month: without one the question would stay open, and be refused. */
const withTellingDay = (frame: WorldFrame, event: WorldEvent): WorldEvent => {
	const midMonth = new Date(frame.middle);
	return {...event, at: Date.UTC(midMonth.getUTCFullYear(), midMonth.getUTCMonth(), 20, 12) * 1000};
};

const crmFiles = (frame: WorldFrame, dice: Dice): WorldFile[] => {
	const first = kept(dice.between(10, 50), index => {
		const event = ordinary(frame, dice, 'crm', index + 1);
		return index === 1 ? withTellingDay(frame, event) : event;
	});
	addCopies(frame, dice, first, [...first]);
	const second = kept(dice.between(2, 12), index => ordinary(frame, dice, 'crm', 500 + index));
	addCopies(frame, dice, second, first);
	return markDuplicates((dice.chance(0.5) ? [first, second] : [first]).map((entries, index): WorldFile => {
		addTrouble(frame, dice, 'crm', entries);
		separateTorn(entries);
		return {name: `crm-${index + 1}.csv`, kind: 'crm', entries};
	}));
};

const deskFiles = (frame: WorldFrame, dice: Dice): WorldFile[] => {
	const entries = kept(dice.between(8, 40), index => ordinary(frame, dice, 'desk', index + 1));
	addCopies(frame, dice, entries, [...entries]);
	addTrouble(frame, dice, 'desk', entries);
	return markDuplicates([{name: 'desk.ndjson.gz', kind: 'desk', entries}]);
};

/** This log knows customers by e-mail address only: those that the directory does not know cannot stand in it. */
const shopFiles = (frame: WorldFrame, dice: Dice): WorldFile[] => {
	const entries = kept(dice.between(4, 20), index => {
		const event = ordinary(frame, dice, 'shop', index + 1);
		return {...event, customers: event.customers.filter(({listed}) => listed)};
	});
	addCopies(frame, dice, entries, [...entries]);
	addTrouble(frame, dice, 'shop', entries);
	return dice.chance(0.5) ? markDuplicates([{name: 'shop.json', kind: 'shop', entries}]) : [];
};

/** No native ids: equal rows are never dropped, neither in one file nor in two. */
const bulkFiles = (frame: WorldFrame, dice: Dice): WorldFile[] => {
	const first = kept(dice.between(3, 12), () => bulk(frame, dice, 0));
	first.push(...dice.some(first, dice.between(0, 2)));
	const second = kept(dice.between(2, 6), () => bulk(frame, dice, 0));
	second.push(...dice.some(first, dice.between(1, 3)));
	const both = dice.chance(0.5) ? [first, second] : [first];
	return both.map((entries, index): WorldFile => {
		addTrouble(frame, dice, 'bulk', entries);
		return {name: `bulk-${index + 1}.tsv`, kind: 'bulk', entries};
	});
};

export const makeFiles = (frame: WorldFrame, dice: Dice): readonly WorldFile[] => [...crmFiles(frame, dice), ...deskFiles(frame, dice), ...shopFiles(frame, dice), ...bulkFiles(frame, dice)];
