import test from 'ava';
import type {State} from '../../../source/terminal/app/state.ts';
import {reduce} from '../../../source/terminal/app/reducer.ts';
import {route} from '../../../source/terminal/keymap/router.ts';
import {startOf} from '../../../source/terminal/screens/start/start-state.ts';
import {spokenLines} from '../../../source/terminal/spoken/spoken-lines.ts';
import {beginningState} from '../../helpers/app-driver.ts';

const pressed = (state: State, ...chords: readonly string[]): State =>
	chords.reduce((before, chord) => route(before, {chord, ...(chord.length === 1 ? {text: chord} : {})}).reduce(reduce, before), state);

const heard = (state: State): string => spokenLines(state).join('\n');

test('what one can begin with is said entry by entry', t => {
	const start = {...startOf([['old.csv']]), looked: true, found: [{kind: 'log', path: 'crm.csv', format: 'table', unclear: false, bytes: 12_000}, {kind: 'case', path: 'leak', format: 'case', unclear: false, bytes: 0}] as const};
	const state: State = {...beginningState({columns: 100_000, spoken: true}), start};
	t.regex(heard(state), /^whosaw\nWho saw which.*\nEverything stays.*\nIn this folder: 2 files to begin with\nOpened before: 1\nHere, 1 of 3: crm\.csv, 12(?:\.0)? kB, table\nKeys: Enter for open; down up for choose; Space for mark/);
	t.regex(heard(pressed(state, 'space')), /Here, 2 of 3: leak, case\nKeys: Enter for open 1/);
	t.regex(heard(pressed(state, 'j', 'j')), /Opened before, 3 of 3: old\.csv/);
	t.regex(heard(pressed(state, 'o', '/', 'e')), /Path: “\/e”\nKeys: Enter for open; Tab for complete; Esc for back/);
});
