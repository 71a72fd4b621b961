import test from 'ava';
import {listRows} from '../../../source/investigation/leads/leaked-list.ts';

test('a list is one entry a line, a column of a table, or one line of many entries', t => {
	t.deepEqual(listRows('C1\r\n\r\n  C2 \rC3'), [['C1'], ['C2'], ['C3']]);
	t.deepEqual(listRows('id;name\nC1;"Lee; Ada"\nC2;Bo'), [['id', 'name'], ['C1', 'Lee; Ada'], ['C2', 'Bo']]);
	t.deepEqual(listRows('C1, C2, C3, C4'), [['C1'], ['C2'], ['C3'], ['C4']]);
	t.deepEqual(listRows('customer_id,email,name'), [['customer_id', 'email', 'name']]);
	t.deepEqual(listRows('\n \n'), []);
});

test('a remark in quotes may go on over lines; a quote that is never closed is a character', t => {
	t.deepEqual(listRows('email,note\na@example.org,"called twice,\n\nthen wrote"\nb@example.org,""'), [['email', 'note'], ['a@example.org', 'called twice,\n\nthen wrote'], ['b@example.org', '']]);
	t.deepEqual(listRows('a@example.org,"open\nb@example.org,"open\nc@example.org,"open'), [['a@example.org', '"open'], ['b@example.org', '"open'], ['c@example.org', '"open']]);
	t.deepEqual(listRows('"C1"\nC"2\n"C3'), [['C1'], ['C"2'], ['"C3']]);
});

test('quotes in a hundred thousand lines are read in a moment', t => {
	const lines = Array.from({length: 100_000}, (_, index) => `C${index},${'x'.repeat(50)}${index % 2 === 0 ? '"' : ''}`);
	t.is(listRows(lines.join('\n')).length, 100_000);
});
