/** A value that holds for the files its glob names, or for all when there is none: `crm*.csv:America/Los_Angeles`. */
export type Scoped<Value> = {readonly files?: string; readonly value: Value};

/** Files beside the exports that decide what values mean, by the option that names them, and what each is called. */
export const usedFiles = {employees: 'directory of employees', customers: 'directory of customers', rules: 'rules', tickets: 'tickets', presence: 'records of presence'} as const;

export type UsedFile = keyof typeof usedFiles;

export const usedFileNames = Object.keys(usedFiles) as readonly UsedFile[];

/** How exports are read: what a load is told, what the journal of a case keeps, and what a replay takes again. */
export type Reading = {
	/** IANA names for times that carry no offset. */
	readonly timezones?: ReadonlyArray<Scoped<string>>;
	/** `role=column` for unknown tables; dotted paths for nested fields. */
	readonly maps?: ReadonlyArray<Scoped<{readonly role: string; readonly column: string}>>;
	/** PATTERN=FORMAT: read these files as this format. */
	readonly formats?: ReadonlyArray<Scoped<string>>;
	readonly dateOrder?: 'mdy' | 'dmy';
	/** These exports overlap: the k-th copy of a record in a later file duplicates the k-th in an earlier one. */
	readonly overlapping?: boolean;
	/** Directory files. */
	readonly employees?: readonly string[];
	readonly customers?: readonly string[];
	/** Files of tickets, which the reasons of accesses are held against. */
	readonly tickets?: readonly string[];
	/** Files of who was on a shift, on leave or badged in when, which the use of accounts is held against. */
	readonly presence?: readonly string[];
	/** Files that say which data a value of the logs reaches. */
	readonly rules?: readonly string[];
};

/** What a list behind a bulk export is called among the files that were used. */
export const usedList = 'list behind a bulk export';

/** The list behind a bulk export. `event`: its id, or `PATH#RECORD`. */
export type ListOf = {readonly event: string; readonly path: string};
