import test from 'ava';
import {ExpectedError} from '../../../source/errors.ts';
import {workbench} from '../../../source/investigation/workbench.ts';
import {reduce} from '../../../source/terminal/app/reducer.ts';
import {createStore} from '../../../source/terminal/app/store.ts';
import {startEffects} from '../../../source/terminal/effects/start-effects.ts';
import {beginningState, driveApp} from '../../helpers/app-driver.ts';

test('the first records are there before the load is complete', async t => {
	const app = driveApp({loading: 400});
	await app.until(({load}) => (load.files[0]?.preview.length ?? 0) > 0);
	t.is(app.state().facts, undefined);
	await app.answered();
	t.is(app.state().load.status, 'complete');
	app.end();
});

test('Escape stops a load, r begins it again', async t => {
	const app = driveApp({loading: 300});
	await app.until(({load}) => load.files.length > 0);
	app.press('escape');
	t.is(app.state().load.status, 'cancelled');
	app.press('r');
	await app.answered();
	t.is(app.state().load.status, 'complete');
	app.end();
});

test('Ctrl-C stops a load and a second one leaves with 130', async t => {
	const app = driveApp({loading: 300});
	await app.until(({load}) => load.files.length > 0);
	app.press('ctrl+c');
	t.is(app.state().load.status, 'cancelled');
	app.press('ctrl+c');
	t.is(app.state().leaving, 130);
	app.end();
});

test('a load that fails says what, where and what next', async t => {
	const store = createStore(reduce, beginningState());
	const end = startEffects({
		store, workbench: workbench(() => new Date(0)), request: {paths: ['x.csv']}, filterText: undefined, held: {investigation: undefined}, now: () => 0, date: () => new Date(0),
		async open() {
			throw new ExpectedError('the file is encrypted', {where: 'x.csv', next: 'Decrypt it first.'});
		},
	});
	await Promise.resolve();
	await Promise.resolve();
	t.deepEqual(store.state().load.failure, {message: 'the file is encrypted', where: 'x.csv', next: 'Decrypt it first.', exitCode: 1});
	end();
});

test('a filter that needs everything loaded waits in its line when it is not understood', async t => {
	const app = driveApp({filterText: 'time:"last 7 dayz"'});
	await app.answered();
	t.is(app.state().layers.at(-1)?.kind, 'filter');
	app.end();
});
