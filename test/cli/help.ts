import {readFile} from 'node:fs/promises';
import test from 'ava';
import {commandNames} from '../../source/options/commands.ts';
import {whosaw} from '../helpers/cli.ts';

test('--version prints the version of the package and nothing else', async t => {
	const {version} = JSON.parse(await readFile('package.json', 'utf8')) as {version: string};
	t.deepEqual(await whosaw(['--version']), {exitCode: 0, stdout: version, stderr: ''});
	t.is((await whosaw(['report', 'x', '-V'])).stdout, version);
});

test('--help and help explain whosaw on stdout', async t => {
	const [flag, short, word] = await Promise.all([whosaw(['--help']), whosaw(['-h']), whosaw(['help'])]);
	t.is(flag.exitCode, 0);
	t.true(flag.stdout.includes('Exit codes'));
	t.deepEqual(flag, short);
	t.deepEqual(flag, word);
	t.is(flag.stderr, '');
});

test('help of a command is the same by word and by option', async t => {
	for (const command of commandNames.filter(name => name !== 'help')) {
		const [word, option] = await Promise.all([whosaw(['help', command]), whosaw([command, '--help'])]);
		t.is(word.exitCode, 0, command);
		t.true(word.stdout.includes('Examples'), command);
		t.deepEqual(word, option, command);
	}
});

test('help of an unknown command is wrong usage and names the nearest', async t => {
	const {exitCode, stderr} = await whosaw(['help', 'reprot']);
	t.is(exitCode, 2);
	t.true(stderr.includes('Did you mean whosaw help report?'));
});

test('help and version load neither the screen nor the database nor the parser', async t => {
	for (const args of [['--version'], ['-V'], ['--help'], ['help', 'report'], ['report', '--help']]) {
		const {stdout, stderr} = await whosaw(args, {env: {NODE_DEBUG: 'esm'}});
		t.notRegex(stdout + stderr, /node_modules\/(?:ink|react|@duckdb|conf|commander)\//);
	}
});

test('without a word and without a terminal there is help, and exit code 2', async t => {
	const {exitCode, stdout, stderr} = await whosaw([]);
	t.is(exitCode, 2);
	t.true(stderr.includes('Usage: whosaw'));
	t.is(stdout, '');
});
