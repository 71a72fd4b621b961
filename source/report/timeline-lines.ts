import {formatCount} from '../document/format-number.ts';
import {sparkline, squeeze} from '../document/sparkline.ts';
import type {DayRow} from '../records/answer.ts';

const milliseconds = 86_400_000;
const bars = 76;

const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / milliseconds);

/** Every day from the first to the last, the empty ones too: a pause is a fact. */
const everyDay = (rows: readonly DayRow[]): readonly number[] => {
	const first = dayNumber(rows[0]!.day);
	const counts = Array.from({length: dayNumber(rows.at(-1)!.day) - first + 1}, () => 0);
	for (const {day, events} of rows) {
		counts[dayNumber(day) - first] = events;
	}

	return counts;
};

/** Events a day as bars, with what a bar stands for. */
export const timelineLines = (rows: readonly DayRow[]): readonly string[] => {
	if (rows.length === 0) {
		return [];
	}

	const counts = everyDay(rows);
	const columns = squeeze(counts, bars);
	let highest = 0;
	for (const value of columns) {
		highest = Math.max(highest, value);
	}

	const unit = columns.length === counts.length ? 'a day' : `a bar of about ${(counts.length / columns.length).toFixed(1)} days`;
	return [sparkline(columns), `${rows[0]!.day} to ${rows.at(-1)!.day}, at most ${formatCount(highest, 'event')} ${unit}`];
};
