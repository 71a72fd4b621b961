import test from 'ava';
import {spokenText} from '../../../source/terminal/text/spoken-text.ts';

test('frames, bars and alignment are not spoken, words and the sign of the cursor are', t => {
	t.is(spokenText('│ \u001B[1m▸■ email\u001B[22m           796 │'), '▸■ email  796');
	t.is(spokenText('├─ Employees ────── ev. ─┤'), 'Employees  ev.');
	t.is(spokenText('▂▃▆ ░░░'), '');
});
