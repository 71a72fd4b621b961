import test from 'ava';
import {noticeLines} from '../../../source/terminal/app/notice.tsx';
import {lineText, lineWidth} from '../../../source/terminal/drawing/line.ts';
import {beginningState} from '../../helpers/app-driver.ts';

const noticed = (message: string | undefined, columns: number) => noticeLines({...beginningState({columns, rows: 24}), message});

test('a sentence that is longer than the footer stands there whole', t => {
	const message = 'Put the cursor on the first of two accounts among the employees, and press o.';
	t.deepEqual(noticed(message, 120), []);
	const lines = noticed(message, 80);
	t.is(lines.length, 3);
	t.true(lines.every(line => lineWidth(line) === 80));
	t.is(lines.slice(1).map(line => lineText(line).slice(2, -2).trim()).join(' '), message);
});

test('a value in a long sentence is drawn as what can be seen of it, and takes no more than a few rows', t => {
	const lines = noticed(`No “${'\u001B[2J'.repeat(400)}” here.`, 80);
	t.is(lines.length, 6);
	t.false(lines.some(line => lineText(line).includes('\u001B')));
	t.deepEqual(noticed(undefined, 80), []);
});

test('of a sentence that takes more rows than there are, the last one shows that there is more', t => {
	t.regex(lineText(noticed(`No “${'x '.repeat(600)}” here.`, 80).at(-1)!), /… *│$/);
	t.false(noticed(`No “${'x '.repeat(60)}” here.`, 80).some(line => lineText(line).includes('…')));
});
