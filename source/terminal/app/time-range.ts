import type {Instant} from '../../records/instant.ts';
import type {Timeline} from '../../investigation/investigation.ts';

/** From the start of the earlier bucket to the end of the later one. */
export const bucketRange = ({from, bucket}: Timeline, one: number, other: number): {readonly from: Instant; readonly to: Instant} => ({
	from: from + Math.min(one, other) * bucket,
	to: from + (Math.max(one, other) + 1) * bucket,
});

export type TimePreset = {readonly title: string; readonly text: string};

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The newest months that the exports reach into; more would not be a choice but a list. */
const monthsOffered = 6;

const months = (first: Instant, newest: Instant): readonly TimePreset[] => {
	const found: TimePreset[] = [];
	const begin = new Date(first / 1000);
	for (let date = new Date(newest / 1000); found.length < monthsOffered; date = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1, 1))) {
		const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
		if (Date.UTC(year, month + 1, 1) <= begin.getTime()) {
			break;
		}

		found.push({title: `${monthNames[month]} ${year}`, text: `${year}-${String(month + 1).padStart(2, '0')}`});
	}

	return found;
};

/** What the time prompt offers; relative to the newest event, never to this machine's clock. */
export const timePresets = (first: Instant | undefined, newest: Instant | undefined): readonly TimePreset[] => [
	{title: 'all of it', text: ''},
	{title: 'the last 24 hours of the logs', text: 'last 24 hours'},
	{title: 'the last 7 days of the logs', text: 'last 7 days'},
	{title: 'the last 30 days of the logs', text: 'last 30 days'},
	...(first === undefined || newest === undefined ? [] : months(first, newest)),
];

/** What was typed as a value of `time:`; blanks need quotes, and `to` or a dash between two days is a range. */
export const timeTerm = (typed: string): string => {
	const text = typed.trim().replaceAll(/(\d{4}-\d\d-\d\d) (?=\d\d:\d\d)/g, '$1T').replace(/\s+(?:to|until|–|-)\s+/i, '..');
	return /^[[(]/.test(text) || !/\s/.test(text) ? `time:${text}` : `time:"${text}"`;
};
