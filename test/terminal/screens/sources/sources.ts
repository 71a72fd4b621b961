import test from 'ava';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {rejectsLines} from '../../../../source/terminal/components/rejects/view.ts';
import {sourcesLines, sourcesRows, targetOf} from '../../../../source/terminal/screens/sources/sources-lines.ts';
import {driveApp, type AppDriver} from '../../../helpers/app-driver.ts';
import {fakeWorld} from '../../../helpers/fake-world.ts';

const onSources = async (): Promise<AppDriver> => {
	const world = fakeWorld(400);
	const [source] = world.sources;
	const app = driveApp({rows: 60, world: {...world, sources: [{...source!, unmatched: [{value: 'GET /customers/*', records: 12, field: 'resource'}, {value: 'public.secrets', records: 3, field: 'resource', reason: 'not in the catalog'}]}]}});
	await app.answered();
	app.press('5');
	await app.until(({sources}) => sources.coverage !== undefined);
	return app;
};

const goTo = (app: AppDriver, kind: 'rejected' | 'value'): void => {
	for (let steps = 0; targetOf(app.state())?.kind !== kind && steps < 100; steps++) {
		app.press('j');
	}
};

const text = (app: AppDriver): string => sourcesLines(app.state()).lines.map(line => lineText(line)).join('\n');

test('the accounting adds up on the screen, with format, mapping, zone, hash and coverage', async t => {
	const app = await onSources();
	for (const part of ['read       kept', '404', 'table: comma separated', 'time=when', 'UTC, assumed', 'a3a3a3', 'Coverage', 'helpdesk', 'no rule   12 × resource GET /customers/*', 'no rule    3 × resource public.secrets   not in the catalog']) {
		t.true(text(app).includes(part), part);
	}

	app.end();
});

test('of thousands of exports a moved cursor works out nothing anew, and their texts stand below each other', async t => {
	const app = await onSources();
	const {facts, ...state} = app.state();
	const [source] = facts!.sources;
	const many = {...state, facts: {...facts!, sources: Array.from({length: 3000}, (_, index) => ({...source!, path: `${index}.csv`, ambiguousTimes: index % 2}))}};
	const rows = sourcesRows(many, 90);
	t.is(sourcesRows({...many, sources: {...many.sources, place: {cursor: 7, top: 0}}}, 90), rows);
	t.not(sourcesRows({...many, view: {...many.view, zone: 'Asia/Tokyo'}}, 90), rows);
	const formats = rows.map(({line}) => lineText(line)).filter(line => line.startsWith('format '));
	t.is(formats.length, 3000);
	t.is(new Set(formats.map(line => line.indexOf('table'))).size, 1);
	app.end();
});

test('on a narrow screen the titles of the accounting give way, never its numbers', async t => {
	const app = await onSources();
	for (const columns of [40, 60, 80, 120]) {
		const lines = sourcesLines({...app.state(), size: {columns, rows: 60}}).lines.map(line => lineText(line));
		t.regex(lines[1]!, /crm\.csv {2,}404 +400 +1 +3 *$/, String(columns));
		t.regex(lines[0]!, columns < 60 ? /dup\. +rej\. *$/ : /duplicate +rejected *$/, String(columns));
	}

	app.end();
});

test('Enter on a reason opens the rejected records as they stand in the export', async t => {
	const app = await onSources();
	goTo(app, 'rejected');
	app.press('enter');
	await app.until(({layers}) => layers.some(layer => layer.kind === 'rejects' && layer.items !== undefined));
	const layer = app.state().layers.at(-1)!;
	const shown = layer.kind === 'rejects' ? rejectsLines(app.state(), layer, 80).map(line => lineText(line)).join('\n') : '';
	t.true(shown.includes('record 17, byte 2,044') && shown.includes('31/31/2020,E0042'));
	app.end();
});

test('w writes a rule after the types, the pattern and the file were seen, and says that loading again applies it', async t => {
	const app = await onSources();
	app.press('w');
	t.regex(app.state().message ?? '', /Put the cursor on a value/);
	goTo(app, 'value');
	app.press('w');
	app.type('emial');
	app.press('enter');
	const problem = (): unknown => app.state().layers.at(-1);
	t.like(problem(), {kind: 'rule', part: 'types', status: {problem: 'There is no data type “emial”; did you mean email?'}});
	app.press('ctrl+u');
	app.type('email, phone');
	app.press('enter', 'enter');
	t.like(problem(), {kind: 'rule', part: 'path', status: {is: 'asking'}, path: {text: 'whosaw-rules.yaml'}});
	app.press('enter');
	await app.until(({layers}) => layers.some(layer => layer.kind === 'rule' && layer.status.is === 'done'));
	app.press('enter');
	t.deepEqual(app.state().layers, []);
	app.end();
});

test('Escape leaves the form and writes nothing, and what was typed is there again for the same value', async t => {
	const app = await onSources();
	goTo(app, 'value');
	app.press('enter');
	app.type('email');
	app.press('enter', 'enter', 'escape');
	t.deepEqual(app.state().layers, []);
	app.press('enter');
	t.like(app.state().layers.at(-1), {kind: 'rule', part: 'types', types: {text: 'email'}});
	app.end();
});
