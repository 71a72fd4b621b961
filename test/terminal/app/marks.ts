import test from 'ava';
import {filterText} from '../../../source/terminal/app/read-filter.ts';
import {driveApp, type AppDriver} from '../../helpers/app-driver.ts';

const loaded = async (): Promise<AppDriver> => {
	const app = driveApp();
	await app.answered();
	return app;
};

const filterOf = (app: AppDriver): string => filterText(app.state().view.filter);

test('marked employees make one filter: + asks for any of them, - for none of them', async t => {
	const app = await loaded();
	const [one, , three] = app.state().answers.employees!.value.rows.map(({value}) => value);
	app.press('tab', 'space', 'j', 'space', '+');
	t.is(filterOf(app), `employee:(${one} OR ${three})`);
	app.press('u', 'g', 'space', 'j', 'space', '-');
	t.is(filterOf(app), `NOT employee:(${one} OR ${three})`);
	t.deepEqual(app.state().marks.values.employees, []);
	app.end();
});

test('Space again takes a mark away, and Escape all of the pane', async t => {
	const app = await loaded();
	app.press('tab', 'space', 'g', 'space');
	t.deepEqual(app.state().marks.values.employees, []);
	app.press('space', 'space', 'escape', '+');
	t.deepEqual(app.state().marks.values.employees, []);
	t.is((filterOf(app).match(/E\d{4}/g) ?? []).length, 1);
	app.end();
});

test('the chosen column of marked events makes the filter', async t => {
	const app = await loaded();
	const events = app.state().answers.events!.value.chunks.get(0)!;
	app.press('left', 'right', 'space', 'space', '+');
	const names = [...new Set(events.slice(0, 2).map(({employee}) => employee!))];
	t.deepEqual(filterOf(app).match(/E\d{4}/g), names);
	app.end();
});

test('Y copies the marked events in the order of their marks, each with its citation', async t => {
	const app = await loaded();
	app.press('j', 'j', 'space', 'g', 'space', 'Y');
	await app.until(({copied}) => copied !== undefined);
	t.deepEqual(app.state().copied!.text.match(/\[crm\.csv, record \d+/g), ['[crm.csv, record 3', '[crm.csv, record 1']);
	t.is(app.state().message, 'Copied 2 records with their citations, unmasked.');
	t.is(app.state().citing, undefined);
	app.end();
});

test('Y without marks copies the event under the cursor', async t => {
	const app = await loaded();
	app.press('j', 'Y');
	await app.until(({copied}) => copied !== undefined);
	t.regex(app.state().copied!.text, /^[^[]*\n\[crm\.csv, record 2, byte 240, length \d+, sha256 (?:a3){32}\]\n$/);
	app.end();
});
