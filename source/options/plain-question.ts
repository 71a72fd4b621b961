import {findOption} from '../options.ts';
import {findCommand} from './commands.ts';

/** Asks for nothing but the version, or for help and maybe on what. */
export type PlainQuestion = {readonly about: 'version'} | {readonly about: 'help'; readonly topic: string | undefined};

const isFlag = (word: string | undefined, name: 'help' | 'version'): boolean => {
	const short = findOption(name)?.short;
	return word === `--${name}` || (short !== undefined && word === `-${short}`);
};

/** The commonest ways to ask what whosaw is. They need no parser, so the answer does not wait until it is loaded. */
export const plainQuestion = (args: readonly string[]): PlainQuestion | undefined => {
	const [first, second] = args;
	if (first === undefined || args.length > 2) {
		return undefined;
	}

	if (second === undefined) {
		return isFlag(first, 'version') ? {about: 'version'} : (isFlag(first, 'help') || first === 'help' ? {about: 'help', topic: undefined} : undefined);
	}

	if (first === 'help') {
		return second.startsWith('-') ? undefined : {about: 'help', topic: second};
	}

	return isFlag(second, 'help') && findCommand(first) ? {about: 'help', topic: first} : undefined;
};
