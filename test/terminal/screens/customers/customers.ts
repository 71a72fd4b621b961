import test from 'ava';
import type {CaseView} from '../../../../source/investigation/case/case-view.ts';
import {filterText} from '../../../../source/terminal/app/read-filter.ts';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {entryAt} from '../../../../source/terminal/screens/customers/customers-state.ts';
import {customerLines, customersAside} from '../../../../source/terminal/screens/customers/list-lines.ts';
import {storyHead, storyLines} from '../../../../source/terminal/screens/customers/story-lines.ts';
import {driveApp, type AppDriver, type DriverOptions} from '../../../helpers/app-driver.ts';

const onCustomers = async (options: DriverOptions = {}): Promise<AppDriver> => {
	const app = driveApp(options);
	await app.answered();
	app.press('3');
	await app.answered();
	return app;
};

test('the customers that the filter reaches are listed, and behind them the bulk exports that name nobody', async t => {
	const app = await onCustomers({filterText: 'employee:E0042'});
	const {window} = app.state().customers;
	t.is(window!.value.count, app.state().answers.totals!.value.totals.customers);
	t.regex(customersAside(app.state()), /^1 of \d+ · then \d+ exports without all names$/);
	app.press('G');
	t.true(customerLines(app.state()).some(line => /▸ bulk export .* 500 not named/.test(lineText(line))));
	app.end();
});

test('names, e-mails and phones are masked until m shows them', async t => {
	const app = await onCustomers();
	const text = (): string => customerLines(app.state()).map(line => lineText(line)).join('\n');
	t.false(text().includes('Pat Example') || text().includes('c1000@example.com'));
	app.press('m');
	t.true(text().includes('Pat Example') && text().includes('c1000@exam'));
	app.end();
});

test('one customer shows everyone who reached it at any time, and which of that the filter leaves', async t => {
	const app = await onCustomers({filterText: 'employee:E0042'});
	const {customer} = (entryAt(app.state().customers, 0) as {readonly customer: {readonly customer: string}}).customer;
	app.press('enter');
	await app.answered();
	const {value} = app.state().customers.opened!.story!;
	t.true(value.events.some(({employee}) => employee !== 'E0042'));
	t.deepEqual(value.events.filter(({row}) => value.matching.has(row)).map(({employee}) => employee), value.events.filter(({employee}) => employee === 'E0042').map(({employee}) => employee));
	const text = storyLines(app.state(), app.state().customers.opened!).map(line => lineText(line)).join('\n');
	t.true(text.includes(customer) && text.includes('● ') && text.includes('○ '));
	app.press('enter');
	t.like(app.state().layers.at(-1), {kind: 'record', row: value.events[0]!.row});
	app.press('escape', 'escape');
	t.is(app.state().customers.opened, undefined);
	app.end();
});

test('+ and - act on the cell under the cursor, y copies it, and the list follows the filter', async t => {
	const app = await onCustomers();
	const first = (entryAt(app.state().customers, 0) as {readonly customer: {readonly customer: string}}).customer.customer;
	app.press('y', '-');
	t.is(app.state().copied?.text, first);
	t.is(filterText(app.state().view.filter), `NOT customer:${first}`);
	await app.answered();
	t.not((entryAt(app.state().customers, 0) as {readonly customer: {readonly customer: string}}).customer.customer, first);
	app.press('right', 'right', 'right', '+');
	t.regex(filterText(app.state().view.filter), /country:[A-Z]{2}$/);
	app.end();
});

test('customers are sorted by another column, and the other way round', async t => {
	const app = await onCustomers();
	app.press('s');
	await app.answered();
	const events = (): readonly number[] => app.state().customers.window!.value.chunks.get(0)!.map(row => row.events);
	t.deepEqual(events(), [...events()].toSorted((a, b) => b - a));
	app.press('S');
	await app.answered();
	t.deepEqual(events(), [...events()].toSorted((a, b) => a - b));
	app.end();
});

test('a long list is fetched in pieces as one moves through it', async t => {
	const app = await onCustomers();
	t.is(entryAt(app.state().customers, 450), undefined);
	app.press(...Array.from({length: 14}, () => 'pagedown'));
	await app.until(({customers}) => entryAt(customers, customers.place.cursor) !== undefined);
	t.pass();
	app.end();
});

test('each customer stands with the strongest that can be said of them', async t => {
	const app = await onCustomers();
	const {customers: {window}} = app.state();
	const [first, second, third, ...rest] = window!.value.chunks.get(0)!;
	const chunks = new Map([[0, [{...first!, supported: true}, {...second!, supported: false}, third!, ...rest]]]);
	const state = {...app.state(), opened: {corroborated: new Set([third!.customer])} as unknown as CaseView, customers: {...app.state().customers, window: {...window!, value: {...window!.value, chunks}}}};
	const rows = customerLines(state).map(line => lineText(line));
	t.regex(rows[0]!, / level /);
	t.regex(rows[1]!, / accessed /);
	t.regex(rows[2]!, / unsupported /);
	t.regex(rows[3]!, / corroborated /);
	app.press('enter');
	await app.answered();
	t.regex(storyLines(app.state(), app.state().customers.opened!).map(line => lineText(line)).join('\n'), /\n\d+ events? by \d+ employees?, .* {3}accessed\ndata \w/);
	app.end();
});

test('after a resize the bars of one customer are asked for the room that there is', async t => {
	const app = await onCustomers();
	app.press('enter');
	await app.answered();
	app.store.dispatch({type: 'resized', size: {columns: 80, rows: 24}});
	await app.answered();
	const lines = storyLines(app.state(), app.state().customers.opened!).map(line => lineText(line));
	t.true(lines[4]!.length <= 76 && /^[▁-█·]+$/.test(lines[4]!), lines[4]);
	app.end();
});

test('a long name of a customer or an account pushes neither the address nor the other accounts out of sight', async t => {
	const app = await onCustomers();
	app.press('enter');
	await app.answered();
	const {customers} = app.state();
	const story = customers.opened!.story!.value;
	const name = 'Maximiliana 漢字 '.repeat(600);
	const long = {...story, whole: {...story.whole!, name, email: 'a@example.com'}, employees: ['E0042', 'E0107', 'E0009'].map(value => ({value, label: name, events: 2}))};
	const head = storyHead(customers.opened!, long as typeof story, {...app.state(), masked: false}).map(line => lineText(line));
	const [who, by] = [head[0], head[3]];
	t.regex(who!, /Maximiliana.*… {3}a@example\.com/);
	t.regex(by!, /^by E0042 Max.*… 2 · E0107 Max.*… 2 · E0009 Max.*… 2$/);
	t.true(by!.length < 130);
	app.end();
});
