import type {Citation} from './citation.ts';
import type {Instant} from './instant.ts';

/** Counts over the matching events. Denied and failed ones are only in `denied`. */
export type Totals = {
	readonly events: number;
	readonly denied: number;
	readonly employees: number;
	readonly customers: number;
	/** Bulk exports that say how many customers and name none: events, and the records they say. They are in `events` too. */
	readonly countedOnly: {readonly events: number; readonly records: number};
	/** Customers who are known only from lists that were supplied for bulk exports; absent where no list was given. */
	readonly inferred?: number;
};

/** How many customers at least and at most; `atMost` is absent when an event gives no upper bound (`unknownEvents` > 0). */
export type Affected = {readonly atLeast: number; readonly atMost?: number; readonly unknownEvents: number};

export type DataTypeRow = {readonly dataType: string; readonly customers: number; readonly events: number};
export type EmployeeRow = {readonly employee: string; readonly name?: string; readonly customers: number; readonly events: number; readonly firstAt: Instant; readonly lastAt: Instant};
export type CountryRow = {readonly country: string; readonly customers: number};
/** `day` is a calendar day in the display zone, `2020-10-01`. */
export type DayRow = {readonly day: string; readonly customers: number; readonly events: number};

/** One affected customer: directory facts beside what the logs say. */
export type CustomerRow = {
	/** The directory's id where one is known, else the id as logged. */
	readonly customer: string;
	readonly email?: string;
	readonly name?: string;
	readonly country?: string;
	readonly countryBasis?: string;
	readonly controller?: string;
	readonly dataTypes: readonly string[];
	readonly events: number;
	readonly employees: readonly string[];
	readonly firstAt: Instant;
	readonly lastAt: Instant;
	/** Whether one of the accesses has a reason that a ticket supports; absent where there are no tickets. */
	readonly supported?: boolean;
	/** So many of the events do not name them: a list that was supplied for the event does. Absent where there are none. */
	readonly inferred?: number;
};

/** Customer × data type × employee, over the matching accesses. `evidence` are event ids in order of time. */
export type ExposureRow = {
	readonly customer: string;
	readonly dataType: string;
	readonly employee: string;
	readonly events: number;
	readonly firstAt: Instant;
	readonly lastAt: Instant;
	readonly evidence: readonly string[];
	/** So many of the events do not name the customer: a list that was supplied for the event does. */
	readonly inferred?: number;
};

/** One event with the names of `records.md`. `row` finds it again in this investigation. */
export type EventRow = {
	/** Stable across runs: from the source's sha256 and the record number. */
	readonly id: string;
	readonly row: number;
	readonly at: Instant;
	readonly employee?: string;
	readonly employeeName?: string;
	readonly employeeEmail?: string;
	/** What the directory says of the account: personal, shared, service. */
	readonly accountKind?: string;
	readonly onBehalfOf?: string;
	readonly activity: string;
	readonly action?: string;
	readonly customers: readonly string[];
	/** Those of them whom the record does not name: they stand on a list that was supplied for it. Absent where there are none. */
	readonly inferredCustomers?: readonly string[];
	readonly customerScope: string;
	/** How many customers' records a bulk export says it holds. */
	readonly recordCount?: number;
	readonly dataTypes: readonly string[];
	/** `logged`, `rule:<id>`, `assumed` or `unknown`. */
	readonly dataTypeBasis: string;
	readonly system?: string;
	readonly resource?: string;
	readonly ip?: string;
	readonly device?: string;
	readonly session?: string;
	readonly reason?: string;
	/** What tickets say of the reason: `supported`, `claimed` or `contradicted`, for each customer of the event; absent without a reason. */
	readonly support?: string;
	readonly outcome: string;
	readonly source: string;
	readonly record: number;
};

/** Everything `report` prints for one filter, in total order (most customers first, then id; customers by id; days by date). */
export type Answer = {
	readonly totals: Totals;
	readonly affected: Affected;
	readonly byDataType: readonly DataTypeRow[];
	readonly byEmployee: readonly EmployeeRow[];
	readonly byCountry: readonly CountryRow[];
	readonly byDay: readonly DayRow[];
	readonly customers: readonly CustomerRow[];
	readonly limitations: readonly string[];
};

/** One matching record of the evidence file. */
export type EvidenceRecord = {
	readonly event: EventRow;
	readonly citation: Citation;
	/** The exact bytes of the record, without its line end; in Parquet the row as JSON. */
	readonly bytes: Uint8Array;
	/** Set where the export is not UTF-8: its records are then given as bytes, one like the other, and never as text. */
	readonly encoding?: string;
	/** Where the same event stands again; it was counted once. */
	readonly duplicates?: readonly Citation[];
	/** Which parts of the filter it matched, in canonical text. */
	readonly why: readonly string[];
};
