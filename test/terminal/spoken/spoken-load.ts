import test from 'ava';
import {askedOf} from '../../../source/terminal/app/asked.ts';
import type {State} from '../../../source/terminal/app/state.ts';
import {reduce} from '../../../source/terminal/app/reducer.ts';
import {route} from '../../../source/terminal/keymap/router.ts';
import {spokenLines} from '../../../source/terminal/spoken/spoken-lines.ts';
import {beginningState} from '../../helpers/app-driver.ts';
import type {Doubt} from '../../../source/investigation/doubt.ts';

const pressed = (state: State, ...chords: readonly string[]): State =>
	chords.reduce((before, chord) => route(before, {chord, ...(chord.length === 1 ? {text: chord} : {})}).reduce(reduce, before), state);

const heard = (state: State): string => spokenLines(state).join('\n');

const asking = (doubt: Doubt): State => reduce(beginningState({columns: 100_000, spoken: true}), {type: 'doubt', asked: askedOf(doubt)});

const paths = ['exports/a.csv', 'exports/b.csv'];

test('the columns are asked for role by role, and five records are read out once', t => {
	const state = asking({
		kind: 'mapping', paths, columns: ['when', 'who', 'client'], mapping: {time: 'when'}, candidates: {employee: ['who', 'client']},
		rows: [{when: '2020-10-03 14:00', who: 'E0042', client: 'jane@example.com'}],
	});
	t.regex(heard(state), /Which column means what\? exports\/a\.csv and 1 more like it\nRecord 1: when 2020-10-03 14:00, who E0042, client j•••@example\.com\nStill to be said: the employee and the customer.*\nRole 2 of \d+, employee: no column, needed, also likely who or client\nKeys: Enter for take these/);
	const chosen = pressed(state, 'right');
	t.regex(heard(chosen), /Role 2 of \d+, employee: column who, E0042, also likely client/);
	t.regex(heard(pressed(chosen, 'down', 'right')), /Enter takes these columns\.\nRole 3 of \d+, customer: column /);
});

test('blind, the columns are chosen by the shape of what stands in them', t => {
	const state = pressed(asking({kind: 'mapping', paths, columns: ['when', 'who'], mapping: {time: 'when'}, candidates: {}, rows: [{when: '2020-10-03 14:00', who: 'E0042 Jo Rivera'}]}), 'b');
	t.regex(heard(state), /Record 1: when 0000-00-00 00:00, who x0000 xx xxxxxx\n/);
	t.notRegex(heard(state), /E0042|Rivera/);
});

test('the order of dates and the zone are asked with what each choice means', t => {
	const order = asking({kind: 'date-order', paths, example: '03/04/2020', mdy: '2020-03-04', dmy: '2020-04-03'});
	t.regex(heard(order), /Month first, or day first\?.*\n.*\n03\/04\/2020 is 4 March 2020 with the month first, and 3 April 2020 with the day first\nNothing is chosen yet/);
	t.regex(heard(pressed(order, 'down', 'down')), /Chosen: day first; Enter takes it/);
});

test('what is being loaded is said by tenths, and what failed says what to do next', t => {
	const running = reduce(beginningState({spoken: true}), {type: 'progress', now: 500, progress: [{kind: 'found', files: 1, bytes: 1000}, {kind: 'loading', path: 'crm.csv', bytes: 370, ofBytes: 1000, records: 12}]});
	t.regex(heard(running), /Loading, 30 %/);
	t.regex(heard(reduce(running, {type: 'load-failed', failure: {message: 'no such file', where: 'crm.csv', next: 'Name another.', exitCode: 2}})), /Problem: no such file\ncrm\.csv\n.*Name another\.[\s\S]*Keys: r for again/);
});
