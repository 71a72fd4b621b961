import type {WorldCustomer, WorldEmployee, IdStyle} from './world-people.ts';
import type {BulkStyle, CrmStyle, DeskStyle, ShopStyle} from './world-style.ts';
import type {Change} from './world-zone.ts';

export type {WorldCustomer, WorldEmployee} from './world-people.ts';

/** What happened, as the logs should be understood. Whole microseconds since 1970. */
export type WorldEvent = {
	/** The id that the exporting system gave it; two systems use the same numbers, and some ids come twice. */
	readonly nativeId: string;
	readonly at: number;
	readonly employee: WorldEmployee | undefined;
	readonly activity: 'read' | 'search' | 'list' | 'export' | 'share' | 'update' | 'login';
	readonly customers: readonly WorldCustomer[];
	/** How many records a bulk export says it holds. */
	readonly count?: number;
	/** Empty: the log does not say. */
	readonly dataTypes: readonly string[];
	/** As written: may be blank. */
	readonly reason: string;
	readonly outcome: 'success' | 'denied' | 'error' | 'unknown';
	readonly ip: string;
	readonly resource: string;
};

/** Why a record must be rejected. */
export type Trouble = 'short' | 'long' | 'impossible-date' | 'nonsense-date' | 'no-time' | 'gap' | 'torn' | 'no-object';
export type Filler = 'blank' | 'header' | 'comment';

/** One piece of a file: a record with its fate, or something that is no record at all. */
export type Entry =
	| {readonly fate: 'kept' | 'duplicate'; readonly event: WorldEvent}
	| {readonly fate: 'rejected'; readonly trouble: Trouble; readonly event: WorldEvent}
	| {readonly fate: 'nothing'; readonly filler: Filler};

export type WorldFile = {readonly name: string; readonly kind: 'crm' | 'desk' | 'shop' | 'bulk'; readonly entries: readonly Entry[]};

export type World = {
	readonly seed: number;
	/** The zone of the CRM's naive times. */
	readonly zone: string;
	readonly changes: readonly Change[];
	/** Around this moment everything happens: a change of the clocks where the zone has one. */
	readonly middle: number;
	readonly idStyle: IdStyle;
	readonly employees: readonly WorldEmployee[];
	readonly customers: readonly WorldCustomer[];
	readonly styles: {readonly crm: CrmStyle; readonly desk: DeskStyle; readonly shop: ShopStyle; readonly bulk: BulkStyle};
	/** In the order in which they are given to the program. */
	readonly files: readonly WorldFile[];
};

export type WorldFrame = Omit<World, 'files'>;

/** The events of a file that are in the store afterwards. */
export const keptEvents = (file: WorldFile): readonly WorldEvent[] => file.entries.flatMap(entry => entry.fate === 'kept' ? [entry.event] : []);
