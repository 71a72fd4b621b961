import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {execa} from 'execa';
import {temporaryFolder, whosaw} from '../helpers/cli.ts';
import {projectFolder} from '../helpers/program.ts';

test('the demo makes its world, prints its report where there is no terminal, and finds it made', async t => {
	const directory = join(await temporaryFolder(t), 'world');
	const first = await whosaw(['demo', '--output', directory]);
	t.is(first.exitCode, 0, first.stderr);
	t.true(first.stdout.includes('Affected'));
	t.true((await readdir(directory)).includes('crm-access.csv'));
	const again = await whosaw(['demo', '--output', directory]);
	t.is(again.stdout, first.stdout);
	t.true(again.stderr.includes('already'));
});

test('npm start without a path is the demo', async t => {
	const folder = await temporaryFolder(t);
	// As package.json says it: from the sources, which the other tests of the command line may have compiled.
	const {exitCode, stdout, stderr} = await execa('node', [`--import=${import.meta.resolve('tsx')}`, join(projectFolder, 'cli.tsx'), '--or-demo'], {
		cwd: folder, reject: false, stdin: 'ignore', env: {TSX_TSCONFIG_PATH: join(projectFolder, 'tsconfig.json')},
	});
	t.is(exitCode, 0, stderr);
	t.true(stdout.includes('Affected'));
	t.deepEqual(await readdir(folder), ['whosaw-demo']);
});
