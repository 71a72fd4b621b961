import process from 'node:process';
import {disposeCase} from '../../../source/investigation/case/dispose.ts';

/* A child that disposes of a case and then waits to be killed: `_disposing-child.ts DIR`. */
const [folder = ''] = process.argv.slice(2);
process.stdout.write('begun.\n');
disposeCase(folder, {by: {name: 'J. Rivera', id: 'rivera@example.com'}, now: () => new Date()}, {reason: 'its time is over', retainedUntil: '2020-12-31'});
setInterval(() => undefined, 60_000);
