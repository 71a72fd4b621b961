import {parseArgs} from 'node:util';
import {usageError} from '../errors.ts';
import {nearestName} from '../records/nearest-name.ts';
import {findOption, options, optionsOf, type Option} from '../options.ts';
import {commandNames, findCommand, type CommandName} from './commands.ts';
import {checkChoice, type Given} from './flags.ts';

/** The words of a command line, sorted out but not yet bound to a command. */
export type Words = {
	readonly operands: readonly string[];
	/** In the order given, with the dashes as they were typed. */
	readonly options: ReadonlyArray<{readonly typed: string; readonly option: Option; readonly value: string | undefined}>;
};

const shapes = Object.fromEntries(options.map((option: Option) => [option.name, {
	type: option.value === undefined ? 'boolean' as const : 'string' as const,
	...(option.short === undefined ? {} : {short: option.short}),
}]));

const unknownOption = (typed: string, known: readonly Option[]): Error => {
	const nearest = nearestName(typed.replace(/^-+/, ''), known.filter(({hidden}) => !hidden).map(({name}) => name));
	return usageError(`no option ${typed}`, nearest === undefined ? 'whosaw help lists the options.' : `Did you mean --${nearest}?`);
};

/** `-from` is a row of short options to the parser, and `--f` the short one; to a person both are mistakes. */
const isMistyped = (argument: string, option: Option): boolean => {
	const dashes = /^-+/.exec(argument)?.[0].length ?? 0;
	const name = argument.slice(dashes).replace(/=.*/s, '');
	return dashes > 1 ? option.name !== name : name.length > 1 && options.some(known => known.name === name);
};

/** Splits the arguments into operands and known options; everything after `--` is an operand. */
export const sortWords = (args: readonly string[]): Words => {
	const {tokens} = parseArgs({args: [...args], options: shapes, strict: false, allowPositionals: true, tokens: true});
	const operands: string[] = [];
	const found: Array<Words['options'][number]> = [];
	for (const token of tokens) {
		if (token.kind === 'positional') {
			operands.push(token.value);
		} else if (token.kind === 'option') {
			const option = findOption(token.name);
			if (!option || isMistyped(args[token.index] ?? '', option)) {
				throw unknownOption(args[token.index]?.replace(/=.*/s, '') ?? token.rawName, options);
			}

			found.push({typed: token.rawName, option, value: token.value});
		}
	}

	return {operands, options: found};
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
			throw usageError(`${typed} is not an option of whosaw ${command}`, `whosaw help ${command} lists them.`);
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
