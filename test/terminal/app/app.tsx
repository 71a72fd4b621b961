import test from 'ava';
import {render} from 'ink-testing-library';
import stripAnsi from 'strip-ansi';
import {App} from '../../../source/terminal/app/app.tsx';
import {driveApp, type AppDriver} from '../../helpers/app-driver.ts';

const frameOf = (app: AppDriver): readonly string[] => {
	const {lastFrame, unmount} = render(<App store={app.store}/>);
	const frame = stripAnsi(lastFrame() ?? '').split('\n');
	unmount();
	return frame;
};

test('every row of the frame has the same width, whatever lies over it', async t => {
	const app = driveApp({columns: 100, rows: 24, filterText: 'employee:E0042 data:email'});
	await app.answered();
	for (const keys of [[], ['f'], ['escape', 't'], ['escape', ':'], ['escape', '?'], ['escape', 'o'], ['escape', 'c'], ['escape', 'e'], ['escape', 'q']]) {
		app.press(...keys);
		const frame = frameOf(app);
		t.is(frame.length, 24, keys.join(' '));
		t.deepEqual(frame.filter(row => row.length !== 100), [], keys.join(' '));
	}

	app.end();
});

test('columns of numbers are aligned at their right ends', async t => {
	const app = driveApp({columns: 100, rows: 24});
	await app.answered();
	const ends = frameOf(app).filter(row => /□ E\d{4}/.test(row)).map(row => row.indexOf('│', 2));
	t.is(new Set(ends).size, 1);
	app.end();
});

test('a filter with nothing left names the part that left nothing', async t => {
	const app = driveApp({columns: 100, rows: 24, filterText: 'customer:nobody'});
	await app.until(({answers}) => answers.emptied !== undefined);
	t.regex(frameOf(app).join('\n'), /This part of the filter[^]*leaves nothing:[^]*customer:nobody/);
	app.end();
});
