import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {toolVersion} from '../investigation/tool-version.ts';
import {usageError} from '../errors.ts';
import type {CommandName} from '../options/commands.ts';
import {flagsOf, type Given} from '../options/flags.ts';
import {commandHelp, generalHelp} from '../options/help.ts';
import {bindOptions, chooseCommand, sortWords, type Words} from '../options/parse-arguments.ts';
import {topicHelp} from '../options/topic-help.ts';
import type {Line} from './call-of.ts';
import type {Settings} from '../settings.ts';
import {optionsOf} from '../options.ts';
import * as faces from './faces.ts';
import type {Host} from './host.ts';

/** Understands any command line and runs its face. Errors are left to the caller. */
export const dispatch = async (host: Host): Promise<number> => {
	const args = host.argv.slice(2);
	const words = sortWords(args);
	const said = (name: string): boolean => words.options.some(({option}) => option.name === name);
	if (said('version')) {
		return say(host, `${toolVersion}\n`);
	}

	const {command, operands} = chooseCommand(words, existsSync);
	if (said('help') || command === 'help') {
		return say(host, helpText(words, {command, operands}));
	}

	return start(await lineOf({command, operands}, bindOptions(command, words), host), host);
};

const say = (host: Host, text: string): number => {
	host.stdout.write(text);
	return 0;
};

type Chosen = {readonly command: CommandName; readonly operands: readonly string[]};

const helpText = (words: Words, {command, operands: [topic]}: Chosen): string => {
	if (command === 'help') {
		return topicHelp(topic);
	}

	return words.operands.length === 0 ? generalHelp() : commandHelp(command);
};

/** Settings are asked only where they say who acts, or that accounts are hidden; the app asks for its others. */
const lineOf = async ({command, operands}: Chosen, given: Given, host: Host): Promise<Line> => {
	const [folder, ...more] = operands;
	const isCase = folder !== undefined && more.length === 0 && takesCases.includes(command) && existsSync(join(folder, 'case.journal'));
	const says = command === 'export' || command === 'case' || command === 'leads' || (isCase && command !== 'open');
	const {investigator, blind} = says || hidesAccounts(command) ? await settled(host) : {};
	const flags = flagsOf({command, given, environment: host.env, settings: {...(says && investigator !== undefined ? {investigator} : {}), ...(blind === undefined ? {} : {blind})}});
	return isCase ? caseLine({command, operands, flags}, folder, host) : {command, operands, flags};
};

/** Commands to which a case may be given in the place of its exports. */
const takesCases: readonly CommandName[] = ['open', 'report', 'brief', 'leads', 'export', 'sources'];

/** A case asks for what it selects, unless something else is asked; in the app, where selections are made, for everything until there are any. */
const caseLine = async (line: Line, folder: string, host: Host): Promise<Line> => {
	const {requestOf} = await import('../investigation/case/case-request.ts');
	const {flags} = line;
	if (flags.many('list-of').length > 0) {
		throw usageError('a case keeps its lists behind bulk exports', `Join it first: whosaw case join ${folder} --list-of EVENT=FILE.`);
	}

	const opened = requestOf(folder, flags.many('leaked'));
	const text = line.command === 'open' && faces.atTerminal(host) ? opened.viewText : opened.filterText;
	const asked = faces.filterOptions.some(name => flags.on(name));
	return {...line, opened, flags: asked ? flags : {...flags, one: name => name === 'filter' ? text : flags.one(name), on: name => name === 'filter' || flags.on(name)}};
};

const settled = async (host: Host): Promise<Settings['values']> => {
	const {readSettings} = await import('../settings.ts');
	return readSettings(host.env['WHOSAW_SETTINGS_FOLDER']).values;
};

const hidesAccounts = (command: CommandName): boolean => optionsOf(command).some(({name}) => name === 'blind');

const start = async (line: Line, host: Host): Promise<number> => {
	switch (line.command) {
		case 'help': {
			return say(host, generalHelp());
		}

		case 'open': {
			return line.operands.length === 0 ? nothingNamed(line, host) : faces.open(line, host);
		}

		case 'export': {
			return faces.exportCaseFile(line, host);
		}

		case 'case': {
			return faces.caseCommand(line, host);
		}

		default: {
			return faces[line.command](line, host);
		}
	}
};

/** Nothing named: what can be named. */
const nothingNamed = async (line: Line, host: Host): Promise<number> => {
	if (line.flags.on('or-demo')) {
		return faces.demo({...line, command: 'demo'}, host);
	}

	if (faces.atTerminal(host)) {
		return faces.begin(line, host);
	}

	faces.sayDumb(line, host);
	host.stderr.write(generalHelp());
	return 2;
};
