import {copyFileSync, renameSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {requestOfCase} from '../../../source/investigation/case/case-reading.ts';
import {openCase} from '../../../source/investigation/case/open-case.ts';
import {openExports} from '../../../source/investigation/case/open-exports.ts';

/* A child that adds to the older index of a case again and again until it is killed: `_growing-child.ts DIR OLDER-INDEX`. */
const [folder = '', older = ''] = process.argv.slice(2);
process.stdout.write('begun.\n');
for (;;) {
	copyFileSync(older, `${older}.copy`);
	renameSync(`${older}.copy`, join(folder, 'events.duckdb'));
	const {state} = openCase(folder);
	const investigation = await openExports({folder, state, request: requestOfCase(folder, state)});
	await investigation.close();
}
