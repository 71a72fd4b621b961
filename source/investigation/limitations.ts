import type {Affected, Totals} from '../records/answer.ts';
import type {FailedSource, SkippedFile} from '../records/source.ts';
import type {Filter} from '../filter/filter.ts';
import {formatCount, formatNumber} from '../document/format-number.ts';
import type {LoadedSource} from './loaded-source.ts';
import {missingColumns} from './missing-columns.ts';

export type LimitationFacts = {
	readonly sources: readonly LoadedSource[];
	readonly failed: readonly FailedSource[];
	readonly skipped: readonly SkippedFile[];
	readonly notes: readonly string[];
	readonly totals: Totals;
	readonly affected: Affected;
	readonly namelessEvents: number;
	/** Events without a customer that match the filter but for its words on customers and countries, and say or imply that they reached some. */
	readonly unlisted: number;
	readonly filter: Filter;
};

/** What the numbers do not say: sentences that stand beside them everywhere. */
export const limitationsOf = (facts: LimitationFacts): readonly string[] => [
	...facts.failed.map(({path, error}) => `${path} could not be read (${error}): its accesses are not counted.`),
	...facts.sources.flatMap(loaded => sourceLimitations(loaded)),
	...facts.sources.flatMap(loaded => missingColumns(facts.filter, loaded)),
	...answerLimitations(facts),
	...facts.notes,
	...new Set(facts.sources.flatMap(({choice}) => choice.limitations)),
];

const sourceLimitations = ({source, file}: LoadedSource): readonly string[] => {
	const {path, records, timezone} = source;
	return [
		...(source.incomplete ? [`${path} is torn: there was more, and it is not counted.`] : []),
		...(records.rejected > 0 ? [`${path}: ${formatCount(records.rejected, 'record')} of ${formatNumber(records.read)} could not be understood and ${records.rejected === 1 ? 'is' : 'are'} not counted (whosaw sources --rejected lists them).`] : []),
		...(timezone.assumed ? [`${path}: its times carry no offset and were read as ${timezone.name}, which nobody confirmed (--timezone).`] : []),
		...(source.ambiguousTimes > 0 ? [`${path}: ${formatCount(source.ambiguousTimes, 'time')} occurred twice when clocks went back; the earlier was taken.`] : []),
		...(source.possibleDuplicates > 0 ? [`${path}: ${formatCount(source.possibleDuplicates, 'record')} also ${source.possibleDuplicates === 1 ? 'stands' : 'stand'} in an earlier export; without ids they count again (--overlapping counts them once).`] : []),
		...(source.conflicts > 0 ? [`${path}: ${formatCount(source.conflicts, 'id')} stand${source.conflicts === 1 ? 's' : ''} for records that differ; all are counted.`] : []),
		...(file.encoding.assumed ? [`${path} is not UTF-8 and was read as Windows-1252.`] : []),
		...(source.mapping['data-type'] === undefined && source.unmatched.length > 0 ? [`${path} does not say which data was reached: its data type is unknown.`] : []),
	];
};

/** That some customers are known from lists alone, wherever numbers of customers stand. */
const inferredLimitation = ({inferred = 0, customers}: Totals): readonly string[] => inferred === 0 ? [] : [
	`${formatNumber(inferred)} of ${customers === 1 ? 'this customer' : `these ${formatCount(customers, 'customer')}`} ${inferred === 1 ? 'is' : 'are'} known only from lists that were supplied later for bulk exports (inferred): no record of a log names them.`,
];

const answerLimitations = ({totals, affected, namelessEvents, unlisted}: LimitationFacts): readonly string[] => {
	return [
		...inferredLimitation(totals),
		...(affected.unknownEvents > 0 ? [`${formatCount(affected.unknownEvents, 'event')} did not say whom ${affected.unknownEvents === 1 ? 'it' : 'they'} reached, or how many: there is no upper bound.`] : []),
		...(totals.countedOnly.events > 0 ? [`${formatCount(totals.countedOnly.events, 'bulk export')} hold${totals.countedOnly.events === 1 ? 's' : ''} ${formatCount(totals.countedOnly.records, 'record')} and name${totals.countedOnly.events === 1 ? 's' : ''} nobody: the customers in them are not listed.`] : []),
		...(namelessEvents > 0 ? [`${formatCount(namelessEvents, 'matching event')} name${namelessEvents === 1 ? 's' : ''} no employee.`] : []),
		...(unlisted > 0 ? [`A filter on customers or countries cannot match the ${formatCount(unlisted, 'export')} that name${unlisted === 1 ? 's' : ''} nobody; such customers may be in ${unlisted === 1 ? 'it' : 'them'}.`] : []),
	];
};
