/* oxlint-disable no-control-regex -- escape sequences are the matter of this file */
import {EventEmitter} from 'node:events';
import test from 'ava';
import fc from 'fast-check';
import xterm from '@xterm/headless';
import {LineWriter, newLines} from '../../../source/terminal/engine/line-writer.ts';
import {ScreenWriter} from '../../../source/terminal/engine/screen-writer.ts';

/** A terminal with the modes that the guard sets. */
const openTarget = (columns = 20, rows = 5) => {
	const terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	terminal.write('\u001B[?1049h\u001B[?7l');
	const written: string[] = [];
	const target = Object.assign(new EventEmitter(), {columns, rows, write(text: string) {
		written.push(text);
		terminal.write(text);
	}});
	const resize = (newColumns: number, newRows: number): void => {
		terminal.resize(newColumns, newRows);
		Object.assign(target, {columns: newColumns, rows: newRows});
		target.emit('resize');
	};

	const lines = async (): Promise<readonly string[]> => {
		await new Promise<void>(resolve => {
			terminal.write('', resolve);
		});
		return Array.from({length: terminal.rows}, (_, row) => terminal.buffer.active.getLine(row)?.translateToString(true).trimEnd() ?? '');
	};

	return {target, written, resize, lines, terminal};
};

const openWriter = (columns?: number, rows?: number) => {
	const screen = openTarget(columns, rows);
	const writer = new ScreenWriter({target: screen.target});
	writer.open();
	screen.written.length = 0;
	return {...screen, writer};
};

/** As log-update does it: the frame before is erased line by line. */
const erase = (lines: number): string => `${'\u001B[2K\u001B[1A'.repeat(lines)}\u001B[2K\u001B[G`;

test('a frame is written once and a changed line alone', async t => {
	const {writer, written, lines} = openWriter();
	writer.write('one\ntwo\nthree\n');
	writer.write(`${erase(3)}one\n2\nthree\n`);
	t.deepEqual(await lines(), ['one', '2', 'three', '', '']);
	t.is(written.length, 2);
	t.true(written[1]?.includes('\u001B[2;1H\u001B[2K2'));
	t.false(written[1]?.includes('one'));
	t.regex(written[1] ?? '', /^\u001B\[\?2026h.*\u001B\[\?2026l$/su);
});

test('the same frame again writes nothing', t => {
	const {writer, written} = openWriter();
	writer.write('one\n');
	writer.write(`${erase(1)}one\n`);
	t.is(written.length, 1);
});

test('a frame that got shorter leaves nothing behind', async t => {
	const {writer, lines} = openWriter();
	writer.write('one\ntwo\nthree\n');
	writer.write(`${erase(3)}1\n`);
	t.deepEqual(await lines(), ['1', '', '', '', '']);
});

test('a line as wide as the screen keeps its last cell', async t => {
	const {writer, lines} = openWriter(5, 2);
	writer.write('abcde\nfghij\n');
	writer.write(`${erase(2)}vwxyz\nfghij\n`);
	t.deepEqual(await lines(), ['vwxyz', 'fghij']);
});

test('a frame as high as the screen, and a higher one, does not scroll', async t => {
	const {writer, lines} = openWriter(5, 2);
	writer.write('a\nb\nc\nd\n');
	t.deepEqual(await lines(), ['a', 'b']);
	t.is(writer.rows, 3);
});

test('a size of nothing is 80 by 24', t => {
	const writer = new ScreenWriter({target: Object.assign(new EventEmitter(), {columns: 0, rows: undefined, write: () => true})});
	t.deepEqual(writer.size(), {columns: 80, rows: 24});
	t.is(writer.columns, 80);
	t.is(writer.rows, 25);
});

test('the cursor goes where a component has set it, and away again', async t => {
	const {writer, terminal, lines, written} = openWriter();
	writer.write('one\ntwo\n\u001B[1A\u001B[3G\u001B[?25h');
	await lines();
	t.deepEqual([terminal.buffer.active.cursorX, terminal.buffer.active.cursorY], [2, 1]);
	writer.write('\u001B[?25l\u001B[1B\u001B[G\u001B[2A\u001B[2G\u001B[?25h');
	await lines();
	t.deepEqual([terminal.buffer.active.cursorX, terminal.buffer.active.cursorY], [1, 0]);
	writer.write(`\u001B[?25l\u001B[G${erase(2)}one\ntwo\n`);
	t.true(written.at(-1)?.endsWith('\u001B[?25l\u001B[?2026l'));
	t.deepEqual(await lines(), ['one', 'two', '', '', '']);
});

test('nothing is written while the screen belongs to somebody else, and all of it afterwards', async t => {
	const {writer, written, lines, terminal} = openWriter();
	writer.write('one\ntwo\n');
	writer.close();
	written.length = 0;
	writer.write(`${erase(2)}eins\nzwei\n`);
	t.deepEqual(written, []);
	terminal.write('\u001B[2J\u001B[Hsomething else\r\nthat\r\nfills\r\nthe screen');
	writer.open();
	t.deepEqual(await lines(), ['eins', 'zwei', '', '', '']);
	t.deepEqual(writer.screenText().slice(0, 2), ['eins', 'zwei']);
});

test('without colour, colours go and the rest of the style stays', t => {
	const {target, written} = openTarget();
	const writer = new ScreenWriter({target, colour: false});
	writer.open();
	writer.write('\u001B[1m\u001B[31mred\u001B[39m\u001B[22m \u001B[7;38;5;12minverse\u001B[0m \u001B[48;2;1;2;3mback\u001B[49m\n');
	t.true(written.at(-1)?.includes('\u001B[1mred\u001B[22m \u001B[7minverse\u001B[0m back'));
});

test('a disposed writer listens no more', t => {
	const {writer, target} = openWriter();
	writer.dispose();
	t.is(target.listenerCount('resize'), 0);
});

const frame = fc.array(fc.string({unit: fc.constantFrom('a', 'b', ' ', '山', 'é', '\u001B[7mx\u001B[27m'), maxLength: 12}), {minLength: 1, maxLength: 9});
const step = fc.oneof(
	{weight: 4, arbitrary: frame.map(lines => ({kind: 'frame', lines}) as const)},
	{weight: 1, arbitrary: fc.record({kind: fc.constant('resize' as const), columns: fc.integer({min: 4, max: 30}), rows: fc.integer({min: 1, max: 9})})},
);

test('after any frames and resizes the screen is what a full repaint gives', async t => {
	await fc.assert(fc.asyncProperty(fc.array(step, {maxLength: 15}), async steps => {
		const {writer, resize, lines} = openWriter();
		for (const each of steps) {
			if (each.kind === 'frame') {
				writer.write(`${each.lines.join('\n')}\n`);
			} else {
				resize(each.columns, each.rows);
			}
		}

		const shown = await lines();
		writer.repaint();
		t.deepEqual(await lines(), shown);
	}), {numRuns: 200});
});

test('for a screen reader only what is new is said, once', t => {
	const {target, written} = openTarget();
	const writer = new LineWriter({target});
	writer.open();
	writer.write('Employees\nE0042 Rivera');
	writer.write(`${erase(1)}Employees\nE0107 Okafor`);
	writer.write(`${erase(1)}E0107 Okafor\nEmployees`);
	t.deepEqual(written, ['Employees\r\nE0042 Rivera\r\n', 'E0107 Okafor\r\n']);
});

test('a line that is there twice is said twice', t => {
	t.deepEqual(newLines(['a'], ['a', 'a', '', 'b']), ['a', 'b']);
});

test('for a screen reader a row that the cursor has come to is said, and one that it has left is not', t => {
	t.deepEqual(newLines(['▸  one', 'two'], ['one', '▸  two']), ['▸  two']);
	t.deepEqual(newLines(['▸  one'], ['▸  one']), []);
});
