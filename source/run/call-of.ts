import type {CaseRequest} from '../investigation/case/case-request.ts';
import type {LoadRequest} from '../investigation/investigation.ts';
import {toolVersion} from '../investigation/tool-version.ts';
import type {CommandName} from '../options/commands.ts';
import type {Flags} from '../options/flags.ts';
import {readingOf} from '../options/read-options.ts';
import type {Call} from '../report/call.ts';
import type {Host} from './host.ts';
import {openExports, type OpenOptions} from './open-exports.ts';
import {savedMaps} from './saved-mapping.ts';

/** One command line, understood. */
export type Line = {
	readonly command: CommandName;
	readonly operands: readonly string[];
	readonly flags: Flags;
	/** The operand is a case: its exports are loaded, as it reads them. */
	readonly opened?: CaseRequest;
};

/** How the files are to be read, as the command line says it and as it was saved under the name that it gives. */
const requestOf = ({operands, flags, opened}: Line, host: Host): LoadRequest => {
	const reading = readingOf(flags);
	if (opened) {
		return {...opened.request, ...(reading.memory === undefined ? {} : {memory: reading.memory})};
	}

	return {paths: operands, ...reading, maps: [...savedMaps(flags, host.env['WHOSAW_SETTINGS_FOLDER']), ...reading.maps], stdin: host.stdin};
};

/** How exports are opened for this command line. */
export const openOptionsOf = ({command, flags}: Line, {env}: Pick<Host, 'env'>): OpenOptions => {
	const [saveMappingAs, settingsFolder] = [flags.one('save-mapping'), env['WHOSAW_SETTINGS_FOLDER']];
	return {
		// What leaves the house rests on the bytes of the exports, not on their times.
		checkHashes: flags.on('check-hashes') || command === 'export',
		...(saveMappingAs === undefined ? {} : {saveMappingAs}),
		...(settingsFolder === undefined ? {} : {settingsFolder}),
	};
};

type CallParts = {readonly host: Host; readonly signal: AbortSignal; readonly request?: LoadRequest};

/** What the scripted face needs for one command. `request` says what else than the operands is loaded. */
export const callOf = (line: Line, {host, signal, request}: CallParts): Call => ({
	command: line.command,
	operands: line.operands,
	flags: line.flags,
	request: request ?? requestOf(line, host),
	...(line.opened ? {opened: line.opened} : {}),
	open: async (wanted, options) => openExports(line.opened?.open, openOptionsOf(line, host), wanted, options),
	stdout: host.stdout,
	stderr: host.stderr,
	environment: host.env,
	signal,
	version: toolVersion,
	now: () => new Date(),
});
