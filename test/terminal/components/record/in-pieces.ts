import test from 'ava';
import fc from 'fast-check';
import {visibleLines, visibleText} from '../../../../source/document/visible-text.ts';
import {piecesOf, rowsOf} from '../../../../source/terminal/components/record/in-pieces.ts';
import {maskText} from '../../../../source/terminal/drawing/masking.ts';
import {wrapVerbatim} from '../../../../source/terminal/drawing/wrap.ts';

const names = ['Rivera, Jo', 'Ada "Bo" Çelik'];
const hide = (text: string): string => maskText(names.reduce((kept, name) => kept.replaceAll(name, '[name]'), text));

const scrap = fc.constantFrom('jane.doe@example.com', '+44 20 7946 0958', '(030) 123 456', '555-010-2030', ...names, '","', '{"a":', ';', '\n', '\r\n', ' ', ',', '⟨', '客户', 'é', '̈', '👩‍💻', '🏴', '\u202E', '\u001B[31m', '1️⃣', 'x', 'a b', '5 b', '.', '-', '@', '"', '}');
const text = fc.array(scrap, {maxLength: 60}).map(parts => parts.join(''));

test('the pieces of a text are the text', t => {
	fc.assert(fc.property(text, fc.integer({min: 1, max: 30}), (value, most) => {
		t.is([...piecesOf(value, names, most)].join(''), value);
	}), {numRuns: 300});
});

test('whatever is hidden in a text is hidden in its pieces, and the rows are those of the whole', t => {
	fc.assert(fc.property(text, fc.integer({min: 1, max: 30}), fc.integer({min: 1, max: 40}), (value, most, width) => {
		const pieces = (): Iterable<string> => [...piecesOf(value, names, most)].map(piece => hide(piece));
		t.deepEqual([...rowsOf(pieces(), width)], wrapVerbatim(visibleText(hide(value)), width));
		t.deepEqual([...rowsOf(pieces(), width, {lines: true})], visibleLines(hide(value)).flatMap(line => wrapVerbatim(line, width)));
	}), {numRuns: 2000});
});

test('a text of a megabyte is cut into many pieces, and one without a seam into none', t => {
	const record = `{${Array.from({length: 20_000}, (_, field) => `"f${field}":"jane${field}@example.com",`).join('')}}`;
	t.true([...piecesOf(record, names)].every(piece => piece.length < 10_000));
	t.is([...piecesOf('x'.repeat(100_000), names)].length, 1);
});
