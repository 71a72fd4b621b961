/* oxlint-disable no-control-regex -- escape sequences are the matter of this file */
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import test from 'ava';
import {execa} from 'execa';
import {nodeArguments, projectFolder} from '../../helpers/program.ts';
import {startPty, type Pty, type PtyProgram} from '../../helpers/pty.ts';

const untouched = {alternateScreen: false, cursorShown: true, autowrap: true, bracketedPaste: false};

const script = nodeArguments('test/fixtures/terminal/show-list.ts');

const isAlive = (pid: number): boolean => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};

const startList = async (options: Omit<PtyProgram, 'args'> & {readonly args?: readonly string[]} = {}): Promise<Pty> => {
	const pty = startPty({columns: 100, rows: 24, ...options, args: [...script, ...(options.args ?? [])]});
	await pty.waitFor('j down');
	return pty;
};

test.serial('a view is drawn over the whole screen and a key changes it', async t => {
	const pty = await startList();
	t.teardown(() => pty.kill());
	t.deepEqual(pty.modes(), {alternateScreen: true, cursorShown: false, autowrap: false, bracketedPaste: true});
	t.is(pty.screen().at(-1), 'j down  k up  q leave');
	await pty.press('j');
	await pty.waitFor('selected 1 key j');
	t.is(pty.screen().length, 24);
});

test.serial('keys that arrive merged all count', async t => {
	const pty = await startList();
	t.teardown(() => pty.kill());
	pty.type('jjjjjk');
	await pty.waitFor('selected 4 key k');
	t.pass();
});

test.serial('a view is drawn with CI set too', async t => {
	const pty = await startList({env: {CI: '1', CONTINUOUS_INTEGRATION: 'true'}});
	t.teardown(() => pty.kill());
	await pty.press('j');
	await pty.waitFor('selected 1 key j');
	t.pass();
});

test.serial('with NO_COLOR nothing is coloured and the selected row is still inverse', async t => {
	const pty = await startList({env: {NO_COLOR: '1'}});
	t.teardown(() => pty.kill());
	t.notRegex(pty.output(), /\u001B\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d|10\d)[;m]/);
	t.regex(pty.output(), /\u001B\[7m/);
});

test.serial('a moved cursor costs a few lines, not a screen', async t => {
	const pty = await startList({columns: 120, rows: 40});
	t.teardown(() => pty.kill());
	await pty.settle();
	const before = pty.output().length;
	await pty.press('j');
	await pty.waitFor('selected 1');
	await pty.settle();
	const written = pty.output().length - before;
	t.true(written < 800, `${written} bytes`);
});

test.serial('after keys and resizes the screen is what a full repaint gives', async t => {
	const pty = await startList({columns: 100, rows: 30});
	t.teardown(() => pty.kill());
	let state = 20_201_003;
	const dice = (sides: number): number => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor(state / 65_536) % sides;
	};

	for (let round = 0; round < 12; round++) {
		let size = '';
		for (let step = 0; step < 6; step++) {
			pty.type(['j', 'jjj', 'k', 'G', 'g', '\u001B[6~', '\u001B[5~', 'é'][dice(8)] ?? 'j');
			if (dice(3) === 0) {
				const [columns, rows] = [45 + dice(160), 6 + dice(50)];
				pty.resize(columns, rows);
				size = `size ${columns}x${rows}`;
			}
		}

		pty.paste(`${round}`);
		await pty.waitFor(`key paste "${round}"`);
		await pty.waitFor(size);
		await pty.settle(50);
		const screen = pty.screen();
		const written = pty.output().length;
		process.kill(pty.pid, 'SIGCONT');
		await pty.waitFor(() => /\?1049h.*\?2026h.*\?2026l/su.test(pty.output().slice(written)));
		t.deepEqual(pty.screen(), screen);
		t.regex(pty.screen().at(-1) ?? '', /^j down/);
	}
});

test.serial('a smaller screen shows the view in its new size', async t => {
	const pty = await startList({columns: 200, rows: 60});
	t.teardown(() => pty.kill());
	pty.resize(40, 10);
	await pty.waitFor('size 40x10');
	await pty.settle();
	t.is(pty.screen()[9], 'j down  k up  q leave');
	pty.resize(250, 80);
	await pty.waitFor('size 250x80');
	await pty.settle();
	t.is(pty.screen()[79], 'j down  k up  q leave');
	t.is(pty.screen().filter(line => line.startsWith('j down')).length, 1);
});

test.serial('leaving gives the terminal back as it was', async t => {
	const pty = await startList();
	t.teardown(() => pty.kill());
	await pty.press('q');
	t.deepEqual(await pty.exit, {exitCode: 0, signal: undefined});
	t.deepEqual(pty.modes(), untouched);
	t.deepEqual(pty.screen().slice(0, 3), ['before', 'after', '']);
});

for (const [signal, number] of [['SIGTERM', 15], ['SIGHUP', 1], ['SIGQUIT', 3]] as const) {
	test.serial(`${signal} gives the terminal back and ends the process by that signal`, async t => {
		const pty = await startList();
		t.teardown(() => pty.kill());
		pty.kill(signal);
		t.is((await pty.exit).signal, number);
		t.deepEqual(pty.modes(), untouched);
		t.is(pty.screen()[0], 'before');
	});
}

for (const [key, word] of [['!', 'crashed'], ['?', 'rejected']] as const) {
	test.serial(`an error that nobody caught (${word}) is printed on the terminal as it was`, async t => {
		const pty = await startList();
		t.teardown(() => pty.kill());
		await pty.press(key);
		t.is((await pty.exit).exitCode, 1);
		t.deepEqual(pty.modes(), untouched);
		t.true(pty.screen().join('\n').includes(`Error: ${word}`));
	});
}

test.serial('a component that cannot be drawn ends the app with its error, on the terminal as it was', async t => {
	const pty = await startList();
	t.teardown(() => pty.kill());
	await pty.press('B');
	t.is((await pty.exit).exitCode, 1);
	t.deepEqual(pty.modes(), untouched);
	t.regex(pty.screen().join('\n'), /Error: cannot be drawn/);
});

test.serial('a window that is closed ends the process', async t => {
	const pty = await startList();
	t.teardown(() => pty.kill());
	pty.hangUp();
	const end = performance.now() + 60_000;
	while (isAlive(pty.pid) && performance.now() < end) {
		await delay(50);
	}

	t.false(isAlive(pty.pid));
});

test.serial('SIGINT from outside is told to the app first and ends the process the second time', async t => {
	const pty = await startList({args: ['--interruptible']});
	t.teardown(() => pty.kill());
	pty.kill('SIGINT');
	await pty.waitFor('key interrupted');
	pty.kill('SIGINT');
	t.is((await pty.exit).signal, 2);
	t.deepEqual(pty.modes(), untouched);
});

test.serial('Ctrl-Z gives the terminal to the shell and fg takes it again', async t => {
	const pty = startPty({command: '/bin/bash', args: ['--norc', '-i'], columns: 100, rows: 24, env: {PS1: '\\$ '}});
	t.teardown(() => pty.kill());
	pty.type(`'${[process.execPath, ...script].join("' '")}'\r`);
	await pty.waitFor(/selected 0/);
	await pty.press('j', 'ctrl+z');
	await pty.waitFor('Stopped');
	t.false(pty.modes().alternateScreen);
	t.true(pty.modes().cursorShown);
	t.true(pty.modes().autowrap);
	pty.type('echo still $((40 + 2))\r');
	await pty.waitFor('still 42');
	pty.type('fg\r');
	await pty.waitFor(/selected 1/);
	await pty.press('j');
	await pty.waitFor('selected 2 key j');
	t.is(pty.screen().at(-1), 'j down  k up  q leave');
	await pty.press('q');
	await pty.waitFor('after');
	t.false(pty.modes().alternateScreen);
});

test.serial('Ctrl-Z without a shell to return to does nothing', async t => {
	const pty = await startList();
	t.teardown(() => pty.kill());
	await pty.press('ctrl+z', 'j');
	await pty.waitFor('selected 1 key j');
	t.true(pty.modes().alternateScreen);
});

test.serial('another program gets the terminal and gives it back', async t => {
	const pty = await startList();
	t.teardown(() => pty.kill());
	await pty.press('%');
	// Until it has the terminal back, keys are for the other program.
	await pty.waitFor(screen => /lent.*\?1049h/su.test(pty.output()) && screen.some(row => row.includes('selected 0 key %')));
	await pty.press('j');
	await pty.waitFor('selected 1 key j');
	t.true(pty.output().includes('lent'));
	t.true(pty.modes().alternateScreen);
});

test.serial('copying asks the terminal', async t => {
	const pty = await startList();
	t.teardown(() => pty.kill());
	await pty.press('y');
	await pty.waitFor('key y');
	t.true(pty.output().includes(`\u001B]52;c;${btoa('E0042')}\u0007`));
});

test.serial('a paste is one key, whatever is in it', async t => {
	const pty = await startList();
	t.teardown(() => pty.kill());
	pty.paste('jjj\rq');
	await pty.waitFor(String.raw`selected 0 key paste "jjj\nq"`);
	t.pass();
});

test.serial('for a screen reader changes are lines below each other on the normal screen', async t => {
	const pty = await startList({args: ['--screen-reader'], rows: 12});
	t.teardown(() => pty.kill());
	t.false(pty.modes().alternateScreen);
	await pty.press('j');
	await pty.waitFor('selected 1 key j');
	t.notRegex(pty.output(), /\u001B\[\d*[AJK]/);
	await pty.press('q');
	await pty.exit;
	t.is(pty.screen().findLast(line => line !== ''), 'after');
});

test.serial('with TERM=dumb it says why it does not start, and writes nothing to move the cursor', async t => {
	const pty = startPty({args: script, env: {TERM: 'dumb'}});
	t.teardown(() => pty.kill());
	t.is((await pty.exit).exitCode, 1);
	t.regex(pty.screen().join(' '), /TERM=dumb/);
	t.notRegex(pty.output(), /\u001B\[\?1049/);
});

test.serial('without a terminal it says so', async t => {
	const {exitCode, stdout, stderr} = await execa(process.execPath, script, {cwd: projectFolder, reject: false, stdin: 'ignore'});
	t.is(exitCode, 1);
	t.is(stdout, 'before');
	t.regex(stderr, /needs a terminal/);
});
