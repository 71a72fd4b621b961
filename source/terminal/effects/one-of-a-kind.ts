import {failureText, isCancelled} from './failure.ts';

type Question = {readonly work: (signal: AbortSignal) => Promise<void>; readonly failed: (message: string) => void};

/** Questions of which one of a kind runs at a time: the same one is asked once, another one replaces it. */
export const oneOfAKind = () => {
	const running = new Map<string, AbortController>();
	const giveUp = (which: (name: string) => boolean = () => true): void => {
		for (const [name, controller] of running) {
			if (which(name)) {
				controller.abort();
				running.delete(name);
			}
		}
	};

	const run = async (name: string, controller: AbortController, {work, failed}: Question): Promise<void> => {
		try {
			await work(controller.signal);
		} catch (error) {
			if (!isCancelled(error, controller.signal)) {
				failed(failureText(error));
			}
		} finally {
			if (running.get(name) === controller) {
				running.delete(name);
			}
		}
	};

	return {
		giveUp,
		isRunning: (): boolean => running.size > 0,
		ask(kind: string, key: string, question: Question): void {
			const name = `${kind} ${key}`;
			if (!running.has(name)) {
				giveUp(other => other.startsWith(`${kind} `));
				const controller = new AbortController();
				running.set(name, controller);
				void run(name, controller, question);
			}
		},
	};
};
