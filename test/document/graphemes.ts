import test from 'ava';
import fc from 'fast-check';
import {graphemesOf} from '../../source/document/graphemes.ts';
import {cpuTime} from '../helpers/cpu-time.ts';

const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'});
const inOneGo = (text: string): readonly string[] => Array.from(segmenter.segment(text), ({segment}) => segment);

const piece = fc.constantFrom('a', ' ', '\r', '\n', '山', 'é', 'e\u0301', '\u0301', '\u200D', '👩', '💻', '\uFE0F', '🇩', '🇪', '\uD83D', '\uDE00', 'क', '्', 'षि', '\u1100', '\u1161', '\u11A8', '각', '\u0600', '🏽', '©', '\u00AD', 'Ͽ', 'ん', 'ー', '9', '#', '\u20E3');

test('a text in stretches has the characters that it has in one go', t => {
	fc.assert(fc.property(fc.array(piece, {minLength: 200, maxLength: 700}), pieces => {
		const text = pieces.join('');
		t.deepEqual([...graphemesOf(text)], inOneGo(text));
	}), {numRuns: 300});
});

test('one character that is longer than any stretch stays whole', t => {
	const family = `👩${'\u200D👩'.repeat(1000)}`;
	t.deepEqual([...graphemesOf(`a${family}b`)], ['a', family, 'b']);
	t.deepEqual([...graphemesOf('🇩🇪'.repeat(300))], Array.from({length: 300}, () => '🇩🇪'));
	t.deepEqual([...graphemesOf('')], []);
});

test('a text of three hundred thousand characters is gone through in seconds, not in a minute', t => {
	const work = cpuTime(() => {
		t.is([...graphemesOf('漢y '.repeat(100_000))].length, 300_000);
	});
	// In one go it takes a minute.
	t.true(work < 4000, `${work} ms`);
});
