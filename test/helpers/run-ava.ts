import process from 'node:process';
import {execa} from 'execa';

/*
Runs AVA with the arguments given and closes with a line `N passed, N failed`, which is what scripts count.
AVA's TAP output carries one line a test; a file that fails before its first test is a `not ok` line too.
*/
const child = execa('ava', ['--tap', ...process.argv.slice(2)], {preferLocal: true, reject: false, buffer: false, stdin: 'ignore', stderr: 'inherit'});
let passed = 0;
let failed = 0;
let skipped = 0;
for await (const line of child) {
	const result = /^(not )?ok \d+/.exec(line);
	if (!result) {
		console.log(line);
	} else if (/# (skip|todo)/i.test(line)) {
		skipped++;
	} else if (result[1]) {
		failed++;
		console.log(line);
	} else {
		passed++;
	}
}

const {exitCode} = await child;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : exitCode ?? 1;
