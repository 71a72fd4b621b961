import test from 'ava';
import {App} from '../../../../source/terminal/app/app.tsx';
import {textWidth} from '../../../../source/terminal/text/fit-text.ts';
import {driveApp, type AppDriver} from '../../../helpers/app-driver.ts';
import {frameAt} from '../../../helpers/frame.ts';

const frameOf = (app: AppDriver): readonly string[] => frameAt(<App store={app.store}/>, app.state().size);

for (const [columns, rows] of [[80, 24], [120, 40], [200, 60]] as const) {
	test(`at ${columns} × ${rows} every row is as wide as the screen, and each pane is where its title says`, async t => {
		const app = driveApp({columns, rows});
		await app.answered();
		for (const keys of [[], ['v'], ['tab', 'space'], ['space', 'o'], ['escape', 'b'], ['tab', 'tab'], ['shift+tab', 'shift+tab', 'shift+tab', 'space']]) {
			app.press(...keys);
			await app.answered();
			const frame = frameOf(app);
			t.is(frame.length, rows, keys.join(' '));
			t.deepEqual(frame.filter(row => textWidth(row) !== columns), [], keys.join(' '));
		}

		app.end();
	});
}

test('a wide screen shows three facets, the last of them with the key of the others', async t => {
	const app = driveApp({columns: 200, rows: 60});
	await app.answered();
	const rule = (): string => frameOf(app).find(row => row.startsWith('├'))!;
	t.regex(rule(), /^├─ Employees ─+ +ev\. cust\. ┬─ Data types ─+ +ev\. ┬─ Countries \(v\) ─+ +ev\. ┬─▸Events /);
	app.press('v');
	await app.answered();
	t.regex(rule(), /┬─ Activities \(v\) ─+ +ev\. ┬/);
	app.end();
});

test('marked rows carry a sign, and the title of their pane counts them', async t => {
	const app = driveApp({columns: 120, rows: 40});
	await app.answered();
	app.press('space', 'space', 'tab', 'space');
	const frame = frameOf(app).join('\n');
	t.regex(frame, /▸Employees ✓1 /);
	t.regex(frame, /Events ✓2 /);
	t.regex(frame, /│.✓ E\d{4}/);
	t.regex(frame, /│✓2020-08-01/);
	app.end();
});
