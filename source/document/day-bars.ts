import type {BarsBlock} from './blocks.ts';
import {formatCount} from './format-number.ts';
import {squeeze} from './sparkline.ts';

type Day = {readonly day: string; readonly events: number};

const milliseconds = 86_400_000;
const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / milliseconds);

/** Events a day, the empty days too: a pause is a fact. */
export const everyDay = (rows: readonly Day[]): readonly number[] => {
	if (rows.length === 0) {
		return [];
	}

	const first = dayNumber(rows[0]!.day);
	const counts = Array.from({length: dayNumber(rows.at(-1)!.day) - first + 1}, () => 0);
	for (const {day, events} of rows) {
		counts[dayNumber(day) - first] = events;
	}

	return counts;
};

/** At most this many bars can be told apart. */
const mostBars = 120;

/** A chart of the events a day, or of as many days as one bar must hold; nothing without days. */
export const dayBars = (rows: readonly Day[]): readonly BarsBlock[] => {
	const counts = everyDay(rows);
	if (counts.length === 0) {
		return [];
	}

	const values = squeeze(counts, mostBars);
	const [from, to] = [rows[0]!.day, rows.at(-1)!.day];
	const highest = values.reduce((most, value) => Math.max(most, value), 0);
	const unit = values.length === counts.length ? 'a day' : `a bar of about ${(counts.length / values.length).toFixed(1)} days`;
	return [{kind: 'bars', values, from, to, description: `Events from ${from} to ${to}, at most ${formatCount(highest, 'event')} ${unit}; ${formatCount(rows.filter(({events}) => events > 0).length, 'day')} of ${formatCount(counts.length, 'day')} with events.`}];
};
