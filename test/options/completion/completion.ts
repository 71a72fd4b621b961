import {execFileSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {options, type Option} from '../../../source/options.ts';
import {commandNames} from '../../../source/options/commands.ts';
import {completionCommand} from '../../../source/options/completion/completion.ts';
import {temporaryFolder} from '../../helpers/cli.ts';

/** What bash offers behind these words; the last of them is being typed. */
const offered = (folder: string, ...words: readonly string[]): readonly string[] => {
	const script = [
		completionCommand(['bash']),
		`COMP_WORDS=(${['whosaw', ...words].map(word => `'${word}'`).join(' ')})`,
		`COMP_CWORD=${words.length}`,
		'_whosaw',
		String.raw`printf '%s\n' "${'${COMPREPLY[@]}'}"`,
	].join('\n');
	return execFileSync('bash', ['--norc', '-c', script], {encoding: 'utf8', cwd: folder}).split('\n').filter(line => line !== '').toSorted();
};

test('bash completes commands, options, their values and files', async t => {
	const folder = await temporaryFolder(t);
	mkdirSync(join(folder, 'exports'));
	writeFileSync(join(folder, 'crm access.csv'), '');
	t.deepEqual(offered(folder, 'rep'), ['report']);
	t.deepEqual(offered(folder, 'e'), ['export', 'exports']);
	t.deepEqual(offered(folder, 'report', '--date'), ['--date-order']);
	t.deepEqual(offered(folder, 'report', '--date-order', ''), ['dmy', 'mdy']);
	t.deepEqual(offered(folder, 'report', 'c'), ['crm access.csv']);
	t.deepEqual(offered(folder, 'report', '--employees', 'crm'), ['crm access.csv']);
	t.deepEqual(offered(folder, 'report', '--filter', ''), []);
	t.deepEqual(offered(folder, 'settings', 'theme', 'h'), ['high-contrast']);
	t.deepEqual(offered(folder, 'help', 'ver'), ['verify']);
	t.deepEqual(offered(folder, 'completion', ''), ['bash', 'fish', 'zsh']);
	t.false(offered(folder, 'open', '--').includes('--or-demo'));
});

test('every shell knows every command and every option', t => {
	for (const shell of ['bash', 'zsh', 'fish']) {
		const script = completionCommand([shell]);
		t.deepEqual(commandNames.filter(name => !script.includes(name)), []);
		t.deepEqual(options.filter((option: Option) => !option.hidden && !script.includes(shell === 'fish' ? `-l ${option.name}` : `--${option.name}`)).map(({name}) => name), []);
	}
});

test('another shell is refused with those that there are', t => {
	t.throws(() => completionCommand(['tcsh']), {message: 'no completion for "tcsh"'});
	t.throws(() => completionCommand([]), {message: 'for which shell?'});
});
