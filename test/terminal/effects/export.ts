import test from 'ava';
import {driveApp} from '../../helpers/app-driver.ts';
import type {ExportLayer} from '../../../source/terminal/app/layer.ts';
import type {State} from '../../../source/terminal/app/state.ts';

const formOf = ({layers}: State): ExportLayer | undefined => layers.find(layer => layer.kind === 'export');
const statusOf = (state: State): string | undefined => formOf(state)?.status.is;

test('an export needs a reason, is written, and says how it is verified', async t => {
	const app = driveApp();
	await app.answered();
	app.press('e', 'enter', 'enter');
	t.is(statusOf(app.state()), 'asking');
	t.is(formOf(app.state())?.part, 'reason');
	app.type('handed to the police');
	app.press('enter', 'enter');
	await app.until(state => statusOf(state) === 'done');
	app.press('y');
	t.regex(app.state().copied?.text ?? '', /^\(cd \.\/whosaw-export && sha256sum -c --strict .*\nwhosaw verify \.\/whosaw-export\n$/);
	app.press('escape');
	t.is(statusOf(app.state()), undefined);
	app.end();
});

for (const key of ['escape', 'ctrl+c']) {
	test(`an export that is stopped with ${key} says so, and what was typed is still there`, async t => {
		const app = driveApp({latency: 50});
		await app.answered();
		app.press('e');
		app.type('handed over');
		app.press('enter', 'enter');
		await app.until(state => formOf(state)?.status.is === 'running');
		app.press(key);
		await app.until(state => statusOf(state) === 'asking');
		t.regex(JSON.stringify(formOf(app.state())?.status), /Stopped\. Nothing was written/);
		t.is(formOf(app.state())?.reason.text, 'handed over');
		app.end();
	});
}

test('a form that is left keeps its words and choices for the next time', async t => {
	const app = driveApp();
	await app.answered();
	app.press('e');
	app.type('half a reason');
	app.press('down', 'down', 'right', 'escape', 'e');
	t.is(formOf(app.state())?.reason.text, 'half a reason');
	t.is(formOf(app.state())?.audience, 'internal');
	app.end();
});

test('what cannot be right stands on its row before anything begins', async t => {
	const app = driveApp();
	await app.answered();
	app.press('e');
	app.type('handed over');
	const wrongs: ReadonlyArray<readonly [readonly string[], string, ExportLayer['part'], RegExp]> = [
		[['shift+tab'], 'AGE-SECRET-KEY-1', 'recipients', /secret half/],
		[[], 'ssh-ed25519', 'recipients', /SSH key/],
		[[], 'someone@example.com', 'recipients', /begins with age1/],
		[['shift+tab'], 'no/such/key', 'key', /no such key/],
		[['shift+tab', 'shift+tab'], 'no/such/place', 'directory', /folder that is to hold the case file does not exist/],
		[[], 'package.json', 'directory', /is a file/],
		[[], 'source', 'directory', /holds files/],
	];
	for (const [keys, text, part, problem] of wrongs) {
		app.press(...keys, 'ctrl+u');
		app.type(text);
		for (let presses = 0; presses < 9 && statusOf(app.state()) === 'asking' && formOf(app.state())?.part !== 'start'; presses++) {
			app.press('down');
		}

		app.press('enter');
		await app.until(state => JSON.stringify(formOf(state)?.status).includes('problem'));
		t.is(formOf(app.state())?.part, part, text);
		t.regex(JSON.stringify(formOf(app.state())?.status), problem, text);
		app.press('ctrl+u');
	}

	app.end();
});

test('letters to customers need a case, and the form says so', async t => {
	const app = driveApp();
	await app.answered();
	app.press('e');
	app.type('handed over');
	app.press('down', 'down', 'left', 'up', 'enter');
	t.is(formOf(app.state())?.part, 'audience');
	t.regex(JSON.stringify(formOf(app.state())?.status), /which only a case holds/);
	app.end();
});
