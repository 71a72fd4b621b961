import {CancelledError, usageError} from '../errors.ts';
import type {LoadRequest} from '../investigation/investigation.ts';
import type {OptionName} from '../options.ts';
import {findCommand} from '../options/commands.ts';
import {checkTimezone, readWhole} from '../options/read-options.ts';
import type {Call} from '../report/call.ts';
import {openSettings, readSettings} from '../settings.ts';
import {callOf, openOptionsOf, type Line} from './call-of.ts';
import type {Host} from './host.ts';
import {keyOfAccounts} from './key-of-accounts.ts';
import {startCore} from './start-core.ts';

/** Who says any of these wants a printed answer, terminal or not. */
const scriptedOptions: readonly OptionName[] = ['format', 'by', 'output', 'strict', 'raw-cells', 'mask'];

/** What a filter is made of. */
export const filterOptions: readonly OptionName[] = ['filter', 'employee', 'customer', 'data-type', 'activity', 'country', 'system', 'from', 'to'];

/** Who says any of these and no path means a case file that is finished. */
const sealingOptions: readonly OptionName[] = ['sign', 'timestamp-response', 'zip', 'encrypt'];

/** True where the app can draw: a person at both ends. */
export const atTerminal = ({stdin, stdout, env}: Host): boolean => stdin.isTTY === true && stdout.isTTY === true && env['TERM'] !== 'dumb';

/** Somebody sits there, and this terminal cannot show the app: what follows is not what they asked for, so they are told why. */
export const sayDumb = ({flags}: Line, {stdin, stdout, stderr, env}: Host): void => {
	if (stdin.isTTY === true && stdout.isTTY === true && env['TERM'] === 'dumb' && !flags.on('quiet')) {
		stderr.write('note: this terminal says TERM=dumb, which cannot show the app\n');
	}
};

/** Fails when an error escapes that no one awaits: it gets its words too, and no bare stack. */
const escapedError = (host: Host): {readonly failure: Promise<never>; readonly release: () => void} => {
	let escape: (error: unknown) => void;
	const failure = new Promise<never>((_resolve, reject) => {
		escape = reject;
		host.once('uncaughtException', escape);
	});
	return {failure, release: () => host.removeListener('uncaughtException', escape)};
};

/** What asks the process to end: Ctrl-C, another program, the terminal that is closed. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs a scripted command; the first wish to end stops its work and clears away what is half written, a second one ends the process. */
const scripted = async (line: Line, host: Host, work: (call: Call) => Promise<number>, request?: LoadRequest): Promise<number> => {
	const stop = new AbortController();
	const interrupt = (): void => {
		stop.abort(new CancelledError());
		// Whoever waits for more input waits no longer.
		host.stdin.destroy();
	};

	const escaped = escapedError(host);
	for (const ending of endings) {
		host.once(ending, interrupt);
	}

	try {
		const call = callOf(line, {host, signal: stop.signal, ...(request === undefined ? {} : {request})});
		const exitCode = await Promise.race([work(call), escaped.failure]);
		stop.signal.throwIfAborted();
		return exitCode;
	} catch (error) {
		// Whatever a stopped work stumbles over, it was stopped.
		stop.signal.throwIfAborted();
		throw error;
	} finally {
		for (const ending of endings) {
			host.removeListener(ending, interrupt);
		}

		escaped.release();
	}
};

/** The language of filters is loaded when one was given: the first rows of a file need not wait for it. */
const filterTextOf = async (flags: Line['flags']): Promise<string> => {
	const zone = flags.one('display-timezone');
	if (zone !== undefined) {
		checkTimezone(zone, '--display-timezone');
	}

	if (!filterOptions.some(name => flags.on(name))) {
		return '';
	}

	const {questionText} = await import('../report/question.ts');
	return questionText(flags);
};

/** A mistake in it is told before the exports are read. */
const surfacedOf = async (flags: Line['flags']): Promise<{readonly surfaced?: number}> =>
	flags.on('surfaced') ? (await import('../report/surfaced.ts')).surfacedOf(flags, flags.one('display-timezone') ?? 'UTC') : {};

/** A theme that is not known is as if none were set. */
const themeOf = (name = ''): {readonly theme?: 'default' | 'high-contrast' | 'none'} => name === 'default' || name === 'high-contrast' || name === 'none' ? {theme: name} : {};

/** The app over a core on its own thread. `start`: nothing was named. */
const openTerminal = async (line: Line, host: Host, {request, start = false}: Pick<Call, 'request'> & {readonly start?: boolean}): Promise<number> => {
	const {flags, opened} = line;
	const {recent, values} = readSettings(host.env['WHOSAW_SETTINGS_FOLDER']);
	const {core, failure, end} = startCore({...openOptionsOf(line, host), ...(opened === undefined ? {} : {caseFolder: opened.folder})});
	const escaped = escapedError(host);
	// Standard input is the keyboard here, and no log.
	const {stdin: _, ...loaded} = opened === undefined ? request : {...opened.requestToExport, ...(request.memory === undefined ? {} : {memory: request.memory})};
	try {
		const [{runTerminal}, filterText, surfaced] = await Promise.all([import('../terminal/terminal.tsx'), filterTextOf(flags), surfacedOf(flags)]);
		return await runTerminal({
			escaped: Promise.race([escaped.failure, failure]),
			request: loaded,
			filterText,
			...surfaced,
			displayTimezone: flags.one('display-timezone') ?? values.timezone ?? 'UTC',
			investigator: flags.one('investigator') ?? values.investigator,
			colour: !flags.on('no-color'),
			blind: flags.on('blind'),
			...keyOfAccounts(host.env, opened?.maskKey),
			screenReader: flags.on('screen-reader'),
			...themeOf(values.theme),
			commandPaths: opened === undefined ? request.paths : [opened.folder],
			open: core.open,
			workbench: core,
			...(opened === undefined ? {} : {caseFolder: opened.folder}),
			keep: {opened: core.keepOpened, actor: core.keepActor, theme: core.keepTheme},
			...(start ? {start: await core.startDoors(loaded, recent)} : {}),
		});
	} finally {
		escaped.release();
		await end();
	}
};

/** Nothing was named, at a terminal: the screen that one begins with. */
export const begin = async (line: Line, host: Host): Promise<number> => {
	const {request} = callOf(line, {host, signal: new AbortController().signal});
	return openTerminal(line, host, {request, start: true});
};

const requireOperands = ({command, operands}: Line): void => {
	if (operands.length === 0) {
		throw usageError(`whosaw ${command} needs a path: a file, a folder, a glob, or - for standard input`, `Such as ${findCommand(command)!.examples[0]}.`);
	}
};

/** Exports at a terminal: the app. Elsewhere, or when a printed answer is asked for: their report. */
export const open = async (line: Line, host: Host, request?: LoadRequest): Promise<number> => {
	if (scriptedOptions.some(name => line.flags.said(name))) {
		return report(line, host, request);
	}

	if (!atTerminal(host)) {
		sayDumb(line, host);
		return report(line, host, request);
	}

	if (line.operands.includes('-')) {
		throw usageError('- is standard input, and that is this terminal, whose keys are for the app', 'Name a file, or pipe the log in: zcat crm.csv.gz | whosaw report -');
	}

	return openTerminal(line, host, callOf(line, {host, signal: new AbortController().signal, ...(request === undefined ? {} : {request})}));
};

export const report = async (line: Line, host: Host, request?: LoadRequest): Promise<number> => {
	const work = await import('../report/commands/report.ts');
	if (request === undefined) {
		requireOperands(line);
	}

	return scripted(line, host, work.report, request);
};

export const brief = async (line: Line, host: Host): Promise<number> => {
	requireOperands(line);
	const work = await import('../report/commands/brief.ts');
	return scripted(line, host, work.brief);
};

export const sources = async (line: Line, host: Host): Promise<number> => {
	requireOperands(line);
	const work = await import('../report/commands/sources.ts');
	return scripted(line, host, work.sources);
};

export const leads = async (line: Line, host: Host): Promise<number> => {
	requireOperands(line);
	const work = await import('../report/commands/leads.ts');
	return scripted(line, host, work.leads);
};

export const exportCaseFile = async (line: Line, host: Host): Promise<number> => {
	if (line.operands.length === 0 && sealingOptions.some(name => line.flags.said(name))) {
		const work = await import('../report/commands/seal.ts');
		return scripted(line, host, work.sealCaseFile);
	}

	requireOperands(line);
	const work = await import('../report/commands/export.ts');
	return scripted(line, host, work.exportCaseFile);
};

export const verify = async (line: Line, host: Host): Promise<number> => {
	const work = await import('../report/commands/verify.ts');
	return scripted(line, host, work.verify);
};

export const compare = async (line: Line, host: Host): Promise<number> => {
	const work = await import('../report/commands/compare.ts');
	return scripted(line, host, work.compare);
};

export const caseCommand = async (line: Line, host: Host): Promise<number> => {
	const work = await import('../report/commands/case.ts');
	return scripted(line, host, work.caseCommand);
};

export const formats = async (line: Line, host: Host): Promise<number> => {
	const work = await import('../report/commands/formats.ts');
	return scripted(line, host, work.formats);
};

/** Makes the invented world and opens it. */
export const demo = async (line: Line, host: Host): Promise<number> => {
	const {flags, operands} = line;
	if (operands.length > 0) {
		throw usageError('whosaw demo takes no path', 'Its folder is said with --output DIR.');
	}

	const {makeDemo, demoRequest} = await import('../demo/make-demo.ts');
	const directory = flags.one('output') ?? 'whosaw-demo';
	const {reused} = await makeDemo({directory, seed: readWhole(flags.one('seed') ?? '1', '--seed'), size: flags.one('size') === 'large' ? 'large' : 'small'});
	if (!flags.on('quiet')) {
		host.stderr.write(`an invented world ${reused ? 'is already' : 'was made'} in ${directory}\n`);
	}

	return open({...line, flags: withoutOutput(flags)}, host, demoRequest(directory));
};

/** The folder of the demo is not where its report goes. */
const withoutOutput = (flags: Line['flags']): Line['flags'] => ({
	...flags,
	one: name => name === 'output' ? undefined : flags.one(name),
	said: name => name !== 'output' && flags.said(name),
});

export const settings = async ({operands, flags}: Line, host: Host): Promise<number> => {
	const {settingsCommand} = await import('../settings/settings-command.ts');
	host.stdout.write(settingsCommand(await openSettings(host.env['WHOSAW_SETTINGS_FOLDER']), operands, {unset: flags.on('unset'), json: flags.on('json')}));
	return 0;
};

export const completion = async ({operands}: Line, host: Host): Promise<number> => {
	const {completionCommand} = await import('../options/completion/completion.ts');
	host.stdout.write(completionCommand(operands));
	return 0;
};
