import {child, median, runNode} from '../measure.ts';
import {bytesText, memoryResult, runAlone, timeResult, type Result} from '../results.ts';
import {makeLeak, takerIds} from './make-leak.ts';

/*
Leads over a large log, after it was loaded: 10 million accesses of 3,000 accounts and a list of 20,000 customers may take ten seconds, and the program 2 GB,
the load among them. No program is known that does the same: what it is held against is a clock.
*/

const mostSeconds = 10;
const mostBytes = 2e9;

type Told = {readonly seconds: number; readonly resolved: number; readonly separable: readonly string[]};

export const leadsTime = async (): Promise<readonly Result[]> => {
	const {log, staff, list} = await makeLeak();
	const runs = [];
	for (let time = 0; time < 3; time++) {
		const {output, peakBytes} = await runNode(child('leads'), log, staff, list);
		const told = JSON.parse(output) as Told;
		if (told.separable.toSorted().join() !== [...takerIds].toSorted().join()) {
			throw new Error(`those who took the customers are ${takerIds.join(', ')}; separable are ${told.separable.join(', ')}`);
		}

		runs.push({...told, peakBytes});
	}

	const resolved = runs[0]!.resolved.toLocaleString('en');
	return [
		{...timeResult(`leads: a list of ${resolved} in the large log`, [{seconds: median(runs.map(({seconds}) => seconds))}, {seconds: mostSeconds}], 1), yardstick: `${mostSeconds} s`},
		{...memoryResult('leads: the same, peak memory with the load', [{peakBytes: median(runs.map(({peakBytes}) => peakBytes))}, {peakBytes: mostBytes}], 1), yardstick: bytesText(mostBytes)},
	];
};

await runAlone(import.meta.url, leadsTime);
