import test from 'ava';
import {filterText} from '../../../source/terminal/app/read-filter.ts';
import {typedLine} from '../../../source/terminal/app/typed-line.ts';
import {route} from '../../../source/terminal/keymap/router.ts';
import {driveApp, type AppDriver, type DriverOptions} from '../../helpers/app-driver.ts';

const loaded = async (options: DriverOptions = {}): Promise<AppDriver> => {
	const app = driveApp(options);
	await app.answered();
	return app;
};

const filterOf = (app: AppDriver): string => filterText(app.state().view.filter);
const topLayer = (app: AppDriver): string | undefined => app.state().layers.at(-1)?.kind;

test('Escape goes back one layer and never leaves', async t => {
	const app = await loaded();
	app.press('?', 'escape', 'escape', 'escape');
	t.is(app.state().leaving, undefined);
	t.is(topLayer(app), undefined);
	app.end();
});

test('q asks before it leaves, and Escape stays', async t => {
	const app = await loaded();
	app.press('q');
	t.is(topLayer(app), 'quit');
	app.press('escape');
	t.is(app.state().leaving, undefined);
	app.press('q', 'y');
	t.is(app.state().leaving, 0);
	app.end();
});

test('Ctrl-C twice leaves with 130, and a key in between disarms it', async t => {
	const app = await loaded();
	app.press('ctrl+c', 'j', 'ctrl+c');
	t.is(app.state().leaving, undefined);
	app.press('ctrl+c');
	t.is(app.state().leaving, 130);
	app.end();
});

test('a filter is typed, applied, undone and redone', async t => {
	const app = await loaded();
	app.press('f');
	app.type('employee:E0042 data:email');
	app.press('enter');
	t.is(filterOf(app), 'employee:E0042 data:email');
	app.press('u');
	t.is(filterOf(app), '');
	app.press('ctrl+r');
	t.is(filterOf(app), 'employee:E0042 data:email');
	app.end();
});

test('a filter with a mistake stays in its line with the place, and the old one stays in force', async t => {
	const app = await loaded();
	app.press('f');
	app.type('data:email emploee:x');
	app.press('enter');
	const layer = app.state().layers.at(-1);
	t.is(layer?.kind === 'filter' ? layer.problem?.at : undefined, 11);
	t.is(filterOf(app), '');
	app.end();
});

test('what was typed and left with Escape comes back with the history', async t => {
	const app = await loaded();
	app.press('f');
	app.type('employee:E0042');
	app.press('escape', 'f', 'up');
	const layer = app.state().layers.at(-1);
	t.is(layer?.kind === 'filter' ? layer.editor.text : undefined, 'employee:E0042');
	app.end();
});

test('Enter on an employee shows only that one, and again all of them', async t => {
	const app = await loaded();
	app.press('tab', 'enter');
	t.regex(filterOf(app), /^employee:E\d{4}$/);
	await app.answered();
	app.press('enter');
	t.is(filterOf(app), '');
	app.end();
});

test('+ and - act on the cell of the event, in the column that was chosen', async t => {
	const app = await loaded();
	const event = app.state().answers.events!.value.chunks.get(0)![0]!;
	app.press('right', '+');
	t.is(filterOf(app), `customer:${event.customers[0]}`);
	app.press('u', '-');
	t.is(filterOf(app), `NOT customer:${event.customers[0]}`);
	app.end();
});

test('x removes the last chip, or the one under the cursor', async t => {
	const app = await loaded({filterText: 'employee:E0042 data:email activity:export'});
	app.press('x');
	t.is(filterOf(app), 'employee:E0042 data:email');
	app.press('shift+tab');
	t.is(app.state().focus, 'chips');
	app.press('home', 'x');
	t.is(filterOf(app), 'data:email');
	app.end();
});

test('a range is begun and ended on the timeline', async t => {
	const app = await loaded();
	app.press('tab', 'tab', 'tab', 'right', 'right', '[', 'right', 'right', ']');
	const {from, bucket} = app.state().answers.timeline!.value;
	const {filter} = app.state().view;
	t.like(filter, {kind: 'match', field: 'time', test: {kind: 'within', from: from + 2 * bucket, to: from + 5 * bucket}});
	app.end();
});

test('find goes to the row while one types, n goes on', async t => {
	const app = await loaded();
	app.press('/');
	app.type('E0042');
	app.press('enter');
	await app.answered();
	const first = app.state().places.events.cursor;
	app.press('n');
	await app.answered();
	t.true(app.state().places.events.cursor > first);
	app.end();
});

test('y copies the value under the cursor, Y a record with its citation', async t => {
	const app = await loaded();
	const event = app.state().answers.events!.value.chunks.get(0)![0]!;
	app.press('right', 'y');
	t.is(app.state().copied?.text, event.customers[0]);
	app.press('enter');
	await app.until(({layers}) => layers.some(layer => layer.kind === 'record' && layer.detail !== undefined));
	app.press('Y');
	t.regex(app.state().copied!.text, /\n\[crm\.csv, record 1, byte 120, length \d+, sha256 (?:a3){32}\]\n$/);
	app.end();
});

test('whatever takes text says so when a paste does not fit beside what stands there, and keeps that', async t => {
	const app = await loaded();
	const half = 'C1002 OR '.repeat(1400);
	const paste = (): void => {
		for (const action of route(app.state(), {chord: 'paste', text: half})) {
			app.store.dispatch(action);
		}
	};

	for (const keys of [['f'], ['t'], ['/'], [':']] as const) {
		app.press(...keys);
		paste();
		t.is(app.state().message, undefined, keys[0]);
		const kept = typedLine(app.state())!;
		paste();
		t.is(app.state().message, 'Nothing of this paste was taken: a line holds 20,000 characters, not 25,200.', keys[0]);
		t.is(typedLine(app.state()), kept, keys[0]);
		app.press('escape');
	}

	app.end();
});

test('a line that is full says so at the next character', async t => {
	const app = await loaded();
	app.press('f');
	for (const action of route(app.state(), {chord: 'paste', text: 'x'.repeat(20_000)})) {
		app.store.dispatch(action);
	}

	app.type('y');
	t.is(app.state().message, 'This line is full: it holds 20,000 characters.');
	app.press('backspace');
	app.type('y');
	t.is(app.state().message, undefined);
	app.end();
});

test('[ goes to the timeline from wherever one is, and begins a range there', async t => {
	const app = await loaded();
	app.press('[');
	t.is(app.state().focus, 'timeline');
	t.is(app.state().rangeStart, undefined);
	app.press('[', 'right', 'right', ']');
	t.regex(filterOf(app), /^time:/);
	app.end();
});
