/** A moment: whole microseconds since 1970-01-01T00:00:00Z. Safe as a number from year 1684 to 2255. */
export type Instant = number;

/** The earliest and the latest moment a log record may claim; anything else is rejected as not understood. */
export const earliestInstant: Instant = Date.UTC(1900, 0, 1) * 1000;
export const latestInstant: Instant = Date.UTC(2200, 0, 1) * 1000;

/** ISO 8601 in UTC ending in `Z`; six fractional digits, and only if they are not zero. */
export const formatInstant = (instant: Instant): string => {
	const milliseconds = Math.floor(instant / 1000);
	const seconds = new Date(milliseconds).toISOString().slice(0, 19);
	const fraction = ((instant % 1_000_000) + 1_000_000) % 1_000_000;
	return fraction === 0 ? `${seconds}Z` : `${seconds}.${String(fraction).padStart(6, '0')}Z`;
};
