import test from 'ava';
import {driveApp, type AppDriver, type DriverOptions} from '../../helpers/app-driver.ts';
import {fakeWorld} from '../../helpers/fake-world.ts';

const world = fakeWorld(4000);
const needle = {...world, events: world.events.map((event, row) => row === 3210 || row === 17 ? {...event, reason: 'Needle 7'} : event)};

const loaded = async (options: DriverOptions = {}): Promise<AppDriver> => {
	const app = driveApp({world: needle, ...options});
	await app.answered();
	return app;
};

const find = async (app: AppDriver, text: string): Promise<void> => {
	app.press('/');
	app.type(text);
	app.press('enter');
	await app.answered();
};

test('a find looks through all events of the filter, also those that were never fetched', async t => {
	const app = await loaded();
	await find(app, 'needle 7');
	t.is(app.state().places.events.cursor, 17);
	app.press('n');
	await app.until(({places}) => places.events.cursor === 3210);
	t.is(app.state().message, 'Event 3,211; n finds the next, N the one before.');
	app.press('n');
	await app.until(({places}) => places.events.cursor === 17);
	t.is(app.state().message, 'From the first event on again. Event 18; n finds the next, N the one before.');
	app.press('N');
	await app.until(({places}) => places.events.cursor === 3210);
	app.end();
});

test('a find that finds nothing says so and leaves the cursor', async t => {
	const app = await loaded();
	app.press('j', 'j');
	await find(app, 'no such text');
	t.is(app.state().message, 'No event of this filter shows “no such text”.');
	t.is(app.state().places.events.cursor, 2);
	app.end();
});

test('Ctrl-C and Escape give a find up', async t => {
	const app = await loaded({latency: 40});
	for (const key of ['ctrl+c', 'escape']) {
		app.press('/');
		app.type('needle');
		app.press('enter', key);
		t.is(app.state().finding, undefined);
		await app.answered();
	}

	app.end();
});
