import test from 'ava';
import fc from 'fast-check';
import {keyId, type Key} from '../../../source/terminal/engine/key.ts';
import {createKeyParser} from '../../../source/terminal/engine/key-parser.ts';
import {cpuTime} from '../../helpers/cpu-time.ts';

/** All keys of an input that nothing follows. */
const keysOf = (...chunks: ReadonlyArray<string | Uint8Array>): readonly Key[] => {
	const parser = createKeyParser();
	return [...chunks.flatMap(chunk => parser.push(chunk)), ...parser.flush()];
};

const ids = (...chunks: ReadonlyArray<string | Uint8Array>): readonly string[] => keysOf(...chunks).map(key => keyId(key));

const escape = '\u001B';

test('keys typed fast arrive merged and are told apart', t => {
	t.deepEqual(ids('jjj'), ['j', 'j', 'j']);
	t.deepEqual(ids('\r\t'), ['enter', 'tab']);
	t.deepEqual(ids(`j${escape}[Ak`), ['j', 'up', 'k']);
});

test('a printable key carries its text and a command does not', t => {
	t.deepEqual(keysOf('é '), [
		{name: 'é', text: 'é', ctrl: false, alt: false, shift: false},
		{name: 'space', text: ' ', ctrl: false, alt: false, shift: false},
	]);
	t.deepEqual(keysOf('\u0010'), [{name: 'p', ctrl: true, alt: false, shift: false}]);
});

test('both codes of Backspace are Backspace', t => {
	t.deepEqual(ids('\u007F\u0008'), ['backspace', 'backspace']);
});

test('control letters have the name of their letter', t => {
	t.deepEqual(ids('\u0003\u0012\u001A\u0000\u001C\u001F'), ['ctrl+c', 'ctrl+r', 'ctrl+z', 'ctrl+space', 'ctrl+\\', 'ctrl+_']);
});

const sequences: Readonly<Record<string, readonly string[]>> = {
	up: ['[A', 'OA', '[1A'], down: ['[B', 'OB'], right: ['[C', 'OC'], left: ['[D', 'OD'],
	home: ['[H', 'OH', '[1~', '[7~'], end: ['[F', 'OF', '[4~', '[8~'], delete: ['[3~'], insert: ['[2~'],
	pageup: ['[5~'], pagedown: ['[6~'], f1: ['OP', '[11~', '[[A'], f5: ['[15~', '[[E'], f12: ['[24~'], enter: ['OM'],
	'shift+tab': ['[Z'], 'ctrl+up': ['[1;5A', 'Oa', '[5A'], 'shift+up': ['[1;2A', '[a'], 'alt+left': ['[1;3D', `${escape}[D`, '[1;9D'],
	'ctrl+shift+right': ['[1;6C'], 'ctrl+delete': ['[3;5~', '[3^'], 'shift+delete': ['[3$'], 'ctrl+shift+delete': ['[3@'],
	'shift+f3': ['[1;2R'], 'alt+b': ['b'], 'alt+B': ['B'], 'alt+backspace': ['\u007F'], 'alt+enter': ['\r'], 'alt+é': ['é'], 'alt+😀': ['😀'],
	'ctrl+alt+c': ['\u0003'], 'ctrl+a': ['[97;5u', '[27;5;97~'], 5: ['Ou'], '+': ['Ok'],
};

for (const [name, forms] of Object.entries(sequences)) {
	test(`${name} is known in every form that terminals send`, t => {
		for (const form of forms) {
			t.deepEqual(ids(escape + form), [name], form);
			t.deepEqual(ids(`${escape}${form}x`), [name, 'x'], form);
		}
	});
}

const noKeys: Readonly<Record<string, string>> = {
	'a mouse report (SGR)': '[<0;12;7M', 'a mouse report (X10)': '[M !!', 'a mouse report (rxvt)': '[32;10;5M', 'where the cursor is': '[12;40R',
	'what the terminal is': '[?62;22c', 'whether a mode is set': '[?2026;2$y', 'focus gained': '[I', 'a colour': ']11;rgb:1e1e/1e1e/1e1e\u0007',
	'a colour, ended otherwise': `]11;rgb:1e1e/1e1e/1e1e${escape}\\`, 'a capability': `P1+r524742${escape}\\`, 'an unknown sequence': '[1;2;3;4x',
	'an unknown function': 'Oz', 'a graphics reply': `_Gi=1;OK${escape}\\`, 'the end of no paste': '[201~', 'kitty answering': '[?1u',
};

for (const [what, form] of Object.entries(noKeys)) {
	test(`${what} is swallowed whole`, t => {
		t.deepEqual(ids(`a${escape}${form}b`), ['a', 'b']);
	});
}

test('a lone Escape waits, and is Escape when nothing follows', t => {
	const parser = createKeyParser();
	t.deepEqual(parser.push(escape), []);
	t.is(parser.pending, 'escape');
	t.deepEqual(parser.flush().map(key => keyId(key)), ['escape']);
	t.is(parser.pending, 'nothing');
	t.deepEqual(parser.push('[').map(key => keyId(key)), ['[']);
});

test('Escape pressed twice is twice Escape', t => {
	t.deepEqual(ids(escape + escape), ['escape', 'escape']);
	t.deepEqual(ids(`${escape}${escape}${escape}`), ['escape', 'escape', 'escape']);
	t.deepEqual(ids(`${escape}${escape}j`), ['escape', 'alt+j']);
});

test('a sequence that another one breaks off is dropped and the other one counts', t => {
	t.deepEqual(ids(`${escape}[1;${escape}[A`), ['up']);
	t.deepEqual(ids(`${escape}[1;\r`), ['enter']);
	t.deepEqual(ids(`${escape}]11;rgb${escape}[B`), ['down']);
	t.deepEqual(ids(`${escape}[1é`), ['é']);
});

test('a sequence that never ends is no key', t => {
	t.deepEqual(ids(`${escape}[1;`), []);
	t.deepEqual(ids(`${escape}[`), ['alt+[']);
	t.deepEqual(ids(`${escape}O`), ['alt+O']);
});

test('a paste is one key with its line ends as newlines', t => {
	const [key, ...others] = keysOf(`${escape}[200~one\r\ntwo\rjjj${escape}[A\u0003${escape}[201~`);
	t.deepEqual(others, []);
	t.is(key?.name, 'paste');
	t.is(key?.text, `one\ntwo\njjj${escape}[A\u0003`);
});

test('a paste whose end never comes is what came', t => {
	const parser = createKeyParser();
	parser.push(`${escape}[200~half`);
	t.is(parser.pending, 'paste');
	t.is(parser.flush()[0]?.text, 'half');
});

test('a character split between reads is one key', t => {
	const bytes = new TextEncoder().encode('山😀');
	t.deepEqual(ids(...Array.from(bytes, byte => Uint8Array.of(byte))), ['山', '😀']);
	t.deepEqual(ids('\uD83D', '\uDE00'), ['😀']);
});

test('bytes that are no UTF-8 are a replacement character and C1 controls are nothing', t => {
	t.deepEqual(ids(Uint8Array.of(0x6A, 0xFF, 0x6B)), ['j', '\uFFFD', 'k']);
	t.deepEqual(ids('a\u009B\u0085b'), ['a', 'b']);
});

test('a megabyte pasted without marks takes no time', t => {
	t.true(cpuTime(() => {
		t.is(ids('j'.repeat(200_000)).length, 200_000);
		t.is(ids(`${escape}[200~`, ...Array.from({length: 100}, () => 'x'.repeat(10_000)), `${escape}[201~`).length, 1);
	}) < 3000);
});

const pieces = fc.oneof(
	fc.constantFrom(...Object.values(sequences).flat().map(form => escape + form)),
	fc.constantFrom(...Object.values(noKeys).map(form => escape + form)),
	fc.constantFrom('j', '\r\t', '\u007F', escape, '山', '👩‍💻', `${escape}[200~p\r${escape}q${escape}[201~`, `${escape}[`, '~', '$', ';', '\u0000'),
	fc.string({unit: 'binary', maxLength: 3}),
);

test('it does not matter where the input is split', t => {
	fc.assert(fc.property(fc.array(pieces, {maxLength: 12}), fc.array(fc.nat(), {maxLength: 8}), (parts, cuts) => {
		const bytes = new TextEncoder().encode(parts.join(''));
		const places = [...new Set(cuts.map(cut => cut % (bytes.length + 1)))].toSorted((one, other) => one - other);
		const chunks = [...places, bytes.length].map((end, index) => bytes.subarray(places[index - 1] ?? 0, end));
		t.deepEqual(keysOf(...chunks), keysOf(bytes));
	}), {numRuns: 2000});
});

test('any bytes end in keys that have a name, and none of them hides a control character', t => {
	fc.assert(fc.property(fc.uint8Array({maxLength: 60}), bytes => {
		for (const key of keysOf(bytes)) {
			t.not(key.name, '');
			t.true(key.name === 'paste' || !/\p{Cc}/u.test(key.text ?? ''));
		}
	}), {numRuns: 1000});
});
