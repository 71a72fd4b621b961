import test from 'ava';
import {screens} from '../../../source/terminal/app/screen.ts';
import {commands} from '../../../source/terminal/keymap/commands.ts';
import {isOn, keyLabel, perform} from '../../../source/terminal/keymap/command.ts';
import {beginningState} from '../../helpers/app-driver.ts';

test('no two actions of a screen share a key, and none share a name', t => {
	for (const {name} of screens) {
		const keys = commands.filter(command => isOn(command, name)).flatMap(command => command.keys);
		t.is(new Set(keys).size, keys.length, name);
	}

	t.is(new Set(commands.map(({id}) => id)).size, commands.length);
});

test('every action can be named at any time: it is done, or says why not', t => {
	const state = beginningState();
	for (const command of commands) {
		t.notThrows(() => perform(command, state), command.id);
	}
});

test('an export of what is loaded in part is refused in words', t => {
	const [action] = perform(commands.find(({id}) => id === 'export')!, beginningState());
	t.like(action, {type: 'say', message: 'Not everything is loaded yet: an export would be partial, so it is refused.'});
});

test('keys are written as they stand on a keyboard', t => {
	t.deepEqual(['ctrl+r', 'shift+tab', 'G', 'escape'].map(chord => keyLabel(chord)), ['Ctrl-R', 'Shift-Tab', 'G', 'Esc']);
});
