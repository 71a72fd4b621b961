/** How long the law gives, in its own words; `hours` only where it gives a number that counts from awareness. */
export type ClockRule = {readonly rule: string; readonly hours?: number};

/** What one regime says of a breach of the data of people in some places. Facts to be checked with counsel, never a verdict. */
export type JurisdictionRule = {
	/** Country (alpha-2) or state (`US-CA`) → regulator. */
	readonly regulators: Readonly<Record<string, string>>;
	readonly regime: string;
	readonly initial: ClockRule;
	readonly final: ClockRule;
	readonly individuals: ClockRule;
	/** What starts a duty, in words. */
	readonly trigger: string;
	/** Data types that the rule names, or that make the risk it asks about likelier; empty: any personal data. */
	readonly elements: readonly string[];
	/** Where the rule stands. */
	readonly source: string;
	/** The day on which it was read, an ISO date. */
	readonly date: string;
};

export type JurisdictionTable = {
	/** Of the table as a whole, an ISO date. */
	readonly date: string;
	/** Whose table it is, such as `shipped with whosaw`. */
	readonly origin: string;
	readonly rules: readonly JurisdictionRule[];
};
