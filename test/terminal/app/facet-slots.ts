import test from 'ava';
import {layoutOf} from '../../../source/terminal/app/layout.ts';
import {driveApp, type AppDriver} from '../../helpers/app-driver.ts';
import {filterText} from '../../../source/terminal/app/read-filter.ts';

const facetsIn = (app: AppDriver): readonly string[] => layoutOf(app.state()).facets;

const loaded = async (columns: number, rows: number): Promise<AppDriver> => {
	const app = driveApp({columns, rows});
	await app.answered();
	return app;
};

test('only facets that the exports fill are offered, and a wide screen shows more of them', async t => {
	const facets: Array<readonly string[]> = [];
	for (const [columns, rows] of [[80, 24], [120, 40], [200, 60], [70, 24]] as const) {
		const app = await loaded(columns, rows);
		facets.push(facetsIn(app));
		app.end();
	}

	t.deepEqual(facets, [
		['employees', 'dataTypes'], ['employees', 'dataTypes'], ['employees', 'dataTypes', 'countries'],
		['employees', 'dataTypes', 'countries', 'activities', 'systems'],
	]);
});

test('v gives the last place to the next facet, going around, and its rows are asked', async t => {
	const app = await loaded(120, 40);
	const seen: Array<string | undefined> = [];
	for (let step = 0; step < 4; step++) {
		app.press('v');
		await app.answered();
		const last = layoutOf(app.state()).facets.at(-1)!;
		seen.push(last);
		t.is(app.state().answers[last]?.revision, app.state().revision);
	}

	t.deepEqual(seen, ['countries', 'activities', 'systems', 'dataTypes']);
	app.end();
});

test('a row of another facet filters like any other, and the facet ignores its own selection', async t => {
	const app = await loaded(120, 40);
	app.press('v', 'tab', 'tab');
	t.is(app.state().focus, 'countries');
	await app.answered();
	const rows = app.state().answers.countries!.value.rows;
	app.press('enter');
	await app.answered();
	t.is(filterText(app.state().view.filter), `country:${rows[0]!.value}`);
	t.deepEqual(app.state().answers.countries!.value.rows, rows);
	app.end();
});

test('a pane that holds the cursor keeps its place when the screen grows narrower', async t => {
	const app = await loaded(200, 60);
	app.press('tab', 'tab', 'tab');
	t.is(app.state().focus, 'countries');
	app.store.dispatch({type: 'resized', size: {columns: 120, rows: 40}});
	t.deepEqual(facetsIn(app), ['employees', 'countries']);
	app.end();
});
