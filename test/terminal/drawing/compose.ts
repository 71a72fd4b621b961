import test from 'ava';
import {compose} from '../../../source/terminal/drawing/compose.ts';
import {slicePieces, type Pieces} from '../../../source/terminal/drawing/pieces.ts';

const plain = (text: string): Pieces => [{text, style: undefined}];

test('blocks beside each other share a row, with blanks between them', t => {
	t.deepEqual(compose([{x: 0, y: 0, rows: [plain('ab'), plain('cd')]}, {x: 4, y: 1, rows: [plain('ef')]}], {columns: 10, rows: 3}), ['ab', 'cd  ef', '']);
});

test('what is drawn later lies above, and both ends of what is beneath stay', t => {
	t.deepEqual(compose([{x: 0, y: 0, rows: [plain('0123456789')]}, {x: 3, y: 0, rows: [plain('abc')]}], {columns: 10, rows: 1}), ['012abc6789']);
});

test('half of a wide character that is covered becomes a blank', t => {
	t.deepEqual(compose([{x: 0, y: 0, rows: [plain('山田太郎')]}, {x: 3, y: 0, rows: [plain('ab')]}], {columns: 10, rows: 1}), ['山 ab 郎']);
});

test('nothing is drawn outside of the screen', t => {
	t.deepEqual(compose([{x: 2, y: -1, rows: [plain('above'), plain('0123456789'), plain('below')]}], {columns: 6, rows: 1}), ['  0123']);
});

test('a part of a row keeps its styles', t => {
	const pieces: Pieces = [{text: 'abc', style: {bold: true}}, {text: 'def', style: undefined}];
	t.deepEqual(slicePieces(pieces, 2, 5), [{text: 'c', style: {bold: true}}, {text: 'de', style: undefined}]);
	t.is(compose([{x: 0, y: 0, rows: [pieces]}], {columns: 5, rows: 1})[0], '\u001B[1mabc\u001B[22mde');
});
