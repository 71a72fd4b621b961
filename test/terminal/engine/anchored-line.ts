import test from 'ava';
import xterm from '@xterm/headless';
import {anchoredLine} from '../../../source/terminal/engine/anchored-line.ts';
import {fitText} from '../../../source/terminal/text/fit-text.ts';

const values = ['👩‍👩‍👧 family', '👍🏽', '🇩🇪🇫🇷', '❤️ heart', '1️⃣ key', '山田太郎', 'देवनागरी', 'שלום', 'e\u0301\u0301', 'Ω①'];

test('on a terminal that takes emoji for narrow the frame stands in its column all the same', async t => {
	const terminal = new xterm.Terminal({cols: 40, rows: values.length, allowProposedApi: true});
	const lines = values.map(value => `│\u001B[1m${fitText(value, 12)}\u001B[22m│${fitText('plain', 10)}│`);
	await new Promise<void>(resolve => {
		terminal.write(`\u001B[?7l${lines.map((line, row) => `\u001B[${row + 1};1H${anchoredLine(line)}`).join('')}`, resolve);
	});
	for (const [row, value] of values.entries()) {
		const cells = terminal.buffer.active.getLine(row)!;
		t.deepEqual([0, 13, 24].map(column => cells.getCell(column)!.getChars()), ['│', '│', '│'], value);
	}
});

test('a line that all terminals agree on is written as it is', t => {
	const line = '\u001B[2m│\u001B[22m Zoë, 5,558 … ✓ \u001B[38;5;4m▓▓░\u001B[39m│';
	t.is(anchoredLine(line), line);
});
