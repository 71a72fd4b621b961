import {EventEmitter} from 'node:events';
import {setTimeout as delay} from 'node:timers/promises';
import {isDeepStrictEqual} from 'node:util';
import test from 'ava';
import {render as renderInk} from 'ink';
import stripAnsi from 'strip-ansi';
import {appElement} from '../../../source/terminal/app/app.tsx';
import {ScreenWriter} from '../../../source/terminal/engine/screen-writer.ts';
import {driveApp, type AppDriver} from '../../helpers/app-driver.ts';

/** As Ink draws it. */
const inkRows = ({store}: AppDriver, columns: number, rows: number): readonly string[] => {
	const stdout = Object.assign(new EventEmitter(), {columns, rows, last: '', write(frame: string) {
		this.last = frame;
	}});
	const {unmount} = renderInk(appElement(store), {stdout: stdout as unknown as NodeJS.WriteStream, debug: true, patchConsole: false});
	const frame = stripAnsi(stdout.last).split('\n');
	unmount();
	return frame;
};

/** As it comes to the terminal. */
const open = ({store}: AppDriver, columns: number, rows: number) => {
	const target = Object.assign(new EventEmitter(), {columns, rows, write: () => true});
	const writer = new ScreenWriter({target});
	writer.open();
	const options = {stdout: writer as unknown as NodeJS.WriteStream, patchConsole: false, onRender: () => writer.drawn()};
	const {unmount} = renderInk(appElement(store), options);
	return {
		unmount,
		/** Once they are those wanted, or after ten seconds, whichever comes first: Ink draws at most 30 times a second, and later on a busy machine. */
		async rows(wanted: readonly string[]): Promise<readonly string[]> {
			const shown = (): readonly string[] => writer.screenText().map(row => row.trimEnd());
			for (let tries = 0; tries < 1000 && !isDeepStrictEqual(shown(), wanted); tries++) {
				await delay(10);
			}

			return shown();
		},
	};
};

for (const [columns, rows] of [[120, 40], [90, 30], [60, 16]] as const) {
	test(`the canvas shows what Ink would draw at ${columns}×${rows}, whatever lies over it`, async t => {
		const app = driveApp({columns, rows, filterText: 'data:email'});
		await app.answered();
		const screen = open(app, columns, rows);
		for (const keys of [[], ['j', 'j'], ['tab'], ['f'], ['escape', 't'], ['escape', ':'], ['escape', '?'], ['escape', 'o'], ['escape', 'q'], ['escape', 'm'], ['enter']]) {
			app.press(...keys);
			await app.answered();
			const drawn = inkRows(app, columns, rows);
			t.deepEqual(await screen.rows(drawn), drawn, keys.join(' '));
		}

		screen.unmount();
		app.end();
	});
}
