import {optionGroups, options, optionsOf, type Option} from '../options.ts';
import {commands, findCommand, type CommandName} from './commands.ts';

const width = 80;

/** Words in lines of at most `room` columns. */
const wrap = (text: string, room: number): readonly string[] => {
	const lines = [''];
	for (const word of text.split(' ')) {
		const line = lines.at(-1)!;
		if (line === '') {
			lines[lines.length - 1] = word;
		} else if (line.length + 1 + word.length <= room) {
			lines[lines.length - 1] = `${line} ${word}`;
		} else {
			lines.push(word);
		}
	}

	return lines;
};

/** Two columns; a long left side stands on a line of its own. */
const entry = (left: string, right: string, indent: number): readonly string[] => {
	const lines = wrap(right, width - indent);
	const first = `  ${left}`.padEnd(indent);
	const rest = lines.map(line => `${' '.repeat(indent)}${line}`);
	return first.length > indent || !first.endsWith('  ') ? [`  ${left}`, ...rest] : [`${first}${lines[0]}`, ...rest.slice(1)];
};

const flagText = ({name, short, value}: Option): string =>
	`${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;

const withEnvironment = ({help, environment}: Option): string => environment === undefined ? help : `${help} [${environment}]`;

const optionLines = (known: readonly Option[]): readonly string[] => optionGroups.flatMap(group => {
	const members = known.filter(option => option.group === group && !option.hidden);
	return members.length === 0 ? [] : ['', group, ...members.flatMap(option => entry(flagText(option), withEnvironment(option), 30))];
});

const examples = (lines: readonly string[]): readonly string[] => ['', 'Examples', ...lines.map(line => `  ${line}`)];

/** `whosaw help COMMAND`. */
export const commandHelp = (name: CommandName): string => {
	const command = findCommand(name)!;
	const usage = name === 'open' ? 'Usage: whosaw [open] PATH… [options]' : `Usage: whosaw ${name} ${command.operands}`.trimEnd() + ' [options]';
	return [command.purpose, '', usage, ...examples(command.examples), ...optionLines(optionsOf(name)), ''].join('\n');
};

const exitCodes = [
	'0  done', '1  could not be done, or a source could not be read', '2  wrong usage',
	'3  done, but --strict found something rejected, skipped, incomplete or assumed', '4  verify: does not hold', '130  interrupted',
];

/** `whosaw help`. */
export const generalHelp = (): string => [
	'whosaw answers from access logs: who saw which customers\' data, and what of it?',
	'',
	'Usage: whosaw PATH… [options]',
	'       whosaw COMMAND [PATH…] [options]',
	...examples([
		'whosaw exports/',
		'whosaw report crm.csv --employee E0042 --data-type email --from 2020-10-01',
		'whosaw export exports/ --employee E0042 --reason "report 7" --output case-file',
	]),
	'', 'Commands',
	...commands.flatMap(({name, operands, purpose}) => entry(`${name} ${operands}`.trimEnd(), purpose, 30)),
	...optionLines(options.filter((option: Option) => option.commands === 'all')),
	'', 'Exit codes',
	...exitCodes.map(line => `  ${line}`),
	'',
	'PATH is a file, a folder, a glob, or - for standard input. whosaw help COMMAND',
	'lists the options of a command. Everything runs on this machine, offline.',
	'',
].join('\n');
