import test from 'ava';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {changedLines} from '../../../../source/terminal/screens/sources/changed-lines.ts';

const since = Date.UTC(2020, 9, 30, 14, 3, 11) * 1000;
const text = (changed: Parameters<typeof changedLines>[0]): string => changedLines(changed, 'UTC', 200).map(line => lineText(line)).join('\n');

test('each says which file, since when, what follows, and what to do', t => {
	const shown = text([
		{path: 'crm.csv', change: 'gone', isReadable: false, since}, {path: 'desk.csv', change: 'changed', isReadable: false, since}, {path: 'all.zip', change: 'gone', isReadable: true, since},
	]);
	t.regex(shown, /gone\s+crm\.csv, noticed 2020-10-30 14:03:11 UTC\. Its records cannot be shown or exported while it is gone\./);
	t.regex(shown, /changed\s+desk\.csv.*cannot be shown or exported as they were loaded\./);
	t.regex(shown, /all\.zip.*read from what was unpacked of it/);
	t.regex(shown, /Put the loaded files back[^]*R loads the exports again/);
	t.is(text([]), '');
});

test('of hundreds twenty are named and the others counted; a hostile name stays on its row', t => {
	const many = Array.from({length: 300}, (_, index) => ({path: `${index}\u001B[2J\n.csv`, change: 'gone', isReadable: false, since} as const));
	t.regex(text(many), /and 280 more exports/);
	t.false(text(many).includes('\u001B'));
});
