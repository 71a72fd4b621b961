import test from 'ava';
import {completePath} from '../../../../source/terminal/components/line-editor/complete-path.ts';

test('Tab takes a path as far as all that begin like it agree', t => {
	t.deepEqual(completePath('ex', {of: 'ex', items: ['exports/crm-a.csv', 'exports/crm-b.csv']}), {text: 'exports/crm-'});
	t.deepEqual(completePath('exports/crm-', {of: 'exports/crm-', items: ['exports/crm-a.csv', 'exports/crm-b.csv']}), {message: 'Type on; Tab completes what is the same in all.'});
	t.deepEqual(completePath('x', {of: 'x', items: []}), {message: 'Nothing begins like that.'});
	// What was found is for a text that was typed before.
	t.deepEqual(completePath('exp', {of: 'ex', items: ['exports/']}), {message: 'The folder is still being read; press Tab again.'});
	t.deepEqual(completePath('exp', undefined), {message: 'The folder is still being read; press Tab again.'});
});
