import type {Option} from '../../options.ts';
import {commandNames, type CommandName} from '../commands.ts';
import {operandWords, purposeOf, shownOptions, typedNames, valueWords} from './completion-words.ts';

/** Inside single quotes, and for `_arguments` and `_describe`, to which a colon and a bracket mean something. */
const quoted = (text: string): string => `'${text.replaceAll('\'', String.raw`'\''`)}'`;
const plain = (text: string): string => text.replaceAll(/[[\]:\\]/g, String.raw`\$&`);

const action = (option: Option): string => {
	const values = valueWords(option);
	const kind = option.value === undefined ? '' : `:${plain(option.value.toLowerCase())}:`;
	return kind + (values.from === 'words' ? `(${values.words.join(' ')})` : (values.from === 'files' ? '_files' : (kind === '' ? '' : ' ')));
};

/** One line for each spelling of an option. */
const optionLines = (option: Option): readonly string[] =>
	typedNames(option).map(name => `\t\t\t\t${quoted(`${option.many ? '*' : ''}${name}[${plain(option.help)}]${option.value === undefined ? '' : action(option)}`)} \\`);

const operandLine = (command: CommandName): string => {
	const words = operandWords(command);
	return words === undefined ? '\'*:path:_files\'' : (words.length === 0 ? '\'*: :\'' : quoted(`*:word:(${words.join(' ')})`));
};

const commandCase = (command: CommandName): readonly string[] => [
	`\t\t${command})`,
	'\t\t\t_arguments -s -S \\',
	...shownOptions(command).flatMap(option => optionLines(option)),
	`\t\t\t\t${operandLine(command)} ;;`,
];

export const zshCompletion = (): string => [
	'#compdef whosaw',
	'# Completion of whosaw for zsh: whosaw completion zsh > a folder of your fpath/_whosaw',
	'_whosaw() {',
	'\tlocal command=open',
	`\tif (( CURRENT > 2 )) && [[ $words[2] == (${commandNames.join('|')}) ]]; then`,
	'\t\tcommand=$words[2]',
	'\t\tshift words',
	'\t\t(( CURRENT-- ))',
	'\tfi',
	'',
	'\tif (( CURRENT == 2 )) && [[ $command == open && $words[2] != -* ]]; then',
	'\t\tlocal -a commands=(',
	...commandNames.map(command => `\t\t\t${quoted(`${command}:${plain(purposeOf(command))}`)}`),
	'\t\t)',
	'\t\t_describe command commands',
	'\t\t_files',
	'\t\treturn',
	'\tfi',
	'',
	'\tcase $command in',
	...commandNames.flatMap(command => commandCase(command)),
	'\tesac',
	'}',
	'',
	// Sourced, the function is announced; as a file of the fpath it is called.
	'if [[ $zsh_eval_context[-1] == loadautofunc ]]; then',
	'\t_whosaw "$@"',
	'else',
	'\tcompdef _whosaw whosaw',
	'fi',
	'',
].join('\n');
