import test from 'ava';
import fc from 'fast-check';
import {editorLine} from '../../../../source/terminal/components/line-editor/view.ts';
import {lineText, lineWidth} from '../../../../source/terminal/drawing/line.ts';

test('the line takes its width, whatever is typed and wherever the cursor is', t => {
	fc.assert(fc.property(fc.string({unit: fc.constantFrom('a', ' ', '"', '漢', '\u202E', '👩‍👩‍👧')}), fc.nat(), fc.integer({min: 12, max: 50}), (text, at, width) => {
		const segments = [...new Intl.Segmenter().segment(text)];
		const place = segments[at % Math.max(1, segments.length)]?.index ?? 0;
		return lineWidth(editorLine({text, at: place}, width)) === width;
	}));
	t.pass();
});

test('a long text slides so that the cursor is in view', t => {
	t.regex(lineText(editorLine({text: `${'x'.repeat(80)} end`, at: 84}, 20)), /end\s*$/);
});

test('what is not understood is marked from its place on', t => {
	const line = editorLine({text: 'data:email emploee:x', at: 20}, 40, 11);
	t.deepEqual(line.filter(({tone}) => tone === 'bad').map(({text}) => text.trim()).filter(Boolean), ['emploee:x']);
});

test('what a long text hides on either side is told by a sign, and no character of it is cut in two', t => {
	const text = `${'x'.repeat(80)} ${'e\u0301'.repeat(30)} ${'y'.repeat(80)}`;
	t.regex(lineText(editorLine({text, at: 100}, 20)), /^…(?:e\u0301)+ *\S*…$/u);
	t.false(lineText(editorLine({text: 'short', at: 5}, 20)).includes('…'));
	t.is(lineWidth(editorLine({text: `a${'\u0301'.repeat(300)}b`, at: 0}, 20)), 20);
});

test('the mark stands at its place behind characters that are shown by their names', t => {
	const line = editorLine({text: '\u202E\u202E data:email emploee:x', at: 23}, 60, 14);
	t.deepEqual(line.filter(({tone}) => tone === 'bad').map(({text}) => text.trim()).filter(Boolean), ['emploee:x']);
});
