import test from 'ava';
import {fuzzyScore, paletteItems} from '../../../../source/terminal/components/palette/state.ts';
import {commands} from '../../../../source/terminal/keymap/commands.ts';

test('letters in order are enough to find an action', t => {
	t.is(paletteItems(commands, 'exp')[0]?.id, 'export');
	t.is(paletteItems(commands, 'edfil')[0]?.id, 'filter');
	t.is(fuzzyScore('xyz', 'Edit the filter'), undefined);
});

test('nothing typed lists every action but the palette itself', t => {
	t.is(paletteItems(commands, '').length, commands.length - 1);
});

test('beginnings of words weigh more than letters inside them', t => {
	t.true(fuzzyScore('st', 'Show times in the next zone')! > fuzzyScore('st', 'Begin a range on the timeline, at last') !);
});

test('the very word is enough: its letters in other words are not listed then', t => {
	t.deepEqual(paletteItems(commands, 'theme').map(({id}) => id), ['theme']);
	t.true(paletteItems(commands, 'copy').length >= 3);
});
