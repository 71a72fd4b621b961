/** Where in the value that crosses something stands that cannot be copied: names of properties, the outermost first. */
export type Path = readonly string[];

/** An error as it crosses: what a person is told of it, and what whoever catches it looks at. */
export type SentError = {
	readonly kind: 'expected' | 'bug' | 'cancelled' | 'other';
	readonly name: string;
	readonly message: string;
	readonly stack?: string;
	readonly code?: string;
	readonly where?: string;
	readonly next?: string;
	readonly exitCode?: 1 | 2;
	readonly cause?: SentError;
};

/** What stands at a place of a value beside what is copied there. */
export type Special = {readonly at: Path} & (
	/** Its functions stay where they are and are called there by these names. */
	| {readonly is: 'object'; readonly id: number; readonly methods: readonly string[]}
	| {readonly is: 'function'; readonly id: number}
	/** What the receiver had sent before, under the number that it gave it. */
	| {readonly is: 'returned'; readonly id: number}
	/** A long list, which is fetched piece by piece: to copy it at once would keep the receiver's thread too long. */
	| {readonly is: 'list'; readonly id: number; readonly length: number}
	| {readonly is: 'signal'; readonly id: number; readonly aborted: boolean}
	| {readonly is: 'error'; readonly error: SentError}
);

/** A value in two parts: what can be copied, and what stands in it that cannot. Apart, so that no text of a log can be taken for the second. */
export type Sent = {readonly value: unknown; readonly specials: readonly Special[]};

/** What one side tells the other. Calls are numbered by whoever makes them. */
export type Message =
	| {readonly kind: 'call'; readonly call: number; readonly object: number; readonly method: string; readonly args: Sent}
	| {readonly kind: 'done'; readonly call: number; readonly result: Sent}
	| {readonly kind: 'failed'; readonly call: number; readonly error: SentError}
	| {readonly kind: 'abort'; readonly signal: number; readonly reason: SentError | undefined}
	/** An error escaped on this side that no one awaited; it goes on all the same. */
	| {readonly kind: 'fell'; readonly error: SentError}
	/** Nothing will be asked any more. */
	| {readonly kind: 'end'};
