import type {ExecutionContext} from 'ava';
import {nodeArguments} from './program.ts';
import {startPty, type Pty} from './pty.ts';

export type JourneyOptions = {
	readonly columns?: number;
	readonly rows?: number;
	/** Milliseconds that the load takes. */
	readonly loading?: number;
	/** Milliseconds that each question takes. */
	readonly latency?: number;
	readonly filterText?: string;
};

/** The app over an invented world, in a real terminal; it is ended with the test. */
export const startJourney = (t: ExecutionContext, {columns = 120, rows = 40, ...world}: JourneyOptions = {}): Pty => {
	const pty = startPty({args: [...nodeArguments('test/helpers/fake-app.ts'), JSON.stringify(world)], columns, rows});
	t.teardown(() => {
		pty.kill();
	});
	return pty;
};

/** Waits until Explore is there and everything is answered. */
export const explored = async (pty: Pty): Promise<void> => {
	await pty.waitFor(screen => screen.some(row => row.includes(' of 4,000 ')) && !screen.some(row => row.includes('asking…')));
};

/** Every row as wide as the terminal: nothing of the frame is missing or sticks out. */
export const isFramed = (screen: readonly string[], columns: number): boolean =>
	screen.every(row => row.length === columns && /^[┌│├└]/.test(row) && /[┐│┤┘]$/.test(row));
