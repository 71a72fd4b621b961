import test from 'ava';
import {EventsPane} from '../../../../source/terminal/screens/explore/panes.tsx';
import {themes} from '../../../../source/terminal/theme.ts';
import {driveApp} from '../../../helpers/app-driver.ts';
import {frameAt} from '../../../helpers/frame.ts';

test('of a long part of the filter that leaves nothing, what fits stands below the heading of the events, and what brings them back is told whole', async t => {
	const app = driveApp({columns: 80, rows: 24});
	await app.answered();
	app.press('f');
	app.type('customer:nobody');
	app.press('enter');
	await app.until(({answers, revision}) => answers.emptied?.revision === revision);
	const {answers, revision} = app.state();
	const state = {...app.state(), answers: {...answers, emptied: {revision, value: `customer:"nobody ${'of that name '.repeat(200)}"`}}};
	const frame = frameAt(<EventsPane state={state} theme={themes.none} box={{width: 78, height: 9}}/>, {columns: 78, rows: 9}).map(row => row.trim());
	t.is(frame.length, 9);
	t.regex(frame[0]!, /^time \(UTC\).*reason$/);
	t.is(frame[1], 'Nothing matches. This part of the filter leaves nothing:');
	t.regex(frame[7]!, /of that.*…$/);
	t.is(frame[8], 'x removes the last chip, Tab reaches the others, u goes back.');
	app.end();
});
