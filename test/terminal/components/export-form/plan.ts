import {homedir} from 'node:os';
import test from 'ava';
import type {ExportLayer} from '../../../../source/terminal/app/layer.ts';
import {planOf, problemIn} from '../../../../source/terminal/components/export-form/plan.ts';
import {editorOf} from '../../../../source/terminal/components/line-editor/state.ts';

const form = (typed: Partial<Record<'directory' | 'reason' | 'key' | 'recipients', string>>, others: Partial<ExportLayer> = {}): ExportLayer => ({
	kind: 'export', of: 'filter', audience: 'law-enforcement', zip: false, part: 'start', status: {is: 'asking'},
	directory: editorOf(typed.directory ?? 'out'), reason: editorOf(typed.reason ?? 'complaint'), key: editorOf(typed.key ?? ''), recipients: editorOf(typed.recipients ?? ''), ...others,
});

test('what is typed is taken as a shell would give it: the home folder, and several recipients', t => {
	t.deepEqual(planOf(form({directory: ' ~/out ', key: '~/.ssh/id', recipients: 'age1a, age1b  age1c'}, {zip: true})), {
		directory: `${homedir()}/out`, keys: [`${homedir()}/.ssh/id`], recipients: ['age1a', 'age1b', 'age1c'], zip: true,
	});
});

test('each mistake is told on the row where it can be mended', t => {
	t.is(problemIn(form({}), undefined), undefined);
	t.is(problemIn(form({directory: ' '}), undefined)?.part, 'directory');
	t.is(problemIn(form({reason: ''}), undefined)?.part, 'reason');
	t.is(problemIn(form({recipients: 'AGE-SECRET-KEY-1X'}), undefined)?.part, 'recipients');
	t.is(problemIn(form({}, {audience: 'customers'}), undefined)?.part, 'audience');
});
