import test from 'ava';
import {newLines} from '../../../source/terminal/engine/line-writer.ts';
import {spokenLines} from '../../../source/terminal/spoken/spoken-lines.ts';
import {driveApp, type AppDriver} from '../../helpers/app-driver.ts';

const drawn = /[─-◿✓✕]/u;

/** What is said after each key, once everything is answered: the lines that were not there before. */
const listening = (app: AppDriver) => {
	let before: readonly string[] = [];
	const news = (): readonly string[] => {
		const now = spokenLines(app.state());
		const said = newLines(before, now);
		before = now;
		return said;
	};

	return {
		news,
		async press(...chords: readonly string[]): Promise<readonly string[]> {
			app.press(...chords);
			await app.answered();
			return news();
		},
	};
};

const start = async () => {
	const app = driveApp({columns: 100_000, rows: 40, spoken: true});
	await app.answered();
	return {app, ear: listening(app)};
};

test('on each screen it is said where one is, what is under the cursor with its units, and which keys help; nothing is drawn', async t => {
	const {app, ear} = await start();
	const wanted: ReadonlyArray<readonly [string, RegExp]> = [
		['1', /Screen 1, Explore\n[\s\S]*In Events\nColumn employee: plus and minus filter by it\nEvent 1 of 4,000: time .*, employee E\d{4}.*\nKeys: question mark for keys; f for filter/],
		['2', /Screen 2, Leads\n(?:.*\n)*Leads: where to look next\. Never a finding, and never who did it\.\n.*\nCaveat: Other explanations fit the same numbers\.\nAccount 1 of 1: unusual days, E0042, unexplained\. Evidence: 412 customers/],
		['3', /Screen 3, Customers\n(?:.*\n)*[\d,]+ customers by id, ascending; \d+ bulk exports at the end do not list all\nColumn customer: plus and minus filter by it\nCustomer 1 of [\d,]+: C1000, name P• E•, e-mail c•••@example\.com, in GB, .*, \d+ events?, employees E\d{4}/],
		['4', /Screen 4, Case\n(?:.*\n)*Line 1 of \d+: No case is open/],
		['5', /Screen 5, Sources\n(?:.*\n)*Row 1: crm\.csv: 4,004 records read, 4,000 kept, 1 duplicate, 3 rejected\nKeys: /],
	];
	for (const [key, lines] of wanted) {
		const said = (await ear.press(key)).join('\n');
		t.regex(said, lines);
		t.notRegex(said, drawn);
	}

	app.end();
});

test('a move says one line, on every screen', async t => {
	const {app, ear} = await start();
	for (const [screen, line] of [['1', /^Event 2 of 4,000: /], ['3', /^Customer 2 of /], ['4', /^Line 2 of \d+: A case keeps/], ['5', /^Row 2: Coverage/]] as const) {
		await ear.press(screen);
		const said = await ear.press('j');
		t.is(said.length, 1, said.join('\n'));
		t.regex(said[0]!, line);
	}

	app.end();
});

test('what reached one customer is said in its head, then event by event', async t => {
	const {app, ear} = await start();
	await ear.press('3');
	await ear.press('enter');
	app.press('j', 'k');
	await app.answered();
	const said = spokenLines(app.state()).join('\n');
	t.regex(said, /C1000, P• E•, c•••@example\.com, GB\n\d+ events? by \d+ employees?, .*, accessed\ndata \w.*\nby E\d{4}[^\n]*\nEvent 1 of \d+: time .*; the filter leaves it\nKeys: Esc for back; Enter for record/);
	app.end();
});

test('a record is said in a sentence and then line by line; its neighbour is one sentence more', async t => {
	const {app, ear} = await start();
	ear.news();
	app.press('enter');
	await app.until(({layers}) => layers.some(layer => layer.kind === 'record' && layer.detail !== undefined));
	const said = ear.news().join('\n');
	t.regex(said, /^Event 1 of 4,000\ntime .*, employee E\d{4}, .*; a second reader agrees\nLine 1 of \d+: As understood\nKeys: Esc for back/);
	t.regex((await ear.press('j')).join('\n'), /^Line 2 of \d+: time, \d{4}-/);
	app.press('right');
	await app.until(({layers}) => layers.some(layer => layer.kind === 'record' && layer.position === 1 && layer.detail !== undefined));
	t.regex(ear.news().join('\n'), /^Event 2 of 4,000\ntime .*; a second reader agrees\nLine 1 of \d+: As understood$/);
	app.end();
});

test('forms say their field, what stands in it, and what is wrong with it', async t => {
	const {app, ear} = await start();
	ear.news();
	t.regex((await ear.press('f')).join('\n'), /^Filter: empty\nEverything\. Such as, employee:E0042.*\n(?:.*\n)*Keys: Enter for apply/);
	app.type('employe:');
	t.regex(ear.news().join('\n'), /^Filter: “employe:”\nProblem: column 1: employe: has no value/);
	await ear.press('escape');
	t.regex((await ear.press(':')).join('\n'), /^All actions: empty\nAction 1 of \d+: Edit the filter, key f\nKeys: /);
	t.regex((await ear.press('down')).join('\n'), /^Action 2 of \d+: Choose a time range, key t$/);
	app.press('escape');
	t.regex((await ear.press('?')).join('\n'), /Keys\nLine 1 of \d+: Filter\nKeys: Esc for back/);
	t.regex((await ear.press('j')).join('\n'), /^Line 2 of \d+: .*Edit the filter$/);
	await ear.press('escape');
	t.regex((await ear.press('q')).join('\n'), /^Leave\nLeave whosaw\?\nNothing is lost: c shows .*\ny or Enter leaves, n or Esc stays\nKeys: y for leave; Esc for stay/);
	t.regex((await ear.press('escape')).join('\n'), /In Events\nColumn employee.*\nEvent 1 of 4,000/);
	t.deepEqual((await ear.press('space')).map(line => line.split(':')[0]), ['1 marked in this pane', 'Event 2 of 4,000']);
	t.regex((await ear.press('m')).join('\n'), /Names, e-mails and phones are shown; m masks them\.$/);
	app.end();
});
