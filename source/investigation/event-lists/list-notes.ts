import {formatCount, formatNumber} from '../../document/format-number.ts';
import type {EventList} from './event-list.ts';

/** Entries that are told in a sentence. */
const told = 5;

const quoted = (entries: readonly string[]): string => `${entries.slice(0, told).map(entry => `“${entry}”`).join(', ')}${entries.length > told ? `, and ${formatNumber(entries.length - told)} more` : ''}`;

const were = (count: number): string => count === 1 ? 'was' : 'were';

const heldAgainst = ({recordCount, logged, inferred}: EventList): readonly string[] => {
	const listed = logged + inferred;
	if (recordCount === undefined) {
		return ['The log says no number for this event: how many more it reached is not known, and there is no upper bound.'];
	}

	if (listed > recordCount) {
		return [`With it the event names ${formatCount(listed, 'customer')}, and the log says that it reached ${formatNumber(recordCount)}: one of them is not of this export, or counts something else.`];
	}

	return listed < recordCount ? [`The log says that the event reached ${formatNumber(recordCount)}: ${formatNumber(recordCount - listed)} ${recordCount - listed === 1 ? 'is' : 'are'} still not listed.`] : [];
};

/** A list that a case keeps is called by its place in the case, wherever that stands. */
const calledIn = ({path}: EventList): string => /(?:^|[\\/])(?<kept>kept[\\/]list-[\da-f]{12}[^\\/]*)$/.exec(path)?.groups?.['kept'] ?? path;

/** What a list came to, as sentences. */
export const notesOfList = (list: EventList): readonly string[] => {
	const {source, record, event, resolved, inferred, unnamed, ambiguous, without, column, assumed} = list;
	const path = calledIn(list);
	return [
		[
			`The list ${path} was supplied for the bulk export ${event} (${source}, record ${formatNumber(record)}): ${formatCount(resolved, 'customer')}${column === undefined ? '' : ` of ${column}`}, of whom the record does not name ${formatNumber(inferred)} (inferred)${unnamed > 0 ? ` and nothing else names ${formatNumber(unnamed)}` : ''}.`,
			...heldAgainst(list),
		].join(' '),
		...(ambiguous.length > 0 ? [`${formatCount(ambiguous.length, 'entry', 'entries')} of ${path} ${were(ambiguous.length)} not joined, because several customers share ${ambiguous.length === 1 ? 'it' : 'each of them'}: ${quoted(ambiguous)}.`] : []),
		...(without > 0 ? [`${formatCount(without, 'row')} of ${path} name${without === 1 ? 's' : ''} nobody.`] : []),
		...(assumed ? [`${path} is not UTF-8 and was read as Windows-1252.`] : []),
	];
};
