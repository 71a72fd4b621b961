import type {Likely} from '../../../investigation/likely-logs.ts';
import type {Editor} from '../../components/line-editor/state.ts';

/** The line in which a path is typed, and what it may become. */
export type PathLine = {readonly editor: Editor; readonly completions?: {readonly of: string; readonly items: readonly string[]}};

/** What one can begin with. */
export type StartState = {
	readonly found: readonly Likely[];
	/** The folder has been looked through. */
	readonly looked: boolean;
	/** It holds more than was looked at. */
	readonly isPart: boolean;
	/** What was opened before, newest first. */
	readonly recent: ReadonlyArray<readonly string[]>;
	readonly cursor: number;
	/** Paths that are to be opened together. */
	readonly marked: readonly string[];
	readonly line: PathLine | undefined;
	/** What was chosen, until it is known how to open it. */
	readonly chosen: {readonly paths: readonly string[]} | {readonly demo: true} | undefined;
};

export const startOf = (recent: ReadonlyArray<readonly string[]>): StartState =>
	({found: [], looked: false, isPart: false, recent, cursor: 0, marked: [], line: undefined, chosen: undefined});

/** One row that can be opened. */
export type StartEntry = {readonly group: 'here' | 'recent'; readonly paths: readonly string[]; readonly likely?: Likely};

export const entriesOf = ({found, recent}: StartState): readonly StartEntry[] => [
	...found.map(likely => ({group: 'here' as const, paths: [likely.path], likely})),
	...recent.map(paths => ({group: 'recent' as const, paths})),
];

/** One more; the cursor stays on what it was on, so that Enter never opens something that slid under it. */
export const withFound = (start: StartState, likely: Likely): StartState => ({
	...start, found: [...start.found, likely], cursor: start.recent.length > 0 && start.cursor >= start.found.length ? start.cursor + 1 : start.cursor,
});
