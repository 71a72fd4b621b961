/* oxlint-disable no-control-regex -- escape sequences are the matter of this file */
import test from 'ava';
import {explored} from '../../helpers/journey.ts';
import {nodeArguments} from '../../helpers/program.ts';
import {startPty, type PtyProgram} from '../../helpers/pty.ts';

const start = (t: {teardown(end: () => void): void}, world: object, env: PtyProgram['env'] = {}) => {
	const pty = startPty({args: [...nodeArguments('test/helpers/fake-app.ts'), JSON.stringify(world)], env});
	t.teardown(() => {
		pty.kill();
	});
	return pty;
};

test('without colour nothing is coloured, the chosen row is inverse, and the app says that there is one theme; SIGTERM leaves the terminal as it was', async t => {
	const pty = start(t, {colour: false}, {NO_COLOR: '1'});
	await explored(pty);
	t.deepEqual(pty.output().match(/\u001B\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d|10\d)(?:;\d+)*m/g), null);
	t.notRegex(pty.output(), /Warning/);
	t.regex(pty.output(), /\u001B\[7m/);
	await pty.press(':');
	pty.type('next theme');
	await pty.waitFor('Next theme');
	await pty.press('enter');
	await pty.waitFor('Without colour there is one theme.');
	pty.kill('SIGTERM');
	t.is((await pty.exit).signal, 15);
	t.like(pty.modes(), {alternateScreen: false, cursorShown: true, autowrap: true, bracketedPaste: false});
});

test('to a screen reader every change is one line, and nothing is drawn or written anew', async t => {
	const pty = start(t, {screenReader: true});
	await pty.waitFor(/Event 1 of 4,000: time .*, employee E\d{4}/);
	await pty.press('j');
	await pty.waitFor(/Event 2 of 4,000: time/);
	await pty.press('tab');
	await pty.waitFor(/Employees, 1 of \d+: E\d{4} .*, \d+ events, \d+ customers/);
	await pty.press('f');
	await pty.waitFor(/▸ employee:|such as employee:E0042/i);
	t.notRegex(pty.output(), /[─-▟]|\u001B\[\d*[AJKH]|\u001B\[\?1049h/u);
});
