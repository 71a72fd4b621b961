import {copyFile, mkdir, mkdtemp, rm} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {execa} from 'execa';

/*
Runs AVA with the arguments given and closes with a line `N passed, N failed`, which is what scripts count.
AVA's TAP output carries one line a test; a file that fails before its first test is a `not ok` line too.
With `--compile` the types are checked first, and what the compiler writes is what runs: hundreds of programs start in a run, and each
would translate its sources anew.
*/
const words = process.argv.slice(2);
const isCompiling = words.includes('--compile');

/** The sources and the tests as JavaScript, in a folder of this run alone. */
const compile = async (): Promise<string> => {
	await mkdir('compiled', {recursive: true});
	const folder = (await mkdtemp(join('compiled', 'run-'))).replaceAll('\\', '/');
	// The version is read from it, as it is in the distribution.
	await copyFile('package.json', join(folder, 'package.json'));
	const {exitCode} = await execa('tsc', ['--outDir', folder, '--inlineSourceMap', '--noEmitOnError'], {preferLocal: true, reject: false, stdin: 'ignore', stdout: 'inherit', stderr: 'inherit'});
	if (exitCode !== 0) {
		await rm(folder, {recursive: true, force: true});
		process.exit(exitCode ?? 1);
	}

	return folder;
};

/** Runs AVA and gives the exit code. */
const runAva = async (compiled: string | undefined): Promise<number> => {
	const args = words.filter(word => word !== '--compile').map(word => compiled !== undefined && /^test\/.*\.tsx?$/.test(word) ? `${compiled}/${word.replace(/\.tsx?$/, '.js')}` : word);
	const child = execa('ava', ['--tap', ...args], {
		preferLocal: true, reject: false, buffer: false, stdin: 'ignore', stderr: 'inherit', env: compiled === undefined ? {} : {WHOSAW_COMPILED: compiled},
	});
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
	return failed > 0 || passed === 0 ? 1 : exitCode ?? 1;
};

const compiled = isCompiling ? await compile() : undefined;
try {
	process.exitCode = await runAva(compiled);
} finally {
	if (compiled !== undefined) {
		await rm(compiled, {recursive: true, force: true});
	}
}
