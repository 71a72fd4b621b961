import test from 'ava';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {gapLine} from '../../../../source/terminal/screens/explore/gap-line.ts';
import {beginningState} from '../../../helpers/app-driver.ts';

const day = 86_400_000_000;
const timeline = {from: 0, to: 8 * day, bucket: 2 * day, filtered: [1, 1, 1, 1], all: [1, 1, 1, 1]};

const stateWith = (zone: string) => {
	const state = beginningState();
	return {...state, answers: {coverage: {revision: 0, value: {zone, systems: [{system: 'crm', days: [0, 1, 4, 6, 7], events: [1, 1, 1, 1, 1]}]}}}, view: {...state.view, zone}};
};

test('bars are hatched densely where every day lacks a system, lightly where some do', t => {
	t.regex(lineText(gapLine(stateWith('UTC'), timeline, 60)), /^no log\s+▒░\s+3 days$/);
});

test('the same answers give the very same line, and another zone or width another', t => {
	const state = stateWith('UTC');
	t.is(gapLine(state, timeline, 60), gapLine({...state}, timeline, 60));
	t.not(gapLine(state, timeline, 60), gapLine(state, timeline, 70));
	t.not(gapLine(state, timeline, 60), gapLine(stateWith('UTC'), timeline, 60));
});
