import test from 'ava';
import {explored, startJourney} from '../../helpers/journey.ts';

test('from an employee to an event to its record in the file', async t => {
	const pty = startJourney(t);
	await explored(pty);
	await pty.press('tab', 'enter');
	await pty.waitFor(/WHO E\d{4} ✕/);
	await pty.waitWithout('asking…');
	await pty.press('shift+tab', 'j', 'j', 'enter');
	await pty.waitFor(/Event 3 of \d+/);
	await pty.waitFor(/sha256 +(?:a3){32}/);
	await pty.waitFor('a second reader agrees');
	await pty.press('right');
	await pty.waitFor(/Event 4 of \d+/);
	await pty.press('escape');
	await pty.waitFor('▸Events');
	t.pass();
});

test('names are masked until m is pressed', async t => {
	const pty = startJourney(t);
	await explored(pty);
	t.notRegex(pty.screen().join('\n'), /Birch/);
	await pty.press('m');
	await pty.waitFor('E0091 Tom B');
});
