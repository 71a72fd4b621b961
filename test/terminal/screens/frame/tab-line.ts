import test from 'ava';
import {tabLine} from '../../../../source/terminal/screens/frame/tab-line.ts';
import {lineText} from '../../../../source/terminal/drawing/line.ts';

test('a wide footer names all screens, and marks the one in view by a sign', t => {
	t.is(lineText(tabLine('customers', 116)), '1 Explore  2 Leads  ▸3 Customers  4 Case  5 Sources');
});

test('at 80 columns all names stand there too, closer together', t => {
	t.is(lineText(tabLine('sources', 76)), '1 Explore 2 Leads 3 Customers 4 Case ▸5 Sources');
});

test('a narrower footer names the screen in view alone', t => {
	t.is(lineText(tabLine('sources', 75)), '1 2 3 4 ▸5 Sources');
});
