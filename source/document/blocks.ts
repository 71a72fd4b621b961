/*
A document as plain data, from top to bottom. Each renderer (pages, HTML, Markdown, lines of text) makes every text safe for its own format, so
that whoever composes a document never escapes anything.
*/

export type BlockColumn = {
	readonly title: string;
	/** Of the width of a page, against the other columns. */
	readonly share: number;
	readonly align?: 'right';
	/** A value that is not broken over lines, such as a moment. */
	readonly whole?: true;
};

export type TableBlock = {
	readonly kind: 'table';
	readonly columns: readonly BlockColumn[];
	readonly rows: Iterable<readonly string[]>;
	/** What the table is, for those who cannot see the heading above it. */
	readonly caption: string;
	/** In smaller letters on a page, for hashes. */
	readonly small?: boolean;
};

/** Values in order of time, from a day to a day. */
export type BarsBlock = {readonly kind: 'bars'; readonly values: readonly number[]; readonly from: string; readonly to: string; readonly description: string};

export type Block =
	| {readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string}
	/** A warning is what must not be overlooked. */
	| {readonly kind: 'paragraph'; readonly text: string; readonly warning?: boolean}
	| {readonly kind: 'bullets'; readonly texts: readonly string[]}
	/** Names beside what they are; one without a text is left out. */
	| {readonly kind: 'facts'; readonly rows: ReadonlyArray<readonly [name: string, text: string | undefined]>}
	| TableBlock
	| BarsBlock;

export const heading = (text: string, level: 1 | 2 = 2): Block => ({kind: 'heading', level, text});
export const paragraph = (text: string): Block => ({kind: 'paragraph', text});
export const warning = (text: string): Block => ({kind: 'paragraph', text, warning: true});
export const bullets = (texts: readonly string[]): Block => ({kind: 'bullets', texts});
export const factsBlock = (rows: ReadonlyArray<readonly [name: string, text: string | undefined]>): Block => ({kind: 'facts', rows});

/** Blocks under a heading; none where there is nothing to say. */
export const sectionOf = (title: string, blocks: readonly Block[]): readonly Block[] => blocks.length === 0 ? [] : [heading(title), ...blocks];
