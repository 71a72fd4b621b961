import test from 'ava';
import {render} from 'ink-testing-library';
import {createElement} from 'react';
import stripAnsi from 'strip-ansi';
import {App} from '../../../source/terminal/app/app.tsx';
import {accountPseudonyms} from '../../../source/document/account-pseudonyms.ts';
import {parseFilter} from '../../../source/filter/parse.ts';
import {failureShown, filterMeant, filterShown, shapeOf, textShown, withoutQuotes, wordsShown} from '../../../source/terminal/app/blinding.ts';
import {filterText} from '../../../source/terminal/app/read-filter.ts';
import {driveApp, type AppDriver} from '../../helpers/app-driver.ts';
import {fakeWorld} from '../../helpers/fake-world.ts';

const frameOf = (app: AppDriver): string => {
	const {lastFrame, unmount} = render(createElement(App, {store: app.store}));
	const frame = stripAnsi(lastFrame() ?? '');
	unmount();
	return frame;
};

const names = /E\d{4}\b|Rivera|Okafor|Lindqvist|Takahashi|Moreau|Haddad|Castellanos|Birch|Mwangi|Novak|Marchetti|Pillai/;

test('blind, no screen names an account, and pseudonyms lead back to the same rows', async t => {
	const app = driveApp({columns: 200, rows: 60, filterText: 'activity:export'});
	await app.answered();
	app.press('b', 'm', 'tab', 'enter');
	await app.answered();
	const filter = filterText(app.state().view.filter);
	t.regex(filter, /employee:E\d{4}/);
	for (const keys of [[], ['f'], ['escape', 'tab', 'tab'], ['3'], ['1']]) {
		app.press(...keys);
		await app.answered();
		t.notRegex(frameOf(app).replaceAll('J. Rivera', ''), names, keys.join(' '));
	}

	app.press('f', 'enter');
	t.is(filterText(app.state().view.filter), filter);
	app.end();
});

test('blind, a record shows what it means and not its verbatim text, and neither Y nor c names anyone', async t => {
	const app = driveApp({columns: 120, rows: 40, filterText: 'employee:E0042'});
	await app.answered();
	app.press('b', 'enter');
	await app.until(({layers}) => layers.some(layer => layer.kind === 'record' && layer.detail !== undefined));
	t.regex(frameOf(app), /employee +E-[\da-f]{4}/);
	t.notRegex(frameOf(app), /E0042|Rivera +\n/);
	app.press('Y');
	t.is(app.state().copied, undefined);
	app.press('escape', 'c', 'Y');
	t.is(app.state().copied, undefined);
	t.deepEqual(app.state().layers, []);
	app.press('left', 'right', 'left', 'y');
	app.end();
});

test('an account is hidden in every text of its event where it stands as a word', t => {
	const event = {...fakeWorld(1).events[0]!, employee: '7', employeeName: 'Jo Rivera', onBehalfOf: 'svc-batch+1'};
	const blinding = {of: () => 'E-aaaa', account: () => undefined};
	t.is(textShown('asked by jo rivera (7) for svc-batch+1 about 1778', event, blinding), 'asked by E-aaaa (E-aaaa) for E-aaaa about 1778');
	t.is(textShown('asked by 7', event, undefined), 'asked by 7');
});

test('a text that anybody may stand in is not shown until all accounts are known, and what quotes a record never is', t => {
	const event = fakeWorld(1).events[0]!;
	const of = (account: string): string => `<${account}>`;
	const blinding = {of, account: () => undefined, hide: (text: string) => text.replaceAll('E0107', '<E0107>')};
	t.is(wordsShown('asked by E0107', event, {of, account: () => undefined}), '•••');
	t.is(wordsShown('asked by E0107', event, blinding), 'asked by <E0107>');
	t.is(withoutQuotes('employee: "E0042" against "E0107', blinding), 'employee: ••• against •••');
	t.is(shapeOf('E0042 Zoë'), 'x0000 xxx');
});

test('whatever in a filter may name somebody is shown by a pseudonym, and means the same when it is taken', t => {
	const parse = (text: string) => parseFilter(text, {displayTimezone: 'UTC'});
	const pseudonyms = {...accountPseudonyms('a test'), hide: (text: string) => text.replaceAll('E0107', '•')};
	for (const text of ['employee:E0042', 'employee:E00*', 'customer:jane@example.com', 'reason:"asked by E0107"', 'reason:*E0107*', 'rivera', 'NOT employee:(E0042 OR E0107)']) {
		const filter = parse(text);
		const shown = filterText(filterShown(filter, pseudonyms));
		t.notRegex(shown, /E0|jane|rivera/, text);
		t.deepEqual(filterMeant(parse(shown), pseudonyms), filter, text);
	}

	for (const text of ['data:email', 'customer:C1002', 'reason:"ticket 20418"', 'team:Shop']) {
		t.is(filterText(filterShown(parse(text), pseudonyms)), text);
	}
});

test('what went wrong before anybody is known quotes nothing, and tells where it was by the shape of the path', t => {
	const failure = {message: 'it is not clear which column holds the customer: "Ann Lee" (E0107)', where: '/exports/ann-lee.csv', next: 'Columns: E0107, Ann Lee.'};
	const pseudonyms = accountPseudonyms('a test');
	t.deepEqual(failureShown(failure, {blind: true, pseudonyms}), {message: 'it is not clear which column holds the customer: ••• •••', where: '/xxxxxxx/xxx-xxx.xxx', next: 'Columns: •••'});
	t.deepEqual(failureShown({message: 'the disk is full'}, {blind: true, pseudonyms}), {message: 'the disk is full'});
	t.deepEqual(failureShown(failure, {blind: false, pseudonyms}), failure);
	t.is(failureShown(failure, {blind: true, pseudonyms: {...pseudonyms, hide: text => text.replaceAll('E0107', '<1>')}}).next, 'Columns: <1>, Ann Lee.');
});
