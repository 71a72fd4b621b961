import test from 'ava';
import {copySequence} from '../../../source/terminal/engine/clipboard.ts';

test('a text is encoded, so that nothing in it reaches the terminal', t => {
	t.is(copySequence('山\u001B]0;x\u0007'), `\u001B]52;c;${Buffer.from('山\u001B]0;x\u0007').toString('base64')}\u0007`);
});

test('inside tmux it goes through tmux too', t => {
	t.is(copySequence('a', {isInTmux: true}), '\u001B]52;c;YQ==\u0007\u001BPtmux;\u001B\u001B]52;c;YQ==\u0007\u001B\\');
});

test('a text that terminals would drop is refused', t => {
	t.is(copySequence('x'.repeat(60_000)), undefined);
	t.is(typeof copySequence('x'.repeat(56_000)), 'string');
});
