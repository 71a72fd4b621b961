import {EventEmitter} from 'node:events';
import type {ReactNode} from 'react';
import {render} from 'ink';
import stripAnsi from 'strip-ansi';

/** What Ink draws on a screen of any size; ink-testing-library knows one of a hundred columns only. */
export const frameAt = (view: ReactNode, {columns, rows}: {readonly columns: number; readonly rows: number}): readonly string[] => {
	let last = '';
	const stdout = Object.assign(new EventEmitter(), {columns, rows, write(text: string) {
		last = text;
	}});
	const {unmount} = render(view, {stdout: stdout as unknown as NodeJS.WriteStream, debug: true, exitOnCtrlC: false, patchConsole: false});
	const frame = stripAnsi(last).split('\n');
	unmount();
	return frame;
};
