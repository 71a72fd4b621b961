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

test('to a screen reader every change is one line, on all five screens, and nothing is drawn or written anew', async t => {
	const pty = start(t, {screenReader: true});
	await pty.waitFor(/Event 1 of 4,000: time .*, employee E\d{4}/);
	/** What is said after these keys, up to and with a text. */
	const said = async (wanted: string | RegExp, ...keys: readonly string[]): Promise<string> => {
		const from = pty.output().length;
		await pty.press(...keys);
		const holds = (): boolean => typeof wanted === 'string' ? pty.output().slice(from).includes(wanted) : wanted.test(pty.output().slice(from));
		await pty.waitFor(holds);
		return pty.output().slice(from);
	};

	t.regex(await said(/Event 2 of 4,000: time.*[\r\n]+/, 'j'), /^Event 2 of 4,000: time .*[\r\n]+$/);
	await said(/Employees, 1 of \d+: E\d{4} .*, \d+ events, \d+ customers/, 'tab');
	await said(/Such as, employee:E0042/, 'f');
	await said('In Employees', 'escape');
	await said(/Account 1 of 1: unusual days, E0042/, '2');
	await said(/Customer 1 of [\d,]+: C\d{4}/, '3');
	t.regex(await said(/Customer 2 of .*[\r\n]+/, 'j'), /^Customer 2 of .*[\r\n]+$/);
	await said(/C\d{4}, P• E•[\s\S]*Event 1 of \d+: time/, 'enter');
	await said(/Line 1 of \d+: No case is open/, '4');
	await said(/Row 1: crm\.csv: 4,004 records read/, '5');
	await said(/Keys[\r\n]+Line 1 of \d+: Filter/, '?');
	await said(/Row 1: crm\.csv/, 'escape');
	await said(/Leave whosaw\?/, 'q');
	await pty.press('y');
	t.is((await pty.exit).exitCode, 0);
	t.notRegex(pty.output(), /[─-▟]|\u001B\[\d*[AJKH]|\u001B\[\?1049h/u);
});
