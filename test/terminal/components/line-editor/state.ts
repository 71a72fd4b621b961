import test from 'ava';
import {editorOf, longestLine, reduceEditor, type EditorAction} from '../../../../source/terminal/components/line-editor/state.ts';

const after = (text: string, ...actions: readonly EditorAction[]) => actions.reduce((editor, action) => reduceEditor(editor, action), editorOf(text));

test('text goes in where the cursor is', t => {
	t.deepEqual(after('ac', {type: 'go', to: 'left'}, {type: 'insert', text: 'b'}), {text: 'abc', at: 2});
});

test('the cursor steps over whole characters', t => {
	t.deepEqual(after('a👩‍👩‍👧', {type: 'go', to: 'left'}), {text: 'a👩‍👩‍👧', at: 1});
	t.deepEqual(after('e\u0301', {type: 'erase', what: 'before'}), {text: '', at: 0});
});

test('words are erased back to the blank before them', t => {
	t.is(after('employee:E0042 data:email', {type: 'erase', what: 'word'}).text, 'employee:E0042 ');
});

test('line ends of pasted text become blanks and controls are dropped', t => {
	t.is(after('', {type: 'insert', text: 'a\r\nb\u001B[31mc'}).text, 'a b[31mc');
});

test('the ends of the line are reached and erased to', t => {
	t.deepEqual(after('abc', {type: 'go', to: 'start'}, {type: 'go', to: 'right'}, {type: 'erase', what: 'to-end'}), {text: 'a', at: 1});
	t.deepEqual(after('abc', {type: 'go', to: 'left'}, {type: 'erase', what: 'to-start'}), {text: 'c', at: 0});
});

test('a line takes the whole of a text that fits and nothing of one that does not, so that no list is cut', t => {
	const full = after('', {type: 'insert', text: 'x'.repeat(longestLine)});
	t.is(full.text.length, longestLine);
	t.deepEqual(reduceEditor(full, {type: 'insert', text: 'y'}), full);
	t.deepEqual(after('customer:', {type: 'insert', text: 'C1002 OR '.repeat(longestLine)}), editorOf('customer:'));
});
