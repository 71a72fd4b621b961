import type {CommandName} from '../options/commands.ts';
import type {Flags} from '../options/flags.ts';
import type {CaseRequest} from '../investigation/case/case-request.ts';
import type {LoadOptions, LoadRequest, StreamingInvestigation} from '../investigation/investigation.ts';

/** A stream that a person or another program reads. */
export type Screen = NodeJS.WritableStream & {readonly isTTY?: boolean};

/** One command of the scripted face, with all that it may touch. */
export type Call = {
	readonly command: CommandName;
	readonly operands: readonly string[];
	readonly flags: Flags;
	/** What to load and how to read it, without a filter. */
	readonly request: LoadRequest;
	/** The case that stands in the place of exports. */
	readonly opened?: CaseRequest;
	/** Loads the exports; the engine is read only when it is needed. */
	readonly open: (request: LoadRequest, options?: LoadOptions) => Promise<StreamingInvestigation>;
	readonly stdout: Screen;
	readonly stderr: Screen;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly signal: AbortSignal;
	/** Of whosaw. */
	readonly version: string;
	readonly now: () => Date;
};
