import type {Dice} from './world-dice.ts';
import type {IdStyle} from './world-people.ts';

/** How times stand in a table: `us` and `european` leave it open which of two numbers is the month until one is over 12. */
export const timeStyles = ['iso', 'microseconds', 'us', 'us-12-hours', 'european', 'slashed-european'] as const;
export type TimeStyle = typeof timeStyles[number];

/** Columns in the order of the file, each with the role it plays (`''`: none). */
export type Column = {readonly role: string; readonly name: string};

export type CrmStyle = {
	readonly columns: readonly Column[];
	/** Of the multi-value cells: joined by a character, or a JSON array. */
	readonly joiner: '|' | ';' | 'json';
	readonly delimiter: ',' | ';' | '|';
	readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'windows-1252';
	readonly lineEnds: readonly string[];
	readonly quoteAll: boolean;
	readonly time: TimeStyle;
	readonly lastLineEnds: boolean;
};

export type DeskStyle = {
	/** Role → path as `--map` takes it. */
	readonly paths: Readonly<Record<string, string>>;
	readonly employeeAs: 'login' | 'email';
	readonly customerAs: 'id' | 'email' | 'both';
	/** Ids stand as JSON numbers, not texts. */
	readonly bareNumbers: boolean;
	/** Several gzip members, one after the other. */
	readonly members: number;
	readonly lastLineEnds: boolean;
};

/** One JSON document: a bare array, or an object with the array under a key and other things before and behind it. */
export type ShopStyle = {readonly paths: Readonly<Record<string, string>>; readonly wrapper: 'array' | 'object'; readonly separator: string};

export type BulkStyle = {readonly columns: readonly Column[]; readonly joiner: '|' | ';'; readonly employeeAs: 'id' | 'email'; readonly lastLineEnds: boolean};

type Names = Readonly<Record<string, readonly string[]>>;

const crmNames: Names = {
	id: ['event_id', 'Event ID', 'id'], time: ['timestamp', 'Event Time', 'datum'], employee: ['user_id', 'Employee', 'agent'], activity: ['action', 'Activity', 'event'],
	customer: ['customer_id', 'Customer', 'contact_id'], 'data-type': ['fields', 'Data Types', 'columns'], reason: ['ticket', 'Reason', 'case_no'], outcome: ['outcome', 'Result', 'status'], ip: ['ip', 'IP address', 'client_ip'],
};
const bulkNames: Names = {
	time: ['timestamp', 'exported_at', 'when'], employee: ['user_id', 'exported_by', 'who'], activity: ['action', 'operation'], resource: ['report', 'file'], customer: ['customer_ids', 'customers', 'contacts'],
	count: ['record_count', 'rows', 'Number of records'], 'data-type': ['fields', 'columns'], reason: ['reason', 'purpose'],
};

const columnsFrom = (dice: Dice, names: Names, extra: readonly string[]): readonly Column[] => {
	const known = Object.entries(names).map(([role, candidates]) => ({role, name: dice.pick(candidates)}));
	return dice.some([...known, ...extra.map(name => ({role: '', name}))], known.length + extra.length);
};

export const makeCrmStyle = (dice: Dice): CrmStyle => {
	const delimiter = dice.pick([',', ',', ';', '|'] as const);
	const joiner = dice.pick((['|', ';', 'json'] as const).filter(text => text !== delimiter));
	return {
		columns: columnsFrom(dice, crmNames, ['note']),
		delimiter,
		joiner,
		encoding: dice.pick(['utf-8', 'utf-8-bom', 'utf-8-bom', 'utf-16le', 'windows-1252']),
		lineEnds: dice.pick([['\r\n'], ['\r\n'], ['\n'], ['\n', '\r\n']]),
		quoteAll: dice.chance(0.2),
		time: dice.pick(timeStyles),
		lastLineEnds: dice.chance(0.6),
	};
};

const deskPaths: ReadonlyArray<Readonly<Record<string, string>>> = [
	{id: 'event_id', time: 'timestamp', employee: 'actor.id', activity: 'action', customer: 'customer.id', 'data-type': 'fields[]', reason: 'ticket', outcome: 'outcome', ip: 'ip'},
	{id: 'event.id', time: 'event.created', employee: 'actor.id', activity: 'event.action', customer: 'customers[].id', 'data-type': 'fields[]', reason: 'context.reason', outcome: 'event.outcome', ip: 'client.ip'},
];

export const makeDeskStyle = (dice: Dice, idStyle: IdStyle): DeskStyle => ({
	paths: dice.pick(deskPaths),
	employeeAs: dice.pick(['login', 'email']),
	customerAs: dice.pick(['id', 'email', 'both']),
	bareNumbers: idStyle === 'long' && dice.chance(0.7),
	members: dice.pick([1, 1, 3]),
	lastLineEnds: dice.chance(0.6),
});

export const makeShopStyle = (dice: Dice): ShopStyle => ({
	paths: {id: 'event_id', time: 'timestamp', employee: 'user.email', activity: 'action', customer: 'customer_email', 'data-type': 'fields', reason: 'reason', outcome: 'outcome', ip: 'ip'},
	wrapper: dice.pick(['array', 'object', 'object']),
	separator: dice.pick([',', ',\n', ' ,\r\n\t']),
});

export const makeBulkStyle = (dice: Dice): BulkStyle => ({
	columns: columnsFrom(dice, bulkNames, []),
	joiner: dice.pick(['|', ';']),
	employeeAs: dice.pick(['id', 'email']),
	lastLineEnds: dice.chance(0.6),
});
