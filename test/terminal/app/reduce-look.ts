import test from 'ava';
import {driveApp} from '../../helpers/app-driver.ts';
import {stalePanes} from '../../../source/terminal/app/working.ts';

test('panes whose question was stopped are asked again with a new order of the events, not left as they were', async t => {
	const app = driveApp({latency: 40});
	t.teardown(async () => app.end());
	await app.answered();
	app.press('+', 'ctrl+c');
	t.true(app.state().stopped);
	app.press('s');
	await app.answered();
	t.deepEqual(stalePanes(app.state()), []);
});
