import {growth} from './growth.ts';
import {leadsTime} from './leads/time.ts';
import {load} from './load.ts';
import {packages} from './package.ts';
import {facts, resultTable, type Result} from './results.ts';
import {scan} from './scan.ts';
import {screen} from './screen.ts';
import {smallFiles} from './small-files.ts';
import {start} from './start.ts';

/*
`npm run benchmark`: every figure as a ratio to a yardstick of the same machine in the same minutes, so that it means the same
elsewhere. One alone: `npm run build && node --import=tsx benchmark/scan.ts`.
*/

const results: Result[] = [];
for (const [name, work] of Object.entries({start, screen, scan, load, smallFiles, growth, packages, leadsTime})) {
	process.stderr.write(`${name} …\n`);
	results.push(...await work());
}

console.log(`${await facts()}\n\n${resultTable(results)}`);
process.exitCode = results.every(({ratio, bar}) => ratio <= bar) ? 0 : 1;
