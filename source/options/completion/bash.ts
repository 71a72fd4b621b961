import type {Option} from '../../options.ts';
import {commandNames, type CommandName} from '../commands.ts';
import {operandWords, settingWords, shownOptions, typedNames, valueWords} from './completion-words.ts';

/** Options that are completed alike, on one line of the `case`. */
const valueCase = (option: Option): string => {
	const names = typedNames(option).join('|');
	const values = valueWords(option);
	switch (values.from) {
		case 'words': {
			return `\t\t${names}) COMPREPLY=($(compgen -W '${values.words.join(' ')}' -- "$word")); return ;;`;
		}

		case 'files': {
			return `\t\t${names}) _whosaw_files "$word"; return ;;`;
		}

		case 'nothing': {
			return `\t\t${names}) return ;;`;
		}
	}
};

/** Every option with a value, once: a name means the same for every command that has it. */
const valueCases = (): readonly string[] => {
	const options = new Map(commandNames.flatMap(command => shownOptions(command)).filter(({value}) => value !== undefined).map(option => [option.name, option]));
	return [...options.values()].map(option => valueCase(option));
};

const optionCase = (command: CommandName): string =>
	`\t\t\t${command}) options='${shownOptions(command).flatMap(option => typedNames(option)).join(' ')}' ;;`;

const operandCase = (command: CommandName): readonly string[] => {
	const words = operandWords(command);
	return words === undefined ? [] : [`\t\t${command}) COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$word")) ;;`];
};

/** For bash 3.2 and newer, without the bash-completion package. */
export const bashCompletion = (): string => [
	'# Completion of whosaw for bash: source <(whosaw completion bash)',
	'_whosaw_files() {',
	'\tlocal IFS=$\'\\n\'',
	'\tcompopt -o filenames 2>/dev/null',
	'\tCOMPREPLY=($(compgen -f -- "$1"))',
	'}',
	'',
	'_whosaw() {',
	'\tlocal word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=open options index',
	'\tCOMPREPLY=()',
	'\tfor ((index = 1; index < COMP_CWORD; index++)); do',
	'\t\tcase ${COMP_WORDS[index]} in',
	`\t\t\t${commandNames.join('|')}) command=\${COMP_WORDS[index]}; break ;;`,
	'\t\t\t-*) ;;',
	'\t\t\t*) break ;;',
	'\t\tesac',
	'\tdone',
	'',
	'\tcase $before in',
	...valueCases(),
	...settingWords.map(([key, words]) => `\t\t${key}) if [[ $command == settings ]]; then COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$word")); return; fi ;;`),
	'\tesac',
	'',
	'\tif [[ $word == -* ]]; then',
	'\t\tcase $command in',
	...commandNames.map(command => optionCase(command)),
	'\t\tesac',
	'\t\tCOMPREPLY=($(compgen -W "$options" -- "$word"))',
	'\t\treturn',
	'\tfi',
	'',
	'\tif ((COMP_CWORD == 1)); then',
	'\t\t_whosaw_files "$word"',
	`\t\tCOMPREPLY+=($(compgen -W '${commandNames.join(' ')}' -- "$word"))`,
	'\t\treturn',
	'\tfi',
	'',
	'\tcase $command in',
	...commandNames.flatMap(command => operandCase(command)),
	'\t\t*) _whosaw_files "$word" ;;',
	'\tesac',
	'}',
	'',
	'complete -F _whosaw whosaw',
	'',
].join('\n');
