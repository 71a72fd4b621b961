import test from 'ava';
import fc from 'fast-check';
import {visibleLines, visibleText} from '../../source/document/visible-text.ts';
import {safeJson} from '../../source/document/safe-json.ts';
import {cpuTime} from '../helpers/cpu-time.ts';

const acting = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uD800-\uDFFF\u{E0000}-\u{E007F}]/u;

test('plain text comes back as it is', t => {
	for (const value of ['', 'E0042', 'José Núñez', 'Nguyễn Việt', '日本語', 'Ελλάδα', '한국', 'Ivana Ćosić', 'a – b “c” €', 'नमस्ते', 'سلام']) {
		t.is(visibleText(value), value);
	}
});

test('terminal escapes become symbols', t => {
	t.is(visibleText('a\u001B[31mred\u001B]8;;http://example.com\u0007x\u009B2J\u007F'), 'a␛[31mred␛]8;;http://example.com␇x⟨U+009B⟩2J␡');
});

test('line ends, tabs and separators become symbols on one line', t => {
	t.is(visibleText('a\r\nb\tc\u2028d\u2029e\u0085f'), 'a␍␊b␉c⟨U+2028⟩d⟨U+2029⟩e⟨U+0085⟩f');
	t.deepEqual(visibleLines('a\r\nb\u001B'), ['a', 'b␛']);
});

test('text that is turned around or hidden is shown', t => {
	t.is(visibleText('user\u202Egpj.exe'), 'user⟨U+202E⟩gpj.exe');
	t.is(visibleText('\u2066a\u2069\u200B\u200D\uFEFF\u00AD\u3164'), '⟨U+2066⟩a⟨U+2069⟩⟨U+200B⟩⟨U+200D⟩⟨U+FEFF⟩⟨U+00AD⟩⟨U+3164⟩');
	t.is(visibleText('x\u{E0041}\u{E007F}'), 'x⟨U+E0041⟩⟨U+E007F⟩');
	// Nobody has given these a meaning yet, and fonts leave them out already.
	t.is(visibleText('a\u2065\uFFF0\u{E0FFF}'), 'a⟨U+2065⟩⟨U+FFF0⟩⟨U+E0FFF⟩');
	t.is(visibleText('\u034F\u115F\u1160\u17B4\u17B5\uFFA0\u2800'), '⟨U+034F⟩⟨U+115F⟩⟨U+1160⟩⟨U+17B4⟩⟨U+17B5⟩⟨U+FFA0⟩⟨U+2800⟩');
	t.is(visibleText('\uD800 \uDC00x'), '⟨U+D800⟩ ⟨U+DC00⟩x');
});

test('joiners stay where writing needs them', t => {
	for (const value of ['👨‍👩‍👧', '👩🏽‍🔬', '❤️‍🔥', '☎️', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'می‌خواهم', 'क्‍ष']) {
		t.is(visibleText(value), value);
	}
});

test('no more than four marks sit on a letter, and none before the first', t => {
	t.is(visibleText(`Z${'\u0301'.repeat(6)}`), `Z${'\u0301'.repeat(4)}⟨U+0301⟩⟨U+0301⟩`);
	t.is(visibleText('\u0301a'), '⟨U+0301⟩a');
});

test('a value cannot imitate a mark', t => {
	t.is(visibleText('␛⟨U+202E⟩'), '⟨U+241B⟩⟨U+27E8⟩U+202E⟨U+27E9⟩');
});

const restore = (text: string): string => text
	.replaceAll(/⟨U\+([\dA-F]+)⟩|[\u2400-\u2421]/g, (symbol: string, code?: string) => {
		if (code !== undefined) {
			return String.fromCodePoint(Number.parseInt(code, 16));
		}

		return symbol === '\u2421' ? '\u007F' : String.fromCodePoint(symbol.charCodeAt(0) - 0x2400);
	});

const anyText = fc.oneof(
	fc.string({unit: 'binary'}),
	fc.array(fc.constantFrom('a', '\u001B', '\u202E', '\u0301', '⟨', '⟩', 'U+', '␛', '\uD800', '👨', '\u200D', '\n', '\u{E0041}')).map(parts => parts.join('')),
);

test('whatever comes in, nothing acts on the terminal, and two values never look the same', t => {
	fc.assert(fc.property(anyText, value => {
		const shown = visibleText(value);
		return !acting.test(shown.replaceAll(/🏴[\u{E0020}-\u{E007F}]+/gu, '')) && restore(shown) === value;
	}), {numRuns: 2000});
	t.pass();
});

test('a million marks are answered in good time', t => {
	t.true(cpuTime(() => {
		visibleText('a\u0301'.repeat(500_000));
		visibleText('\u0301'.repeat(1_000_000));
	}) < 10_000);
});

test('JSON keeps the exact value and shows what is hidden', t => {
	t.is(safeJson({a: 'x\u001B\u202E\u{E0041}y'}), String.raw`{"a":"x\u001b\u202e\udb40\udc41y"}`);
	t.is(safeJson({a: ['é']}, 2), '{\n  "a": [\n    "é"\n  ]\n}');
	fc.assert(fc.property(anyText, value => {
		const text = safeJson({value});
		return !acting.test(text) && (JSON.parse(text) as {value: string}).value === value;
	}), {numRuns: 2000});
});
