import {formatCount, formatNumber} from '../document/format-number.ts';
import type {Affected, Totals} from '../records/answer.ts';

const exports = (count: number): string => formatCount(count, 'bulk export');

/** How many customers, in a few words: the first thing that anyone asks. */
export const affectedHeadline = ({atLeast, atMost}: Affected): string => {
	if (atMost === undefined) {
		return `at least ${formatCount(atLeast, 'customer')}, with no upper bound`;
	}

	return atMost === atLeast ? formatCount(atLeast, 'customer') : `${formatNumber(atLeast)} to ${formatCount(atMost, 'customer')}`;
};

/** Why the count is a range. */
export const affectedReasons = ({atLeast, atMost, unknownEvents}: Affected, {countedOnly, inferred = 0}: Totals): readonly string[] => [
	...(countedOnly.events > 0 ? [`${exports(countedOnly.events)} hold${countedOnly.events === 1 ? 's' : ''} ${formatCount(countedOnly.records, 'record')} and name${countedOnly.events === 1 ? 's' : ''} nobody.`] : []),
	...(unknownEvents > 0 ? [`${formatCount(unknownEvents, 'event')} (exports, shares, searches, or what a rule says is of many) did not say whom they reached.`] : []),
	...(atMost === atLeast && inferred === 0 ? [] : [`${formatCount(atLeast - inferred, 'customer is', 'customers are')} named by the logs${inferred === 0 ? '' : `, and ${formatNumber(inferred)} only by lists that were supplied later for bulk exports (inferred)`}.`]),
];
