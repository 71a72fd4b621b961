import test from 'ava';
import {explored, isFramed, startJourney} from '../../helpers/journey.ts';
import {sameAsRepaint} from '../../helpers/shared-journey.ts';

test('the frame is whole at every size, and what was typed outlives each resize', async t => {
	const pty = startJourney(t);
	await explored(pty);
	await pty.press('f');
	pty.type('employee:E0042');
	for (const [columns, rows] of [[80, 24], [200, 60], [79, 24], [60, 16], [40, 10], [120, 40]] as const) {
		pty.resize(columns, rows);
		await pty.waitFor(screen => isFramed(screen, columns) && screen.some(row => row.includes('filter employee:E0042')));
	}

	t.pass();
});

test('under 40 columns a sentence asks for room, and all is there again afterwards', async t => {
	const pty = startJourney(t, {columns: 39, rows: 12});
	await pty.waitFor('whosaw needs 40 × 10.');
	pty.resize(80, 24);
	await explored(pty);
	t.true(isFramed(pty.screen(), 80));
});

test('under 80 columns Tab goes from pane to pane', async t => {
	const pty = startJourney(t, {columns: 70, rows: 20});
	await explored(pty);
	await pty.press('tab');
	await pty.waitFor(screen => screen.some(row => row.includes('▸Employees')) && !screen.some(row => row.includes('Events')));
	await pty.press('tab');
	await pty.waitFor('▸Data types');
	t.pass();
});

test('the screen is the same as a full repaint after many keys', async t => {
	const pty = startJourney(t);
	await explored(pty);
	pty.type('jjjkGgjs');
	await pty.press('tab', 'down', 'enter', 'tab', 'right', 'u', ':');
	await pty.waitFor('Enter do it');
	await pty.press('escape');
	await pty.waitWithout('Enter do it');
	await pty.press('S', 'z', 'u', 'j', ':');
	pty.type('zzz');
	await pty.waitFor(screen => screen.some(row => row.includes('No action is named like that.')) && !screen.some(row => row.includes('asking…')));
	await sameAsRepaint(t, pty);
});
