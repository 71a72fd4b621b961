import test from 'ava';
import {layoutOf} from '../../../../source/terminal/app/layout.ts';
import type {State} from '../../../../source/terminal/app/state.ts';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {facetLines} from '../../../../source/terminal/screens/explore/facet-lines.ts';
import {driveApp} from '../../../helpers/app-driver.ts';

const employees = (state: State): readonly string[] => facetLines(state, 'employees', layoutOf(state).panes.employees!).map(line => lineText(line).trimEnd()).filter(Boolean);

test('at 120 columns a masked name stands whole beside its id', async t => {
	const app = driveApp();
	await app.answered();
	for (const row of employees(app.state())) {
		t.regex(row, /^[▸ ]□ E\d{4} [A-Z]• [A-Z]• +[\d,]+ +[\d,]+$/);
	}

	await app.end();
});

test('accounts that begin alike are told apart by their ends', async t => {
	const app = driveApp();
	await app.answered();
	const {answers} = app.state();
	const rows = ['alice', 'bob'].map(name => ({value: `arn:aws:iam::123456789012:user/${name}`, label: 'A person', events: 7, customers: 2}));
	const lines = employees({...app.state(), answers: {...answers, employees: {revision: app.state().revision, value: {...answers.employees!.value, rows}}}});
	t.regex(lines[0]!, /^▸□ arn:\S*…\S*alice /);
	t.regex(lines[1]!, /^ □ arn:\S*…\S*bob /);
	await app.end();
});
