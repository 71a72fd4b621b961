import test from 'ava';
import {explored, startJourney} from '../../helpers/journey.ts';

const cleanly = {alternateScreen: false, cursorShown: true, autowrap: true, bracketedPaste: false};

test('Ctrl-C twice leaves the terminal as it was found', async t => {
	const pty = startJourney(t);
	await explored(pty);
	await pty.press('ctrl+c');
	await pty.waitFor('Ctrl-C again leaves');
	await pty.press('ctrl+c');
	t.is((await pty.exit).exitCode, 130);
	t.like(pty.modes(), cleanly);
	t.is(pty.screen().join('').trim(), '');
});

test('Ctrl-C twice leaves also before the first frame of the app has come', async t => {
	const pty = startJourney(t, {loading: 60_000});
	await pty.waitFor(() => pty.output().includes('\u001B[?1049h'));
	pty.send('\u0003\u0003');
	t.is((await pty.exit).exitCode, 130);
	t.like(pty.modes(), cleanly);
});

test('q asks, Escape stays, y leaves', async t => {
	const pty = startJourney(t);
	await explored(pty);
	await pty.press('q');
	await pty.waitFor('Leave whosaw?');
	await pty.press('escape');
	await pty.waitWithout('Leave whosaw?');
	await pty.press('q', 'y');
	t.is((await pty.exit).exitCode, 0);
	t.like(pty.modes(), cleanly);
});

test('a load is stopped with Escape, begun again with r, and given up with Ctrl-C', async t => {
	const pty = startJourney(t, {loading: 60_000});
	await pty.waitFor('crm.csv  ');
	await pty.press('escape');
	await pty.waitFor('Loading was stopped.');
	await pty.press('r');
	await pty.waitFor('partial · loading');
	await pty.press('ctrl+c', 'ctrl+c');
	t.is((await pty.exit).exitCode, 130);
	t.regex(pty.output(), /interrupted: nothing was loaded/);
});

test('a filter that is not understood is refused before anything is loaded', async t => {
	const pty = startJourney(t, {filterText: 'emploee:x', loading: 60_000});
	t.not((await pty.exit).exitCode, 0);
	t.false(pty.output().includes('\u001B[?1049h'));
});
