import test from 'ava';
import {printFilter} from '../../../source/filter/print.ts';
import {isWorking, stalePanes} from '../../../source/terminal/app/working.ts';
import {fakeWorld} from '../../helpers/fake-world.ts';
import {openFake} from '../../helpers/fake-investigation.ts';
import type {OpenInvestigation} from '../../../source/terminal/effects/context.ts';
import {driveApp} from '../../helpers/app-driver.ts';

test('a new filter gives up the questions of the one before, and only its own answers arrive', async t => {
	const app = driveApp({latency: 40});
	await app.answered();
	app.press('f');
	app.type('employee:E0049');
	app.press('enter', 'f', 'ctrl+u');
	app.type('employee:E0042');
	app.press('enter');
	await app.answered();
	const {events, totals} = app.state().answers;
	t.is(totals!.revision, app.state().revision);
	t.true([...events!.value.chunks.get(0)!].every(({employee}) => employee === 'E0042'));
	app.end();
});

test('the panes of the filter before are stale until they are answered anew', async t => {
	const app = driveApp({latency: 30});
	await app.answered();
	app.press('tab', 'enter');
	t.is(stalePanes(app.state()).length, 5);
	await app.answered();
	t.is(stalePanes(app.state()).length, 0);
	app.end();
});

test('each facet is asked without the chips on its own field', async t => {
	const asked: string[] = [];
	const app = driveApp({filterText: 'employee:E0042 data:email', onAsk(_, ask) {
		if ('field' in ask) {
			asked.push(`${String(ask.field)} ${printFilter(ask.filter)}`);
		}
	}});
	await app.answered();
	t.true(asked.includes('employee data:email'));
	t.true(asked.includes('data employee:E0042'));
	app.end();
});

test('the events of accounts stand there while their customers are still counted, and only accounts have theirs counted', async t => {
	const asked: string[] = [];
	let count = (): void => undefined;
	const counted = new Promise<void>(resolve => {
		count = resolve;
	});
	const open: OpenInvestigation = async (request, options) => {
		const investigation = await openFake()(request, options);
		return {...investigation, async facet(ask) {
			asked.push(`${ask.field} ${String(ask.customers)}`);
			if (ask.customers) {
				await counted;
			}

			return investigation.facet(ask);
		}};
	};

	const app = driveApp({real: {request: {paths: ['exports/crm.csv']}, open}});
	t.teardown(async () => app.end());
	await app.until(({answers}) => answers.employees !== undefined);
	const counting = app.state().answers.employees!.value.rows;
	t.true(counting.length > 0 && counting.every(({customers}) => customers === undefined));
	t.true(isWorking(app.state()));
	count();
	await app.answered();
	const {rows} = app.state().answers.employees!.value;
	t.deepEqual(rows.map(({customers: _customers, ...row}) => row), counting);
	t.true(rows.every(({customers}) => customers! > 0));
	t.deepEqual(asked.toSorted(), ['data false', 'employee false', 'employee true']);
});

test('only the rows in view are fetched, also at the end of the list', async t => {
	const app = driveApp({world: fakeWorld(2000)});
	await app.answered();
	app.press('G');
	await app.until(({answers}) => answers.events!.value.chunks.has(9));
	t.deepEqual([...app.state().answers.events!.value.chunks.keys()].toSorted((a, b) => a - b), [0, 9]);
	app.end();
});

test('sorting asks for the events alone', async t => {
	const asked: string[] = [];
	const app = driveApp({onAsk: question => asked.push(question)});
	await app.answered();
	asked.length = 0;
	app.press('s');
	await app.answered();
	t.deepEqual(new Set(asked), new Set(['countEvents', 'events']));
	app.end();
});

test('Ctrl-C stops the questions, r asks them again', async t => {
	const app = driveApp({latency: 60});
	await app.answered();
	app.press('tab', 'enter', 'ctrl+c');
	t.true(app.state().stopped);
	t.is(app.state().leaving, undefined);
	app.press('r');
	await app.answered();
	t.is(stalePanes(app.state()).length, 0);
	app.end();
});

test('with nothing left it says which part of the filter left nothing', async t => {
	const app = driveApp({filterText: 'customer:nobody'});
	await app.until(({answers}) => answers.emptied !== undefined);
	t.is(app.state().answers.emptied!.value, 'customer:nobody');
	app.end();
});

test('the record under the cursor is read, and its neighbours on the arrow keys', async t => {
	const app = driveApp();
	await app.answered();
	app.press('enter', 'right', 'right');
	await app.until(({layers}) => {
		const layer = layers.at(-1);
		return layer?.kind === 'record' && layer.detail?.event.row === 2;
	});
	t.is(app.state().places.events.cursor, 2);
	app.end();
});

test('values are offered for the place of the cursor, and Tab takes one', async t => {
	const app = driveApp();
	await app.answered();
	app.press('f');
	app.type('emp');
	await app.until(({layers}) => {
		const layer = layers.at(-1);
		return layer?.kind === 'filter' && layer.completions?.of === layer.editor;
	});
	app.press('tab');
	const layer = app.state().layers.at(-1);
	t.is(layer?.kind === 'filter' ? layer.editor.text : '', 'employee:');
	app.end();
});
