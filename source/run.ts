import {plainQuestion, type PlainQuestion} from './options/plain-question.ts';
import type {Host} from './run/host.ts';

/** Understands the command line, runs it, and gives the exit code. Errors become words here and nowhere else. */
export const run = async (host: Host): Promise<number> => {
	// Whoever writes learns of it; without listeners the process would end with a stack. On stderr nobody is left to tell.
	host.stdout.on('error', () => undefined);
	host.stderr.on('error', () => undefined);
	try {
		return await answer(host);
	} catch (error) {
		if (isClosedPipe(error)) {
			return 0;
		}

		const {endingOf} = await import('./run/error-words.ts');
		const ending = endingOf(error, host.argv.includes('--verbose') || Boolean(host.env['WHOSAW_VERBOSE']));
		host.stderr.write(ending.text);
		return ending.exitCode;
	}
};

/** A reader that has seen enough (`| head`) is no error: the work ends quietly. */
const isClosedPipe = (error: unknown): boolean => error instanceof Error && (error.name === 'ClosedPipe' || ((error as NodeJS.ErrnoException).code === 'EPIPE' && (error as NodeJS.ErrnoException).syscall === 'write'));

/** What whosaw is, said from next to nothing: everything that reads, asks or draws is loaded when a command line needs it. */
const answer = async (host: Host): Promise<number> => {
	const question = plainQuestion(host.argv.slice(2));
	if (question === undefined) {
		const {dispatch} = await import('./run/dispatch.ts');
		return dispatch(host);
	}

	host.stdout.write(await plainAnswer(question));
	return 0;
};

const plainAnswer = async (question: PlainQuestion): Promise<string> => {
	switch (question.about) {
		case 'version': {
			const {toolVersion} = await import('./investigation/tool-version.ts');
			return `${toolVersion}\n`;
		}

		case 'help': {
			const {commandHelp, generalHelp} = await import('./options/help.ts');
			return question.command === undefined ? generalHelp() : commandHelp(question.command);
		}
	}
};
