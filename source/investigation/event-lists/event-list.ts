/** A list behind a bulk export, joined to its event, with what became of every row of it. */
export type EventList = {
	/** The event, and the record that it is. */
	readonly event: string;
	readonly source: string;
	/** Number of the source in this load. */
	readonly sourceId: number;
	readonly record: number;
	readonly path: string;
	readonly sha256: string;
	/** Different entries. */
	readonly given: number;
	/** Different customers that they mean, whoever else names them. */
	readonly resolved: number;
	/** Rows that repeat an entry. */
	readonly repeated: number;
	/** Entries that mean a customer whom another entry means already. */
	readonly same: number;
	/** Entries that several customers share, which name none of them, in the order of the list. */
	readonly ambiguous: readonly string[];
	/** Rows that name nobody in the column that was taken. */
	readonly without: number;
	/** Of those that were resolved: whom nothing else names, neither another record nor a directory. */
	readonly unnamed: number;
	/** Of those that were resolved: whom the record itself does not name. */
	readonly inferred: number;
	/** Customers whom the record itself names. */
	readonly logged: number;
	/** How many the log says that the event reached; absent where it says nothing. */
	readonly recordCount?: number;
	/** The column that was taken, of a table or of a list with a heading, as it is called in a sentence. */
	readonly column?: string;
	/** Its text was read as Windows-1252, which nothing in it proves. */
	readonly assumed?: true;
};
