import test from 'ava';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {layoutOf} from '../../../../source/terminal/app/layout.ts';
import {filterText} from '../../../../source/terminal/app/read-filter.ts';
import {timelineLines} from '../../../../source/terminal/screens/explore/timeline-lines.ts';
import {driveApp, type AppDriver, type DriverOptions} from '../../../helpers/app-driver.ts';
import {fakeWorld} from '../../../helpers/fake-world.ts';

const loaded = async (options: DriverOptions = {}): Promise<AppDriver> => {
	const app = driveApp(options);
	await app.answered();
	await app.until(({answers}) => answers.coverage !== undefined);
	return app;
};

const linesOf = (app: AppDriver): readonly string[] => {
	const layout = layoutOf(app.state());
	return timelineLines(app.state(), layout, layout.inner - 2).map(line => lineText(line));
};

const world = fakeWorld(4000);
/** Without the help desk from 10 to 14 August. */
const torn = {...world, events: world.events.filter(({system, at}) => system !== 'helpdesk' || at < Date.UTC(2020, 7, 10) * 1000 || at >= Date.UTC(2020, 7, 15) * 1000)};

test('days without any record of a system are hatched under the timeline, and said in words', async t => {
	const app = await loaded({world: torn});
	const lines = linesOf(app);
	t.is(lines.length, 4);
	t.regex(lines[2]!, /^no log +[▒░]+ +5 days$/);
	app.press('tab', 'tab', 'tab');
	const {from, bucket} = app.state().answers.timeline!.value;
	app.store.dispatch({type: 'place', pane: 'timeline', cursor: Math.floor((Date.UTC(2020, 7, 12) * 1000 - from) / bucket)});
	t.regex(linesOf(app)[3]!, /events · days without helpdesk$/);
	app.end();
});

test('where nothing is missing there is no row of gaps', async t => {
	const app = await loaded();
	t.is(linesOf(app).length, 3);
	app.end();
});

test('a range that is being chosen says from when to when, how long, and how many events it leaves', async t => {
	for (const asked of ['data:email', 'data:email time:2020-08-01..2020-08-20']) {
		const app = await loaded({world, filterText: asked});
		app.press('shift+tab', 'shift+tab', 'home', 'right', '[', 'right', 'right');
		t.is(app.state().focus, 'timeline');
		await app.until(({answers, rangeStart}) => rangeStart !== undefined && (asked === 'data:email' || answers.anyTime !== undefined));
		const [, said] = / · ([\d,]+) events?$/.exec(linesOf(app).at(-1)!)!;
		t.regex(linesOf(app).at(-1)!, /2020-08-\d\d \d\d:\d\d – 2020-08-\d\d \d\d:\d\d · \d+ days?.* · /);
		app.press(']');
		await app.answered();
		t.is(app.state().answers.totals!.value.totals.events, Number(said!.replace(',', '')), filterText(app.state().view.filter));
		app.end();
	}
});

test('two accounts lie on the timeline with bars of two shapes, on one scale; Escape takes them away', async t => {
	const app = await loaded({world});
	const [one, other] = app.state().answers.employees!.value.rows;
	app.press('tab', 'space', 'o');
	await app.until(({answers}) => answers.overlay !== undefined);
	const lines = linesOf(app);
	t.regex(lines[0]!, new RegExp(`^${one!.value} .*[▁▂▃▄▅▆▇█].* ${one!.events}$`));
	t.regex(lines[1]!, new RegExp(`^${other!.value} .*[⡀⣀⣄⣤⣦⣶⣷⣿].* ${other!.events}$`));
	t.regex(lines[2]!, new RegExp(`█ ${one!.value} ${one!.events} {3}⣿ ${other!.value} ${other!.events} events$`));
	app.press('escape');
	t.regex(linesOf(app)[0]!, /^matching/);
	t.is(app.state().overlay, undefined);
	app.end();
});

test('o on one account alone marks it and asks for the second', async t => {
	const app = await loaded({world});
	app.press('tab', 'o');
	t.regex(app.state().message!, /is the first; put the cursor on a second account and press o/);
	app.press('j', 'j', 'o');
	const {rows} = app.state().answers.employees!.value;
	t.deepEqual(app.state().overlay, [rows[0]!.value, rows[2]!.value]);
	app.end();
});

test('gaps are asked anew in days of the zone that is shown', async t => {
	const app = await loaded({world: torn});
	app.press('z');
	await app.until(({answers, view}) => answers.coverage?.value.zone === view.zone);
	t.is(app.state().view.zone, 'America/Toronto');
	t.regex(linesOf(app)[2]!, /^no log/);
	app.end();
});
