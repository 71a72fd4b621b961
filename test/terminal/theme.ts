import test from 'ava';
import {chooseTheme, themes} from '../../source/terminal/theme.ts';

test('without colour the theme has none, whatever was asked for', t => {
	t.is(chooseTheme({name: 'high-contrast', colour: false}), themes.none);
	t.is(chooseTheme({name: 'high-contrast'}), themes['high-contrast']);
	t.is(chooseTheme(), themes.default);
	t.notRegex(JSON.stringify(themes.none), /[cC]olor/);
});

test('in every theme the selected row differs from the others, with the focus and without', t => {
	for (const theme of Object.values(themes)) {
		t.not(Object.keys(theme.selection).length, 0, theme.name);
		t.not(Object.keys(theme.selectionAside).length, 0, theme.name);
		t.notDeepEqual(theme.selection, theme.selectionAside, theme.name);
	}
});
