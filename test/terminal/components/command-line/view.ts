import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {execa} from 'execa';
import {commandRows, leadsWords, shellWord, viewWords} from '../../../../source/terminal/components/command-line/view.ts';
import {driveApp} from '../../../helpers/app-driver.ts';
import {makeCase, openCase} from '../../effects/_case-world.ts';

test('the words of the command come out of a shell as they went in', async t => {
	const words = ['plain.csv', 'a file.csv', 'reason:"it\'s $HOME `id`"', '--filter', 'NOT data:email\nx', ''];
	const {stdout} = await execa('sh', ['-c', `printf '%s\\0' ${words.map(word => shellWord(word)).join(' ')}`]);
	t.deepEqual(stdout.split('\0').slice(0, -1), words);
});

test('the command line holds the filter and the zone that are shown', async t => {
	const app = driveApp({filterText: 'employee:E0042'});
	await app.answered();
	app.press('z');
	t.deepEqual(viewWords(app.state()), ['exports/crm.csv', '--filter', 'employee:E0042', '--display-timezone', 'America/Toronto']);
	app.end();
});

test('the command of leads holds when the list surfaced, and no filter', async t => {
	const app = driveApp({filterText: 'employee:E0042'});
	await app.answered();
	t.deepEqual(leadsWords({...app.state(), surfaced: Date.UTC(2020, 9, 21) * 1000}), ['leads', 'exports/crm.csv', '--surfaced', '2020-10-21T00:00:00Z']);
	app.end();
});

test('a list that was named with a case stands in its command line, and one that the case has frozen does not', async t => {
	const {folder, dir} = await makeCase(t);
	const list = join(folder, 'leaked.txt');
	writeFileSync(list, 'C1001\nC1002\nC1003\n');
	const app = await openCase(t, dir, [list]);
	t.deepEqual(viewWords(app.state()), [dir, '--leaked', list, '--filter', '*']);
	app.press('2');
	await app.until(({leads}) => leads.answer !== undefined);
	await app.end();

	const again = await openCase(t, dir, [list]);
	t.is(again.state().request.leaked?.length, 1);
	t.deepEqual(viewWords(again.state()), [dir, '--filter', '*']);
});

test('the rows of a long command are one command to a shell, and no word is broken that fits a row', async t => {
	const words = ['printf', '%s\\0', 'exports/crm-access.csv', '--timezone', 'crm*.csv:America/Los_Angeles', '--filter', "reason:\"it's here\" data:email"];
	const rows = commandRows(words, 40);
	t.true(rows.length > 2 && rows.every(row => row.length <= 40));
	const {stdout} = await execa('sh', ['-c', rows.join('\n')]);
	t.deepEqual(stdout.split('\0').slice(0, -1), words.slice(2));
	t.deepEqual(commandRows(words.slice(2), 2000).length, 1);
});

test('y copies the command of the view in one line', async t => {
	const app = driveApp({filterText: 'employee:E0042'});
	await app.answered();
	app.press('c', 'y');
	t.is(app.state().copied?.text, 'whosaw exports/crm.csv --filter employee:E0042');
	app.end();
});
