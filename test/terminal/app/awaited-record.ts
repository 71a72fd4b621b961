import test from 'ava';
import {fakeWorld} from '../../helpers/fake-world.ts';
import {driveApp, type AppDriver} from '../../helpers/app-driver.ts';

const filtered = async (filter: string): Promise<AppDriver> => {
	const app = driveApp({latency: 30});
	await app.answered();
	app.press('f');
	app.type(filter);
	app.press('enter');
	return app;
};

const kinds = (app: AppDriver): readonly string[] => app.state().layers.map(({kind}) => kind);

test('Enter on events that are still being read opens the first of the new ones when it comes, not the old one that stands there', async t => {
	const app = await filtered('employee:E0042');
	app.press('enter');
	t.deepEqual(kinds(app), []);
	t.regex(app.state().message ?? '', /still being read/);
	await app.until(({layers}) => layers.length > 0);
	const [layer] = app.state().layers;
	const first = app.state().answers.events!.value.chunks.get(0)![0]!;
	t.is(first.employee, 'E0042');
	t.like(layer, {kind: 'record', row: first.row, position: 0});
	t.is(app.state().message, undefined);
	app.end();
});

test('Enter before the first answer opens the first event', async t => {
	const app = driveApp({latency: 30});
	await app.until(({facts}) => facts !== undefined);
	app.press('enter');
	await app.until(({layers}) => layers[0]?.kind === 'record' && layers[0].detail !== undefined);
	t.is(app.state().answers.events!.value.chunks.get(0)![0]!.row, 0);
	app.end();
});

test('Enter on a row far down, whose piece of the list is not here yet, opens that row', async t => {
	const app = driveApp({latency: 30, world: fakeWorld(2000)});
	await app.answered();
	app.press('G', 'enter');
	await app.until(({layers}) => layers.length > 0);
	t.like(app.state().layers[0], {kind: 'record', position: 1999});
	app.end();
});

test('any other key gives up the waiting', async t => {
	const app = await filtered('employee:E0042');
	app.press('enter', 'j');
	await app.answered();
	t.deepEqual(kinds(app), []);
	app.end();
});

test('what was waited for and is not there is said', async t => {
	const app = await filtered('customer:nobody');
	app.press('enter');
	await app.until(({awaitsRecord}) => !awaitsRecord);
	t.deepEqual(kinds(app), []);
	t.is(app.state().message, 'There is no event here.');
	app.end();
});

test('a stopped question is not waited for: Enter opens what stands there', async t => {
	const app = await filtered('employee:E0042');
	app.press('ctrl+c', 'enter');
	t.deepEqual(kinds(app), ['record']);
	app.end();
});

test('a value that has not come yet is said to be still read', async t => {
	const app = driveApp({latency: 30});
	await app.until(({facts}) => facts !== undefined);
	for (const keys of [['+'], ['tab', 'enter'], ['tab', '-'], ['tab', '[']]) {
		app.press(...keys);
		t.regex(app.state().message ?? '', /still being read/, keys.join(' '));
	}

	app.end();
});
