import test from 'ava';
import {fitLine, lineText, lineWidth, rule, span, spread} from '../../../source/terminal/drawing/line.ts';

test('a fitted line has exactly the width asked for, cut or filled', t => {
	for (const width of [1, 5, 9, 40]) {
		t.is(lineWidth(fitLine([span('employee', 'quiet'), span(' E0042')], width)), width);
	}

	t.is(lineText(fitLine([span('employee'), span(' E0042')], 11)), 'employee E…');
});

test('the right part of a spread line stays whole when the left one has to give way', t => {
	t.is(lineText(spread([span('a long filter with many chips')], [span('571 customers')], 24)), 'a long fil…571 customers');
	t.is(lineText(spread([span('left')], [], 6)), 'left  ');
});

test('a rule fills the gap between its texts and is never wider than asked', t => {
	t.is(lineText(rule([span('├ Events ')], [span(' 1 of 9 ┤')], 24)), '├ Events ────── 1 of 9 ┤');
	t.is(lineWidth(rule([span('├ Events ')], [span(' 1 of 9 ┤')], 6)), 6);
});

test('wide characters count as the columns that they take', t => {
	t.is(lineWidth(fitLine([span('顧客データ')], 7)), 7);
});
