import type {Screen} from '../report/call.ts';

/** What whosaw needs of the process it runs in. */
export type Host = {
	readonly argv: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly stdin: NodeJS.ReadableStream & {readonly isTTY?: boolean; readonly destroy: () => unknown};
	readonly stdout: Screen;
	readonly stderr: Screen;
} & Pick<NodeJS.Process, 'once' | 'removeListener'>;
