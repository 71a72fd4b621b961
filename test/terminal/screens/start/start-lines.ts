import test from 'ava';
import {initialState} from '../../../../source/terminal/app/initial-state.ts';
import {reduce} from '../../../../source/terminal/app/reducer.ts';
import type {State} from '../../../../source/terminal/app/state.ts';
import {lineText, lineWidth} from '../../../../source/terminal/drawing/line.ts';
import {route} from '../../../../source/terminal/keymap/router.ts';
import {startScreen} from '../../../../source/terminal/screens/start/start-lines.ts';
import {startOf, withFound} from '../../../../source/terminal/screens/start/start-state.ts';

const log = (path: string) => ({path, kind: 'log', format: 'table', unclear: false, bytes: 1234} as const);

const stateAt = (columns: number, rows: number): State => initialState({
	size: {columns, rows}, request: {paths: []}, commandPaths: [], displayTimezone: 'UTC', localZone: 'UTC', investigator: undefined, now: 0, blind: false, pseudonymKey: 'k',
	start: [log('crm.csv'), log('mail\u001B[31m.csv'), {...log('odd.csv'), unclear: true}].reduce(withFound, startOf([['exports/2020']])),
});

const press = (state: State, ...chords: readonly string[]): State => {
	let now = state;
	for (const chord of chords) {
		for (const action of route(now, {chord, ...(chord.length === 1 ? {text: chord} : {})})) {
			now = reduce(now, action);
		}
	}

	return now;
};

test('the screen fills every terminal with its purpose, the logs of the folder and what was opened before', t => {
	for (const [columns, rows] of [[80, 24], [120, 40]] as const) {
		const lines = startScreen(stateAt(columns, rows));
		const text = lines.map(line => lineText(line)).join('\n');
		t.is(lines.length, rows);
		t.deepEqual(lines.filter(line => lineWidth(line) !== columns), []);
		t.regex(text, /Everything stays on this machine[^]+crm\.csv +1\.2 kB {2}table[^]+odd\.csv.*table, unclear[^]+Opened before[^]+▸ {3}exports\/2020/);
		t.false(text.includes('\u001B'));
	}
});

test('where a folder holds more than was looked at, that is said beside its name', t => {
	const state = stateAt(80, 24);
	const text = (isPart: boolean): string => startScreen({...state, start: {...state.start!, looked: true, isPart}}).map(line => lineText(line)).join('\n');
	t.true(text(true).includes('In this folder   the first of many; o opens any other by its path'));
	t.false(text(false).includes('the first of many'));
});

test('the cursor stays on what was opened before while logs are found above it', t => {
	t.is(stateAt(80, 24).start?.cursor, 3);
});

test('marked logs are opened together, else what is under the cursor', t => {
	t.deepEqual(press(stateAt(80, 24), 'enter').start?.chosen, {paths: ['exports/2020']});
	t.deepEqual(press(stateAt(80, 24), 'g', 'space', 'space', 'enter').start?.chosen, {paths: ['crm.csv', 'mail\u001B[31m.csv']});
	t.deepEqual(press(stateAt(80, 24), 'd').start?.chosen, {demo: true});
});

test('what is typed into the path line is opened as it stands, and Escape goes back', t => {
	const typed = press(stateAt(80, 24), 'o', 'l', 'o', 'g');
	t.deepEqual(press(typed, 'enter').start?.chosen, {paths: ['log']});
	t.is(press(typed, 'escape').start?.line, undefined);
	t.is(startScreen(typed).length, 24);
});
