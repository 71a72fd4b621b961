import test from 'ava';
import {explored, isFramed, startJourney} from '../../helpers/journey.ts';

for (const [columns, rows] of [[80, 24], [120, 40]] as const) {
	test(`the digits go from screen to screen, and each frame is whole at ${columns}×${rows}`, async t => {
		const pty = startJourney(t, {columns, rows});
		await explored(pty);
		for (const [digit, title] of [['2', 'Leads'], ['3', 'Customers'], ['4', 'Case'], ['5', 'Sources']] as const) {
			await pty.press(digit);
			await pty.waitFor(screen => screen.some(row => row.includes(`▸${title} `)) && isFramed(screen, columns));
			t.true(pty.screen().some(row => row.includes(`▸${digit} ${title}`)));
		}

		await pty.press('1');
		await pty.waitFor(screen => screen.some(row => row.includes('▸1 Explore')) && screen.some(row => row.includes('Events')) && isFramed(screen, columns));
	});
}
