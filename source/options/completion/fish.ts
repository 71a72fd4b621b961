import {options, type Option} from '../../options.ts';
import {commandNames, type CommandName} from '../commands.ts';
import {operandWords, purposeOf, valueWords} from './completion-words.ts';

const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;

/** For which commands an option is offered; `open` is what no command means. */
const condition = ({commands}: Option): string => {
	if (commands === 'all') {
		return '';
	}

	const named = commands.filter(command => command !== 'open').join(' ');
	return ` -n ${quoted(commands.includes('open') ? `__whosaw_command ${named} open` : `__fish_seen_subcommand_from ${named}`)}`;
};

const valuePart = (option: Option): string => {
	if (option.value === undefined) {
		return '';
	}

	const values = valueWords(option);
	return values.from === 'words' ? ` -x -a ${quoted(values.words.join(' '))}` : (values.from === 'files' ? ' -r' : ' -x');
};

const optionLine = (option: Option): string =>
	`complete -c whosaw${condition(option)} -l ${option.name}${option.short === undefined ? '' : ` -s ${option.short}`}${valuePart(option)} -d ${quoted(option.help)}`;

const operandLine = (command: CommandName): readonly string[] => {
	const words = operandWords(command);
	return words === undefined ? [] : [`complete -c whosaw -n '__fish_seen_subcommand_from ${command}' -f -a ${quoted(words.join(' '))}`];
};

export const fishCompletion = (): string => [
	'# Completion of whosaw for fish: whosaw completion fish > ~/.config/fish/completions/whosaw.fish',
	'function __whosaw_command',
	`\tif not __fish_seen_subcommand_from ${commandNames.join(' ')}`,
	'\t\treturn 0',
	'\tend',
	'\t__fish_seen_subcommand_from $argv',
	'end',
	'',
	...commandNames.map(command => `complete -c whosaw -n __fish_use_subcommand -a ${command} -d ${quoted(purposeOf(command))}`),
	...options.filter((option: Option) => !option.hidden).map(option => optionLine(option)),
	...commandNames.flatMap(command => operandLine(command)),
	'',
].join('\n');
