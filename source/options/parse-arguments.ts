import {Command, CommanderError, Option as Flag} from 'commander';
import {usageError} from '../errors.ts';
import {nearestName} from '../records/nearest-name.ts';
import {options, optionsOf, type Option} from '../options.ts';
import {commandNames, findCommand, type CommandName} from './commands.ts';
import {checkChoice, type Given} from './flags.ts';

/** The words of a command line, sorted out but not yet bound to a command. */
export type Words = {
	readonly operands: readonly string[];
	/** In the order given, with the dashes as they were typed. */
	readonly options: ReadonlyArray<{readonly typed: string; readonly option: Option; readonly value: string | undefined}>;
};

const table: readonly Option[] = options;

/** What commander made of some words; `unknown` begins with the first word that it does not know. */
type Reading = Words & {readonly unknown: readonly string[]};

/**
The one table, as commander takes it. It reads, and nothing more: what is wrong is said by us, in the same words everywhere, so it
neither prints nor ends the process. A short option is one of its own, since a message repeats what was typed. That there are
commands makes `-5` an unknown option instead of a number.
*/
const programOf = (found: Array<Words['options'][number]>): Command => {
	const program = new Command('whosaw').exitOverride().configureOutput({writeOut() {/* ours */}, writeErr() {/* ours */}}).helpOption(false);
	for (const name of commandNames) {
		program.addCommand(new Command(name));
	}

	for (const option of table) {
		for (const typed of [`--${option.name}`, ...(option.short === undefined ? [] : [`-${option.short}`])]) {
			const flag = new Flag(option.value === undefined ? typed : `${typed} <value>`);
			program.addOption(flag);
			program.on(`option:${flag.name()}`, (value?: string) => {
				found.push({typed, option, value});
			});
		}
	}

	return program;
};

/** A value that is missing at the end of the line is no mistake yet: beside `--help` nobody minds. */
const read = (args: readonly string[]): Reading => {
	const found: Array<Words['options'][number]> = [];
	try {
		return {...programOf(found).parseOptions([...args]), options: found};
	} catch (error) {
		if (!(error instanceof CommanderError && error.code === 'commander.optionMissingArgument')) {
			throw error;
		}

		const filled = read([...args, '']);
		return {...filled, options: [...filled.options.slice(0, -1), {...filled.options.at(-1)!, value: undefined}]};
	}
};

/** `-from` is the option `-f` with the value `rom` to the parser; to a person it is a mistake. */
const lacksDash = (word: string): boolean => /^-[^-]/.test(word) && table.some(({name}) => name === word.slice(1).replace(/=.*/s, '') && name.length > 1);

/** The place of the first word that is no option though it stands where one would; -1 if all is well. commander does not tell places. */
const findMistake = (args: readonly string[]): number => args.findIndex((word, index) => {
	if (!word.startsWith('-')) {
		return false;
	}

	// The value of an option, or a word behind two dashes, makes no further option.
	const [before, after] = [read(args.slice(0, index)), read(args.slice(0, index + 1))];
	return after.unknown.length > 0 || (lacksDash(word) && after.options.length > before.options.length);
});

const unknownOption = (typed: string): Error => {
	const nearest = nearestName(typed.replace(/^-+/, ''), table.filter(({hidden}) => !hidden).map(({name}) => name));
	return usageError(`no option ${typed}`, nearest === undefined ? 'whosaw help lists the options.' : `Did you mean --${nearest}?`);
};

/** Splits the arguments into operands and known options; everything after `--` is an operand. */
export const sortWords = (args: readonly string[]): Words => {
	const reading = read(args);
	const suspicious = reading.unknown.length > 0 || args.some(word => lacksDash(word));
	const index = suspicious ? findMistake(args) : -1;
	if (index === -1) {
		return reading;
	}

	const [, typed = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(args[index]!)!;
	const option = value === undefined ? undefined : table.find(({name}) => `--${name}` === typed);
	if (!option) {
		throw unknownOption(typed);
	}

	// A switch with a value: known, and refused where its command is known.
	const [before, after] = [read(args.slice(0, index)), sortWords(args.slice(index + 1))];
	return {operands: [...before.operands, ...after.operands], options: [...before.options, {typed, option, value}, ...after.options]};
};

const checkValue = ({typed, option, value}: Words['options'][number]): void => {
	if (option.value === undefined && value !== undefined) {
		throw usageError(`${typed} takes no value`, `Leave out "=${value}".`);
	}

	if (option.value !== undefined && (value === undefined || (value === '' && !option.many))) {
		throw usageError(`${typed} needs a value: ${option.value}`, `${option.help}.`);
	}

	if (value !== undefined) {
		checkChoice(option, value, `${typed} `);
	}
};

/** The options by name, for one command; refuses what the command does not take, and a second value where one is meant. */
export const bindOptions = (command: CommandName, words: Words): Given => {
	const known = optionsOf(command);
	const given = new Map<string, readonly string[]>();
	for (const word of words.options) {
		const {typed, option, value} = word;
		if (!known.includes(option)) {
			throw usageError(`${typed} is not an option of whosaw ${command}`, option.refused?.[command] ?? `whosaw help ${command} lists them.`);
		}

		checkValue(word);
		if (option.value !== undefined && !option.many && given.has(option.name)) {
			throw usageError(`${typed} is given twice`, 'Say it once.');
		}

		given.set(option.name, [...given.get(option.name) ?? [], value ?? '']);
	}

	return given;
};

/** Where a first word is no command, what it was meant to be. `exists` says whether it is a path. */
export const chooseCommand = (words: Words, exists: (path: string) => boolean): {readonly command: CommandName; readonly operands: readonly string[]} => {
	const [first, ...rest] = words.operands;
	const command = first === undefined ? undefined : findCommand(first)?.name;
	if (command) {
		return {command, operands: rest};
	}

	if (first !== undefined && /^[a-z]+$/i.test(first) && !exists(first)) {
		const nearest = nearestName(first, commandNames);
		throw usageError(`no command and no file "${first}"`, nearest === undefined ? 'whosaw help lists the commands.' : `Did you mean whosaw ${nearest}?`);
	}

	return {command: 'open', operands: words.operands};
};
