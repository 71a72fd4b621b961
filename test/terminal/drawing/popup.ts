import test from 'ava';
import {lineText, lineWidth, span} from '../../../source/terminal/drawing/line.ts';
import {popupLines} from '../../../source/terminal/drawing/popup.tsx';

test('rows that a layer has no room for are counted on its lower edge', t => {
	const box = {left: 0, top: 0, width: 30, height: 2};
	const popup = (rows: number) => popupLines({title: 'A note', box, lines: [...Array.from({length: rows}, (_, row) => [span(`row ${row}`)]), []]});
	t.is(lineText(popup(2).at(-1)!), `└${'─'.repeat(32)}┘`);
	t.regex(lineText(popup(5).at(-1)!), /^└─+ … 3 more rows ┘$/);
	t.true(popup(5).every(line => lineWidth(line) === 34));
	t.true(popup(5).at(-1)!.filter(({text}) => text.includes('─')).every(({tone}) => tone === 'accent'));
});
