import test from 'ava';
import {driveApp} from '../../helpers/app-driver.ts';
import type {State} from '../../../source/terminal/app/state.ts';

const statusOf = ({layers}: State): string | undefined => {
	const layer = layers.find(({kind}) => kind === 'export');
	return layer?.kind === 'export' ? layer.status.is : undefined;
};

test('an export needs a reason, is written, and says how it is verified', async t => {
	const app = driveApp();
	await app.answered();
	app.press('e', 'enter');
	t.is(statusOf(app.state()), 'asking');
	app.type('handed to the police');
	app.press('enter');
	await app.until(state => statusOf(state) === 'done');
	app.press('escape');
	t.is(statusOf(app.state()), undefined);
	app.end();
});

test('an export that is stopped says so, and what was typed is still there', async t => {
	const app = driveApp({latency: 50});
	await app.answered();
	app.press('e');
	app.type('handed over');
	app.press('enter', 'ctrl+c');
	await app.until(state => statusOf(state) === 'asking');
	const layer = app.state().layers.at(-1);
	t.is(layer?.kind === 'export' ? layer.reason.text : '', 'handed over');
	app.end();
});

test('a form that is left keeps its words for the next time', async t => {
	const app = driveApp();
	await app.answered();
	app.press('e');
	app.type('half a reason');
	app.press('escape', 'e');
	const layer = app.state().layers.at(-1);
	t.is(layer?.kind === 'export' ? layer.reason.text : '', 'half a reason');
	app.end();
});
