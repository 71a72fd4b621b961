import type {JournalLine} from './journal-line.ts';

/** Clocks are set right by parts of a second all the time. */
const tolerance = 1000;

/** Acts that are dated before one that stands before them: a clock was put back, or two of them differ. The chain tells their order all the same. */
export const datedBefore = (lines: ReadonlyArray<Pick<JournalLine, 'seq' | 'at'>>): readonly number[] => {
	const found: number[] = [];
	let latest = -Infinity;
	for (const {seq, at} of lines) {
		const time = Date.parse(at);
		if (time < latest - tolerance) {
			found.push(seq);
		}

		latest = Math.max(latest, time);
	}

	return found;
};

/** What whoever reads the times of the acts should know; undefined where they follow each other. */
export const clockWords = (lines: ReadonlyArray<Pick<JournalLine, 'seq' | 'at'>>): string | undefined => {
	const found = datedBefore(lines);
	return found.length === 0 ? undefined : `${found.length === 1 ? `act ${found[0]!} is` : `acts ${found.slice(0, 5).join(', ')}${found.length > 5 ? ` and ${found.length - 5} more` : ''} are`} dated before an act that stands before: a clock was put back, or two of them differ. The chain tells the order of the acts, not their time.`;
};
