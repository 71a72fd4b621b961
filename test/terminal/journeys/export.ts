import test from 'ava';
import {explored, startJourney} from '../../helpers/journey.ts';

test('an export is found in the palette, asks for its reason, and says how it is verified', async t => {
	const pty = startJourney(t);
	await explored(pty);
	await pty.press(':');
	pty.type('export');
	await pty.waitFor('▸ Export the affected customers as a case file');
	await pty.press('enter');
	await pty.waitFor('folder  ./whosaw-export');
	await pty.press('enter');
	await pty.waitFor('Say why this is exported');
	pty.type('handed to the police');
	await pty.press('enter');
	await pty.waitFor('whosaw verify ./whosaw-export');
	t.pass();
});

test('an export while files are still loaded is refused', async t => {
	const pty = startJourney(t, {loading: 60_000});
	await pty.waitFor('partial · loading');
	await pty.press('e');
	await pty.waitFor('an export would be partial, so it is refused');
	t.pass();
});
