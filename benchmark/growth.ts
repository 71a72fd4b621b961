import {child, interleave, runNode} from './measure.ts';
import {fullSize, makeLog} from './make-log.ts';
import {memoryResult, runAlone, timeResult, type Result} from './results.ts';

/** The same load at a hundredth, a tenth and all of the rows: ten times the events may take eleven times as long and twice the memory. */
export const growth = async (): Promise<readonly Result[]> => {
	const full = fullSize();
	const [small, middle, large] = await Promise.all([full / 100, full / 10, full].map(async rows => makeLog(rows)));
	const loadOf = ({path}: {readonly path: string}) => async () => runNode(child('load'), path);
	const runs = await interleave({small: loadOf(small!), middle: loadOf(middle!), large: loadOf(large!)}, 3);
	const label = (from: {readonly rows: number}, to: {readonly rows: number}): string => `growth: load of ${to.rows / 1e6} M rows against ${from.rows / 1e6} M`;
	return [
		timeResult(`${label(small!, middle!)}, time`, [runs.middle, runs.small], 11),
		memoryResult(`${label(small!, middle!)}, memory`, [runs.middle, runs.small], 2),
		timeResult(`${label(middle!, large!)}, time`, [runs.large, runs.middle], 11),
		memoryResult(`${label(middle!, large!)}, memory`, [runs.large, runs.middle], 2),
	];
};

await runAlone(import.meta.url, growth);
