import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {route} from '../../../source/terminal/keymap/router.ts';
import {leadsLines} from '../../../source/terminal/screens/leads/leads-lines.ts';
import {lineText} from '../../../source/terminal/drawing/line.ts';
import {driveApp} from '../../helpers/app-driver.ts';
import {temporaryFile} from '../../helpers/temporary-files.ts';
import {csv} from '../../helpers/loading.ts';
import {whosaw} from '../../helpers/cli.ts';
import {makeCase, openCase} from './_case-world.ts';

const log = csv('time,employee,customer', ...Array.from({length: 300}, (_, index) => `2026-03-${String(1 + index % 28).padStart(2, '0')}T12:00:00Z,E${index % 5},C${1000 + index % 90}`));

for (const [key, message] of [['escape', 'Stopped.'], ['ctrl+c', 'Stopped. Ctrl-C again leaves.']] as const) {
	test(`from the first moment on ${key} stops leads, says so, and Enter asks again`, async t => {
		const app = driveApp({real: {request: {paths: [temporaryFile(t, 'log.csv', log)], leaked: [temporaryFile(t, 'leaked.txt', 'C1001\nC1002\nC1003\nC1004\n')]}}});
		t.teardown(app.end);
		await app.answered();
		app.press('2');
		t.is(app.state().leads.working, 'asking');
		t.true(leadsLines(app.state()).some(line => lineText(line) === 'Esc stops it.'));
		for (const action of route(app.state(), {chord: key})) {
			app.store.dispatch(action);
		}

		t.is(app.state().leads.failure, 'Stopped.');
		t.is(app.state().message, message);
		t.is(app.state().screen, 'leads');
		t.is(app.state().armed, key === 'ctrl+c');
		app.press('enter');
		await app.until(({leads}) => leads.answer !== undefined);
		t.is(app.state().leads.working, undefined);
	});
}

test('in a case the app leaves out what was said last to be too late, to the microsecond, and the journal holds it', async t => {
	const {folder, dir} = await makeCase(t);
	const list = join(folder, 'leaked.txt');
	writeFileSync(list, 'C1001\nC1002\nC1003\n');
	t.is((await whosaw(['leads', dir, '--leaked', list, '--surfaced', '2020-10-05T10:00:00.000001Z', '--investigator', 'J. Rivera'])).exitCode, 0);
	const app = await openCase(t, dir);
	app.press('2');
	await app.until(({leads}) => leads.answer !== undefined);
	t.is(app.state().leads.answer!.value.surfaced, Date.UTC(2020, 9, 5, 10) * 1000 + 1);
	t.true(app.state().leads.answer!.value.caveats.includes('What was reached from 2020-10-05T10:00:00.000001Z on, when the list surfaced, is left out: 1 access. Act 6 of the case keeps this time (--surfaced DATE says another).'));
	await app.end();
	const computed = readFileSync(join(dir, 'case.journal'), 'utf8').split('\n').filter(line => line.includes('"act":"leads-computed"'));
	t.is(computed.length, 2);
	t.true(computed.every(line => line.includes('"surfaced":"2020-10-05T10:00:00.000001Z"')));
});
