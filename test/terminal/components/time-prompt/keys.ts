import test from 'ava';
import {timeTerm} from '../../../../source/terminal/app/time-range.ts';
import {filterText} from '../../../../source/terminal/app/read-filter.ts';
import {driveApp} from '../../../helpers/app-driver.ts';

test('a range is read as people write it', t => {
	t.is(timeTerm('2020-10-01 to 2020-10-24'), 'time:2020-10-01..2020-10-24');
	t.is(timeTerm('last 7 days'), 'time:"last 7 days"');
	t.is(timeTerm('2020-10-03 09:00 to 2020-10-03 17:00'), 'time:2020-10-03T09:00..2020-10-03T17:00');
});

test('a typed range becomes instants in the filter, beside what is there', async t => {
	const app = driveApp({filterText: 'data:email'});
	await app.answered();
	app.press('t');
	app.type('2020-10-01..2020-10-24');
	app.press('enter');
	t.is(filterText(app.state().view.filter), 'data:email time:[2020-10-01T00:00:00Z TO 2020-10-25T00:00:00Z)');
	app.end();
});

test('a preset is chosen with the arrows', async t => {
	const app = driveApp();
	await app.answered();
	app.press('t');
	app.type('september');
	app.press('down', 'enter');
	t.is(filterText(app.state().view.filter), 'time:[2020-09-01T00:00:00Z TO 2020-10-01T00:00:00Z)');
	app.end();
});

test('a range that is not understood stays in its prompt', async t => {
	const app = driveApp();
	await app.answered();
	app.press('t');
	app.type('yesteryear');
	app.press('enter');
	const layer = app.state().layers.at(-1);
	t.truthy(layer?.kind === 'time' ? layer.problem : undefined);
	app.end();
});
