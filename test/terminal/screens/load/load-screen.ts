import {stripVTControlCharacters} from 'node:util';
import test from 'ava';
import {render} from 'ink-testing-library';
import {createElement} from 'react';
import {styledText} from '../../../../source/terminal/drawing/styled-text.ts';
import {loadScreen} from '../../../../source/terminal/screens/load/load-screen.ts';
import {Load} from '../../../../source/terminal/screens/load/load.tsx';
import {themes} from '../../../../source/terminal/theme.ts';
import {driveApp} from '../../../helpers/app-driver.ts';

test('what stands on the screen before Ink is loaded is what Ink draws afterwards', async t => {
	const app = driveApp({columns: 100, rows: 24, loading: 400});
	await app.until(({load}) => (load.files[0]?.preview.length ?? 0) > 0);
	for (const theme of Object.values(themes)) {
		const early = loadScreen(app.state()).map(line => styledText(line, theme));
		const {lastFrame, unmount} = render(createElement(Load, {state: app.state(), theme}));
		t.deepEqual(early.map(row => stripVTControlCharacters(row)), stripVTControlCharacters(lastFrame() ?? '').split('\n'));
		unmount();
	}

	await app.answered();
	app.end();
});

test('a tone is written as the escape sequences of its style', t => {
	t.is(styledText([{text: 'a', tone: 'accent'}, {text: 'b', tone: 'plain'}, {text: 'c', tone: 'quiet'}], themes.default), '\u001B[36ma\u001B[39mb\u001B[2mc\u001B[22m');
	t.is(styledText([{text: 'a', tone: 'chosen'}], themes['high-contrast']), '\u001B[30m\u001B[107m\u001B[1ma\u001B[22m\u001B[49m\u001B[39m');
});
