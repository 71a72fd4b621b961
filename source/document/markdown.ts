import {visibleText} from './visible-text.ts';

/** What begins markup, a link, an entity or a mention in CommonMark or in GitHub's dialect, and no more: the text is read as it stands too. */
const markup = /[\\`*_[\]<#|~&@$]|:(?=\/\/)/g;

/** At the start of a line: lists, quotes, rules and headings that are underlined. A number begins a list where a blank follows its point: 6.1 does not. */
const lineStart = /^[-+=>]/;

/** A value as Markdown text of one line that shows exactly its characters. */
export const escapeMarkdown = (value: string): string => visibleText(value)
	.replaceAll(markup, String.raw`\$&`)
	.replace(lineStart, String.raw`\$&`)
	.replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`)
	.replaceAll(/\b(www)\./gi, String.raw`$1\.`);

export type MarkdownColumn = {readonly title: string; readonly align?: 'left' | 'right'};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

/** A table in GitHub's dialect. Titles and cells are escaped here. */
export const markdownTable = (columns: readonly MarkdownColumn[], rows: ReadonlyArray<readonly string[]>): string => [
	row(columns.map(column => escapeMarkdown(column.title))),
	row(columns.map(column => column.align === 'right' ? '---:' : '---')),
	...rows.map(cells => row(cells.map(cell => escapeMarkdown(cell)))),
].join('');
