import type {LoadRequest} from '../investigation/investigation.ts';
import {toolVersion} from '../investigation/tool-version.ts';
import type {CommandName} from '../options/commands.ts';
import type {Flags} from '../options/flags.ts';
import {readingOf} from '../options/read-options.ts';
import type {Call} from '../report/call.ts';
import type {Host} from './host.ts';

/** One command line, understood. */
export type Line = {readonly command: CommandName; readonly operands: readonly string[]; readonly flags: Flags};

/** What the scripted face needs for one command. `request` says what else than the operands is loaded. */
export const callOf = ({command, operands, flags}: Line, {host, signal, request}: {readonly host: Host; readonly signal: AbortSignal; readonly request?: LoadRequest}): Call => ({
	command,
	operands,
	flags,
	request: request ?? {paths: operands, ...readingOf(flags), stdin: host.stdin},
	async open(wanted, options = {}) {
		const {openInvestigation} = await import('../investigation/open-investigation.ts');
		return openInvestigation(wanted, options);
	},
	stdout: host.stdout,
	stderr: host.stderr,
	environment: host.env,
	signal,
	version: toolVersion,
	now: () => new Date(),
});
