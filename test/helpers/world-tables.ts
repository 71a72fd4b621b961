import iconv from 'iconv-lite';
import type {Dice} from './world-dice.ts';
import type {CrmStyle} from './world-style.ts';
import {impossible, nonsense, offsetText, shownOf, timeText} from './world-times.ts';
import type {Entry, Trouble, World, WorldEmployee, WorldEvent, WorldFile} from './world.ts';
import {wallAt, wallInGap} from './world-zone.ts';
import {makeLedger, type Written} from './world-written.ts';

const activityWords: Readonly<Record<WorldEvent['activity'], string>> = {read: 'view', search: 'search', list: 'list', export: 'export', share: 'share', update: 'update', login: 'login'};

const noteTexts = ['', '', 'called', 'said "no", twice', 'two\nlines, and\n\nmore', 'café, 5 €', "it's; a | note"] as const;
const unclosed = '"never closed';

const joined = (joiner: CrmStyle['joiner'], values: readonly string[]): string => joiner === 'json' && values.length > 1 ? JSON.stringify(values) : values.join(joiner);

const addressText = (dice: Dice, address: string): string =>
	address.includes(':') ? dice.pick([address, address.toUpperCase(), `[${address}]:443`]) : dice.pick([address, address, `${address}:54321`]);

const crmTime = (world: World, dice: Dice, event: WorldEvent, trouble: Trouble | undefined): string => {
	const {time} = world.styles.crm;
	if (trouble === 'impossible-date') {
		return timeText(time, impossible);
	}

	if (trouble === 'nonsense-date' || trouble === 'no-time') {
		return trouble === 'no-time' ? '' : nonsense;
	}

	const gap = world.changes.find(({minutes}) => minutes > 0);
	return trouble === 'gap' && gap !== undefined
		? timeText(time, shownOf(wallInGap(world.zone, gap, dice.next())))
		: timeText(time, shownOf(wallAt(world.zone, Math.floor(event.at / 1_000_000) * 1000), event.at % 1_000_000));
};

const crmCells = (world: World, dice: Dice, event: WorldEvent, trouble: Trouble | undefined): string[] => {
	const {columns, joiner} = world.styles.crm;
	const cells: Readonly<Record<string, () => string>> = {
		id: () => event.nativeId,
		time: () => crmTime(world, dice, event, trouble),
		employee: () => event.employee?.id ?? '',
		activity: () => activityWords[event.activity],
		customer: () => joined(joiner, event.customers.map(({id}) => id)),
		'data-type': () => joined(joiner, event.dataTypes),
		reason: () => event.reason,
		outcome: () => event.outcome === 'unknown' ? '' : event.outcome,
		ip: () => addressText(dice, event.ip),
		'': () => dice.pick(noteTexts),
	};
	return columns.map(({role}) => cells[role]!());
};

const bulkCells = (world: World, event: WorldEvent, trouble: Trouble | undefined): string[] => {
	const {columns, joiner, employeeAs} = world.styles.bulk;
	const account = ({id, email, listed}: WorldEmployee): string => employeeAs === 'email' && listed ? email : id;
	const times: Partial<Record<Trouble, string>> = {'no-time': '', 'nonsense-date': nonsense, 'impossible-date': '2020-02-30T10:15:00Z'};
	const cells: Readonly<Record<string, string>> = {
		time: (trouble && times[trouble]) ?? offsetText(Math.floor(event.at / 1000)),
		employee: event.employee === undefined ? '' : account(event.employee),
		activity: activityWords[event.activity],
		resource: event.resource,
		customer: event.customers.map(({id}) => id).join(joiner),
		count: event.count === undefined ? '' : String(event.count),
		'data-type': event.dataTypes.join(joiner),
		reason: event.reason.replaceAll('"', ''),
	};
	return columns.map(({role}) => cells[role]!);
};

/** Fewer cells than the header, but never so few that the line would be blank. */
const misshapen = (dice: Dice, cells: readonly string[], trouble: Trouble | undefined): readonly string[] => {
	if (trouble === 'short') {
		return cells.slice(0, dice.between(2, cells.length - 1));
	}

	return trouble === 'long' ? [...cells, 'surplus'] : cells;
};

const quoted = (style: CrmStyle, dice: Dice, text: string): string =>
	style.quoteAll || dice.chance(0.05) || /["\r\n]/.test(text) || text.includes(style.delimiter) ? `"${text.replaceAll('"', '""')}"` : text;

const crmLine = (world: World, dice: Dice, event: WorldEvent, trouble: Trouble | undefined): string => {
	const style = world.styles.crm;
	const cells = misshapen(dice, crmCells(world, dice, event, trouble), trouble).map(cell => quoted(style, dice, cell.replaceAll('\n', dice.pick(style.lineEnds))));
	if (trouble === 'torn') {
		cells[style.columns.findIndex(({role}) => role === '')] = unclosed;
	}

	// Surplus cells that are empty do no harm
	const surplus = trouble === undefined && dice.chance(0.04) ? style.delimiter.repeat(2) : '';
	return cells.join(style.delimiter) + surplus;
};

type Render = (event: WorldEvent, trouble: Trouble | undefined) => string;

const tableText = (entry: Entry, header: string, render: Render): string => {
	if (entry.fate === 'nothing') {
		return {blank: '', header, comment: '# written by the night job'}[entry.filler];
	}

	return render(entry.event, entry.fate === 'rejected' ? entry.trouble : undefined);
};

/** The CRM's export in the style of this world: naive local times, notes of several lines, whatever encoding and line ends. */
export const writeCrm = (world: World, dice: Dice, file: WorldFile): Written => {
	const style = world.styles.crm;
	const encoding = style.encoding === 'utf-8-bom' ? 'utf-8' : style.encoding;
	const mark = style.encoding === 'utf-8-bom' || style.encoding === 'utf-16le' ? '\uFEFF' : '';
	const header = style.columns.map(({name}) => style.quoteAll ? `"${name}"` : name).join(style.delimiter);
	const ledger = makeLedger(text => iconv.encode(text, encoding));
	ledger.add(mark + header + style.lineEnds[0]!);
	for (const [index, entry] of file.entries.entries()) {
		const text = tableText(entry, header, (event, trouble) => crmLine(world, dice, event, trouble));
		const isLast = index === file.entries.length - 1;
		ledger.add(text, {entry, lineEnd: isLast && !style.lastLineEnds && text !== '' ? '' : dice.pick(style.lineEnds)});
	}

	return ledger.close(file);
};

/** Tab-separated, UTF-8, no quotation marks: the same event always gives the same bytes. */
export const writeBulk = (world: World, dice: Dice, file: WorldFile): Written => {
	const style = world.styles.bulk;
	const header = style.columns.map(({name}) => name).join('\t');
	const ledger = makeLedger(text => Buffer.from(text));
	ledger.add(`${header}\n`);
	for (const [index, entry] of file.entries.entries()) {
		const text = tableText(entry, header, (event, trouble) => misshapen(dice, bulkCells(world, event, trouble), trouble).join('\t'));
		const isLast = index === file.entries.length - 1;
		ledger.add(text, {entry, lineEnd: isLast && !style.lastLineEnds && text !== '' ? '' : '\n'});
	}

	return ledger.close(file);
};
