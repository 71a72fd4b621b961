import {rmSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {requestOfCase} from '../../../source/investigation/case/case-reading.ts';
import {openCase} from '../../../source/investigation/case/open-case.ts';
import {openExports} from '../../../source/investigation/case/open-exports.ts';

/* A child that builds the index of a case again and again until it is killed: `_building-child.ts DIR`. */
const [folder = ''] = process.argv.slice(2);
process.stdout.write('begun.\n');
for (;;) {
	rmSync(join(folder, 'events.duckdb'), {force: true});
	const {state} = openCase(folder);
	const investigation = await openExports({folder, state, request: requestOfCase(folder, state)});
	await investigation.close();
}
