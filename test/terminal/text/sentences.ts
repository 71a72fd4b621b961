import test from 'ava';
import {sentences} from '../../../source/terminal/text/sentences.ts';

test('what happened and what to do next are sentences of their own, however they end', t => {
	t.is(sentences('no field "emploee"; did you mean employee?', 'to search for the text itself, put it in quotes'), 'no field "emploee"; did you mean employee? To search for the text itself, put it in quotes.');
	t.is(sentences('there is no day 2020-02-30', 'write 2020-02-29.'), 'there is no day 2020-02-30. Write 2020-02-29.');
	t.is(sentences('(did you mean “so?”)', 'yes'), '(did you mean “so?”) Yes.');
	t.is(sentences('12 of them', '2020-10 is the whole month'), '12 of them. 2020-10 is the whole month.');
});

test('what stands alone stays as it is', t => {
	t.is(sentences('this value is empty'), 'this value is empty');
	t.is(sentences('this value is empty', undefined, ''), 'this value is empty');
});
