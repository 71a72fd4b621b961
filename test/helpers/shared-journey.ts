import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {explored} from './journey.ts';
import {nodeArguments} from './program.ts';
import {startPty, type Pty} from './pty.ts';

/** Whatever a journey has left open, sized or filtered. */
const goHome = async (pty: Pty): Promise<void> => {
	pty.resize(120, 40);
	await pty.waitFor(screen => screen.length === 40 && screen.every(row => row.length === 120));
	while (pty.screen().slice(1).some(row => row.includes('┌─ '))) {
		await pty.press('escape');
		await pty.settle(60);
	}

	await pty.press('1', 'X');
	await pty.waitFor('Everything; f filters');
	while (!pty.screen().some(row => row.includes('▸Events'))) {
		await pty.press('tab');
		await pty.settle(60);
	}

	await pty.press('g');
	await pty.waitFor(/▸Events .* 1 of 4,000 /);
	await pty.waitWithout('asking…');
};

/** Paints every cell again: what stands there may not change by it. */
export const sameAsRepaint = async (t: ExecutionContext, pty: Pty): Promise<void> => {
	await pty.waitWithout('asking…');
	await pty.settle(150);
	const before = pty.screen();
	const written = pty.output().length;
	await pty.press('ctrl+l');
	await pty.waitFor(() => pty.output().includes('\u001B[2J', written));
	await pty.settle(100);
	t.deepEqual(pty.screen(), before);
};

/** One app for all journeys of a file, one after the other, each from Explore without a filter. Each ends with a look at the whole screen. */
export const sharedJourneys = (): ((name: string, journey: (t: ExecutionContext, pty: Pty) => Promise<void>) => void) => {
	let pty: Pty;
	test.before(async () => {
		pty = startPty({args: [...nodeArguments('test/helpers/fake-app.ts'), '{}']});
		await explored(pty);
	});
	test.after.always(() => {
		pty.kill();
	});
	return (name, journey) => {
		test.serial(name, async t => {
			await goHome(pty);
			await journey(t, pty);
			await sameAsRepaint(t, pty);
			t.true(process.kill(pty.pid, 0));
		});
	};
};
