import test from 'ava';
import {helpLines} from '../../../../source/terminal/components/help/shown.ts';
import {keyLines} from '../../../../source/terminal/components/help/view.ts';
import {lineText, lineWidth} from '../../../../source/terminal/drawing/line.ts';
import {isOn} from '../../../../source/terminal/keymap/command.ts';
import {commands} from '../../../../source/terminal/keymap/commands.ts';
import {startOf} from '../../../../source/terminal/screens/start/start-state.ts';
import {beginningState} from '../../../helpers/app-driver.ts';

const shown = commands.filter(command => isOn(command, 'explore'));
const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

test('what each key does is said whole, however narrow the screen is', t => {
	for (const width of [36, 76, 109, 116, 196]) {
		const lines = keyLines(shown, width);
		const words = new Set(lines.flatMap(line => wordsOf(lineText(line))));
		t.true(lines.every(line => lineWidth(line) <= width), String(width));
		for (const {title, keys} of shown) {
			t.deepEqual(keys.length === 0 ? [] : wordsOf(title).filter(word => !words.has(word)), [], `${width} ${title}`);
		}
	}
});

test('two columns are of nearly one length, so that a screen of forty rows shows them all', t => {
	t.true(keyLines(shown, 116).length <= 34);
});

test('before logs are open the keys of that screen come first', t => {
	const first = (state: Parameters<typeof helpLines>[0]): string => helpLines(state, 76).slice(0, 9).map(line => lineText(line)).join('\n');
	t.regex(first({...beginningState(), start: startOf([])}), /^Here\nEnter +Open\n[^]*\nd +Demo\n/);
	t.regex(first(beginningState()), /^Here\nEsc +Stop\n[^]*Once logs are open/);
});
