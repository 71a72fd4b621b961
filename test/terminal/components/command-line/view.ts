import test from 'ava';
import {execa} from 'execa';
import {shellWord, viewWords} from '../../../../source/terminal/components/command-line/view.ts';
import {driveApp} from '../../../helpers/app-driver.ts';

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
