import test from 'ava';
import {parseFilter} from '../../../source/filter/parse.ts';
import type {CaseActLayer} from '../../../source/terminal/app/layer.ts';
import type {State} from '../../../source/terminal/app/state.ts';
import {caseActLines} from '../../../source/terminal/components/case-act/view.ts';
import {lineText} from '../../../source/terminal/drawing/line.ts';
import type {AppDriver} from '../../helpers/app-driver.ts';
import {makeCase, openCase} from './_case-world.ts';

const form = ({layers}: State): CaseActLayer => layers.find(layer => layer.kind === 'case-act')!;
const shown = (state: State): string => caseActLines(state, form(state), {width: 76}).map(line => lineText(line)).join('\n');

/** Opens the palette, and does what is named so. */
const perform = (app: AppDriver, name: string): void => {
	app.press(':');
	app.type(name);
	app.press('enter');
};

test('an exclusion says whom it removes before it is written, and what was excluded is restored from the palette', async t => {
	const {dir} = await makeCase(t);
	const app = await openCase(t, dir);
	const filter = parseFilter('customer:C1002 OR customer:C1003 activity:export', {displayTimezone: 'UTC'});
	app.store.dispatch({type: 'view', change: {filter}});
	await app.answered();
	perform(app, 'exclude');
	await app.until(state => form(state)?.foreseen !== undefined);
	t.regex(shown(app.state()), /It takes out 1 access; 1 customer leaves: C1002\./);
	t.is(app.state().opened!.state.exclusions.length, 1);
	app.type('the customer asked for the call');
	app.press('enter');
	await app.until(({opened}) => opened!.state.exclusions.length === 2);
	t.regex(shown(app.state()), /✓ Exclusion 2: 1 event, 1 customer/);
	app.press('escape');

	perform(app, 'restore');
	t.regex(shown(app.state()), /▸ 2 {2}1 access {2}customer:C1002[^\n]*\n {2}1 {2}1 access {2}reason:T402\n1 of 2 exclusions/);
	app.press('down');
	t.regex(shown(app.state()), / {2}2 {2}1 access[^\n]*\n▸ 1 {2}1 access {2}reason:T402/);
	app.press('enter');
	t.regex(shown(app.state()), /Say why/);
	app.type('T402 is of another customer');
	app.press('enter');
	await app.until(({opened}) => opened!.state.exclusions.length === 1);
	t.regex(shown(app.state()), /✓ Exclusion 1 is taken back: 1 event, 1 customer\n {2}1 customer came in\./);
	t.deepEqual(app.state().opened!.state.exclusions.map(({number}) => number), [2]);
	t.is(app.state().opened!.journal[0]!.act, 'accesses-restored');
});

test('an exclusion of some of the accesses of a customer removes nobody; with none to take back restore says so', async t => {
	const {dir} = await makeCase(t);
	const app = await openCase(t, dir);
	app.store.dispatch({type: 'view', change: {filter: parseFilter('reason:T401', {displayTimezone: 'UTC'})}});
	await app.answered();
	perform(app, 'exclude');
	await app.until(state => form(state)?.foreseen !== undefined);
	t.regex(shown(app.state()), /It takes out 1 access; no customer leaves, each has other accesses\./);
	app.press('escape');
	const {opened} = app.state();
	app.store.dispatch({type: 'case', opened: {...opened!, state: {...opened!.state, exclusions: []}}});
	perform(app, 'restore');
	t.is(app.state().message, 'Nothing was excluded from this case.');
});

test('the three counts are shown as they are and as they would be, before anything is written', async t => {
	const {dir} = await makeCase(t);
	const app = await openCase(t, dir);
	const foresee = async (filter: string, act: () => void): Promise<string> => {
		app.store.dispatch({type: 'view', change: {filter: parseFilter(filter, {displayTimezone: 'UTC'})}});
		await app.answered();
		act();
		await app.until(state => form(state)?.foreseen !== undefined);
		return shown(app.state());
	};

	// What matches has four customers, of whom one stays excluded.
	t.regex(await foresee('employee:*', () => {
		app.press('a');
	}), /4 customers · 6 events match[^]*\n +3 +3 {2}accessed\n +3 +3 {2}without a supported reason\n +0 +0 {2}corroborated as disclosed\n/);
	app.press('escape');
	t.regex(await foresee('customer:C1002', () => {
		perform(app, 'exclude');
	}), /\n +3 +2 {2}accessed\n +3 +2 {2}without a supported reason\n/);
	app.type('asked for the call');
	app.press('enter');
	await app.until(({opened}) => opened!.state.exclusions.length === 2);
	t.is(app.state().opened!.counts.accessed.customers, 2);
	t.regex(shown(app.state()), /\n +2 {2}accessed\n/);
});
