/* oxlint-disable no-control-regex -- escape sequences are the matter of this file */
import {setTimeout as delay} from 'node:timers/promises';
import {isFramed} from '../../helpers/journey.ts';
import {sharedJourneys} from '../../helpers/shared-journey.ts';

const journey = sharedJourneys();

journey('G goes to the last event, g to the first', async (_, pty) => {
	await pty.press('G');
	await pty.waitFor('4,000 of 4,000');
	await pty.press('g');
	await pty.waitFor(' 1 of 4,000');
});

journey('a page is a page down, and back', async (_, pty) => {
	await pty.press('pagedown');
	await pty.waitFor(/▸Events .* (?:2\d|3\d) of 4,000/);
	await pty.press('pageup');
	await pty.waitFor(' 1 of 4,000');
});

journey('keys that arrive merged all count', async (_, pty) => {
	pty.type('j'.repeat(40) + 'k'.repeat(10));
	await pty.waitFor(' 31 of 4,000');
});

journey('sixty keys a second for ten seconds are six hundred keys', async (_, pty) => {
	const begin = performance.now();
	for (let key = 1; key <= 600; key++) {
		pty.send('j');
		await delay(Math.max(0, begin + key * 1000 / 60 - performance.now()));
	}

	await pty.waitFor(' 601 of 4,000');
});

journey('+ keeps only the value under the cursor, x removes the chip', async (_, pty) => {
	await pty.press('+');
	await pty.waitFor(/WHO E\d{4} ✕/);
	await pty.press('x');
	await pty.waitFor('Everything; f filters');
});

journey('- leaves the value out, u brings it back, Ctrl-R leaves it out again', async (_, pty) => {
	await pty.press('-');
	await pty.waitWithout('Everything; f filters');
	await pty.press('u');
	await pty.waitFor('Everything; f filters');
	await pty.press('ctrl+r');
	await pty.waitWithout('Everything; f filters');
});

journey('an employee is chosen in the facet, and all again', async (_, pty) => {
	await pty.press('tab', 'enter');
	await pty.waitFor(/WHO E\d{4} ✕/);
	await pty.waitWithout('asking…');
	await pty.press('enter');
	await pty.waitFor('Everything; f filters');
});

journey('a value is found in the pane', async (_, pty) => {
	await pty.press('tab', '/');
	pty.type('E0091');
	await pty.press('enter');
	await pty.waitFor(screen => screen.some(row => row.includes('▸□ E0091')) && screen.some(row => row.includes('n finds the next')));
});

journey('a month is typed as a time range', async (_, pty) => {
	await pty.press('t');
	await pty.waitFor('┌─ Time');
	pty.type('2020-09');
	await pty.press('enter');
	await pty.waitFor(/WHEN 2020-09/);
});

journey('a range is dragged on the timeline', async (_, pty) => {
	await pty.press('[');
	await pty.waitFor('On the timeline');
	await pty.press('[');
	await pty.waitFor('The range begins here');
	await pty.press('right', 'right', 'right', ']');
	await pty.waitFor(/WHEN 2020-\d\d-\d\d/);
});

journey('events are sorted and reversed', async (_, pty) => {
	await pty.press('s');
	await pty.waitFor(/employee ?↑/);
	await pty.press('S');
	await pty.waitFor(/employee ?↓/);
	await pty.press('u', 'u');
	await pty.waitFor(/time \(UTC\) ↑/);
});

journey('times are shown in another zone and matches stay', async (_, pty) => {
	await pty.press('z');
	// A machine whose own zone is UTC has no other.
	await pty.waitFor(/Times are shown in|All zones here are UTC/);
	await pty.press('u');
	await pty.waitFor(' 1 of 4,000');
});

journey('names are shown and masked again', async (_, pty) => {
	await pty.press('m');
	await pty.waitFor('Names, e-mails and phones are shown');
	await pty.press('m');
	await pty.waitFor('are masked');
});

journey('a value is copied through the terminal', async (t, pty) => {
	await pty.press('y');
	await pty.waitFor('Copied the value.');
	t.regex(pty.output(), /\u001B\]52;c;[\w+/=]+\u0007/);
});

journey('each screen is one digit away', async (_, pty) => {
	for (const [digit, title] of [['2', '▸Leads'], ['3', '▸Customers'], ['4', '▸Case'], ['5', '▸Sources']] as const) {
		await pty.press(digit);
		await pty.waitFor(title);
	}

	await pty.press('1');
	await pty.waitFor('▸Events');
});

journey('the theme is changed from the palette', async (_, pty) => {
	for (const theme of ['high-contrast', 'none', 'default']) {
		await pty.press(':');
		await pty.waitFor('┌─ All actions');
		pty.type('next theme');
		await pty.waitFor('▸ Next theme');
		await pty.press('enter');
		await pty.waitFor(`Theme: ${theme}.`);
	}
});

journey('the keys are listed and can be scrolled', async (_, pty) => {
	// At 120×40 all of them are in view.
	pty.resize(90, 24);
	await pty.waitFor(screen => isFramed(screen, 90));
	await pty.press('?');
	await pty.waitFor('┌─ Keys');
	await pty.press('j', 'j', 'G');
	await pty.waitFor(/┌─ Keys .* of \d+/);
	await pty.press('escape');
	await pty.waitFor('▸Events');
});

journey('the command line that gives the view is shown', async (_, pty) => {
	await pty.press('c');
	await pty.waitFor('whosaw report');
	await pty.press('escape');
	await pty.waitWithout('┌─ Command line');
});

journey('a paste into the filter is text, whatever is in it', async (t, pty) => {
	await pty.press('f');
	await pty.waitFor('┌─ Filter');
	pty.paste('employee:E0042\u001B]0;owned\u0007\u202E\nq y');
	await pty.waitFor('employee:E0042]0;owned⟨U+202E⟩');
	t.false(pty.output().includes('\u001B]0;'));
	await pty.press('escape');
	await pty.waitWithout('┌─ Filter');
});

journey('of a paste that no line can hold nothing is taken, it is said, and what was typed stays', async (_, pty) => {
	await pty.press('f');
	await pty.waitFor('┌─ Filter');
	pty.type('data:em');
	pty.paste('customer:C1002 OR '.repeat(60_000));
	await pty.waitFor('Nothing of this paste was taken: a line holds 20,000 characters.');
	pty.type('ail');
	await pty.waitFor(/filter data:email {3}/);
	await pty.press('enter');
	await pty.waitFor('WHAT email ✕');
});

journey('two hundred resizes end in a whole frame', async (t, pty) => {
	for (let step = 0; step < 200; step++) {
		pty.resize(20 + (step * 37) % 200, 6 + (step * 13) % 50);
		await delay(4);
	}

	pty.resize(132, 43);
	await pty.waitFor(screen => screen.length === 43 && isFramed(screen, 132));
	t.pass();
});

journey('what was typed outlives a window too small to show it', async (_, pty) => {
	await pty.press('f');
	await pty.waitFor('┌─ Filter');
	pty.type('data:email');
	pty.resize(30, 8);
	await pty.waitFor('whosaw needs 40 × 10.');
	pty.resize(250, 80);
	await pty.waitFor('filter data:email');
	await pty.press('enter');
	await pty.waitFor('WHAT email ✕');
});

journey('panes stack on a narrow screen and Tab goes through them', async (_, pty) => {
	pty.resize(84, 30);
	await pty.waitFor(screen => isFramed(screen, 84));
	await pty.press('tab');
	await pty.waitFor('▸Employees');
	pty.resize(60, 16);
	await pty.waitFor(screen => isFramed(screen, 60) && screen.some(row => row.includes('▸Employees')));
});

journey('a continued process paints all of its screen', async (_, pty) => {
	const written = pty.output().length;
	await pty.press('j');
	pty.kill('SIGCONT');
	await pty.waitFor(screen => /\?1049h.*\?2026l/su.test(pty.output().slice(written)) && screen.some(row => row.includes(' 2 of 4,000')));
});

journey('q asks, and everything is as it was when one stays', async (_, pty) => {
	await pty.press('q');
	await pty.waitFor('Leave whosaw?');
	await pty.press('escape');
	await pty.waitFor(' 1 of 4,000');
});
