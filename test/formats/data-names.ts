import test from 'ava';
import {dataNames} from '../../source/formats/data-names.ts';

test('names of data stand between bars, semicolons or commas, or in an array', t => {
	for (const cell of ['email|phone', 'email; phone', 'email, phone', '["email","phone"]', 'email,phone,email,']) {
		t.deepEqual(dataNames(cell), ['email', 'phone'], cell);
	}

	t.deepEqual(dataNames('E-Mail, Lieblingsfarbe'), ['E-Mail', 'Lieblingsfarbe']);
});

test('a comma in a name of the log’s own is a part of it', t => {
	t.deepEqual(dataNames('notes, old ones|email'), ['notes, old ones', 'email']);
});
