import {findCommand, type CommandName} from './commands.ts';

/** Asks for nothing but the version, or for help and maybe on a command. */
export type PlainQuestion = {readonly about: 'version'} | {readonly about: 'help'; readonly command: CommandName | undefined};

/** As the table of options has them; said again, so that the table need not be loaded to know them. */
const asksVersion = (word: string): boolean => word === '--version' || word === '-V';
const asksHelp = (word: string): boolean => word === '--help' || word === '-h';

/** The commonest ways to ask what whosaw is. They need no parser, so the answer does not wait until it is loaded. */
export const plainQuestion = (args: readonly string[]): PlainQuestion | undefined => {
	const [first, second] = args;
	if (first === undefined || args.length > 2) {
		return undefined;
	}

	if (second === undefined) {
		return asksVersion(first) ? {about: 'version'} : (asksHelp(first) || first === 'help' ? {about: 'help', command: undefined} : undefined);
	}

	const topic = first === 'help' ? second : (asksHelp(second) ? first : '');
	const command = findCommand(topic)?.name;
	return command && {about: 'help', command};
};
