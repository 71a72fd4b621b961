import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import stripAnsi from 'strip-ansi';
import {makeDemo} from '../../../source/demo/make-demo.ts';
import {whosaw} from '../../helpers/cli.ts';
import {startWhosaw, type Pty} from '../../helpers/pty.ts';

/** The world on the disk, and everything that a person in it is called by: accounts also by id and login, customers not by the id that the figures are about. */
const world = async (t: ExecutionContext): Promise<{readonly folder: string; readonly identifiers: readonly string[]}> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-blind-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	await makeDemo({directory: path.join(folder, 'demo'), size: 'small'});
	const column = async (name: string, columns: readonly number[]): Promise<readonly string[]> => {
		const [, ...rows] = (await readFile(path.join(folder, 'demo', 'directories', name), 'utf8')).trim().split('\n');
		return rows.flatMap(row => columns.map(index => row.split(',')[index]!));
	};

	return {folder, identifiers: [...new Set([...await column('employees.csv', [0, 1, 2, 3]), ...await column('customers.csv', [1, 2])])]};
};

const namedIn = (pty: Pty, identifiers: readonly string[]): readonly string[] => {
	const written = `${stripAnsi(pty.output())}\n${pty.screen().join('\n')}`;
	return identifiers.filter(identifier => written.includes(identifier));
};

const start = (t: ExecutionContext, args: readonly string[], folder: string): Pty => {
	const pty = startWhosaw(args, {columns: 200, rows: 60, env: {WHOSAW_SETTINGS_FOLDER: folder}});
	t.teardown(() => {
		pty.kill();
	});
	return pty;
};

test('blind from the start, nothing on any screen, form or record of the demo world names an account or a customer', async t => {
	const {folder, identifiers} = await world(t);
	t.true(identifiers.length > 6000);
	const pty = start(t, ['demo', '--output', path.join(folder, 'demo'), '--blind'], folder);
	await pty.waitFor(/▸Events .* 1 of /, 120_000);
	await pty.waitWithout('asking…');
	const rest = async (...keys: readonly string[]): Promise<void> => {
		await pty.press(...keys);
		await pty.waitWithout('asking…');
		await pty.settle();
		t.deepEqual(namedIn(pty, identifiers), [], keys.join(' '));
	};

	for (const keys of [['s', 's', 's', 's'], ['tab', 'j', 'enter'], ['f']]) {
		await rest(...keys);
	}

	pty.type(' customer:C1 employee:');
	for (const keys of [['end'], ['escape'], ['tab', 'tab', 'tab', 'tab', 'shift+tab'], ['X', '1', 'shift+tab', 'shift+tab', 'shift+tab'], [':'], ['escape'], ['2']]) {
		await rest(...keys);
	}

	await pty.waitFor('Never a finding', 120_000);
	await rest('j', 'j');
	await rest('3');
	await rest('G', 'g', 'j');
	await rest('enter');
	await pty.waitFor('All accounts, all times.');
	await rest('enter');
	await pty.waitFor('a second reader agrees');
	await rest('right', 'Y', 'm');
	await rest('escape');
	await rest('escape');
	await rest('5');
	await rest('pagedown', 'pagedown', 'pagedown', 'G');
	await pty.press('1', 'b');
	await pty.waitFor('Accounts are called by their names.');
	t.not(namedIn(pty, identifiers).length, 0);
});

test('blind, the case says what is selected and taken out, and not whom its filters, reasons and notes name', async t => {
	const {folder, identifiers} = await world(t);
	const id = identifiers[0]!;
	const name = identifiers[3]!;
	const dir = path.join(folder, 'leak');
	const own = ['--investigator', 'N. N.'];
	t.is((await whosaw(['case', 'create', dir, ...['crm-access.csv', 'bulk-exports.tsv'].map(file => path.join(folder, 'demo', file)), '--employees', path.join(folder, 'demo', 'directories', 'employees.csv'), '--timezone', 'America/Los_Angeles', '--title', `what ${name} did`, ...own])).exitCode, 0);
	t.is((await whosaw(['case', 'select', dir, '--filter', `employee:${id}`, '--reason', `${name} was seen`, ...own])).exitCode, 0);
	t.is((await whosaw(['case', 'note', dir, `${name} denies it`, ...own])).exitCode, 0);
	const pty = start(t, [dir, '--blind', ...own], folder);
	await pty.waitFor(/WHO E-[\da-f]{4}/, 120_000);
	await pty.press('4');
	await pty.waitFor(/employee:E-[\da-f]{4}\s/);
	await pty.waitFor('hidden: it may name somebody; b shows it');
	await pty.press('pagedown', 'pagedown', 'a');
	await pty.waitFor('Add to the case');
	await pty.settle();
	t.deepEqual(namedIn(pty, identifiers), []);
});
