import process from 'node:process';
import {workbench} from '../../source/investigation/workbench.ts';
import {runTerminal} from '../../source/terminal/terminal.tsx';
import {openFake} from './fake-investigation.ts';
import {fakeWorld} from './fake-world.ts';

/*
The app over an invented world in memory, for tests in a terminal and for looking at it:
node --import=tsx test/helpers/fake-app.ts '{"loading": 2000, "latency": 50, "filterText": "employee:E0042"}'
*/
type FakeAppOptions = {readonly loading?: number; readonly latency?: number; readonly events?: number; readonly filterText?: string; readonly colour?: boolean; readonly screenReader?: boolean};

const {loading = 0, latency = 0, events = 4000, filterText, ...shown} = JSON.parse(process.argv[2] ?? '{}') as FakeAppOptions;
const world = fakeWorld(events);
process.exitCode = await runTerminal({
	request: {paths: ['exports/crm.csv']},
	commandPaths: ['exports/crm.csv'],
	displayTimezone: 'UTC',
	investigator: 'J. Rivera',
	open: openFake({world, loading, latency}),
	workbench: workbench(() => new Date()),
	...shown,
	...(filterText === undefined ? {} : {filterText}),
});
