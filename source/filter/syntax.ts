import {createRequire} from 'node:module';
import {runInThisContext} from 'node:vm';
import type {Parser} from 'peggy';
import {startWorker} from '../start-worker.ts';
import {grammar} from './grammar.ts';
import {FilterMistake} from './mistake.ts';

/** A piece of a value: wildcards mean something only where it was not quoted. */
export type Word = {readonly quoted: boolean; readonly text: string};
export type Bound = {readonly at: number; readonly text: string};
/** What stands behind a field, or alone. `at` is the offset in the text. */
export type Value =
	| {readonly kind: 'words'; readonly at: number; readonly words: readonly Word[]}
	| {readonly kind: 'range'; readonly at: number; readonly from: Bound; readonly to: Bound; readonly closed: boolean};

/** What was written, before anything is known about fields and values. */
export type Syntax =
	| {readonly kind: 'and' | 'or'; readonly parts: readonly Syntax[]}
	| {readonly kind: 'not'; readonly part: Syntax}
	/** A field with brackets behind it. */
	| {readonly kind: 'scope'; readonly at: number; readonly field: string; readonly part: Syntax}
	| {readonly kind: 'term'; readonly at: number; readonly field?: string; readonly value: Value};

/** Nobody writes as many; a text of 5,000 brackets would otherwise exhaust the stack. */
const deepest = 100;

let parser: Parser | undefined;

const makeParser = (): Parser => {
	const peggy = createRequire(import.meta.url)('peggy') as typeof import('peggy');
	return peggy.generate(grammar);
};

/** Made at the first filter and kept: loading peggy and making the parser takes some 60 ms, which `--help` need not pay. */
const parserOf = (): Parser => {
	parser ??= makeParser();
	return parser;
};

/**
Makes the parser on a thread of its own, and here only what it gives: two milliseconds instead of ninety. Who asks for a filter before that, or
where the thread fails, has it made at once.
*/
export const prepareParser = async (): Promise<void> => {
	if (parser) {
		return;
	}

	const worker = startWorker(import.meta.url, 'parser-worker', undefined);
	worker.unref();
	const source = await new Promise<string | undefined>(resolve => {
		worker.once('message', (made: string) => resolve(made));
		worker.once('error', () => resolve(undefined));
	});
	parser ??= source === undefined ? undefined : runInThisContext(source) as Parser;
};

/**
Parses the text of a filter; null when there is nothing in it. The offsets at which terms ended are pushed to `termEnds`, so that
they are known even when a mistake is thrown.
*/
export const parseSyntax = (text: string, termEnds: number[] = []): Syntax | null => {
	const fail = (message: string, offset: number, hint?: string): never => {
		throw new FilterMistake(message, offset, hint);
	};

	return parserOf().parse(text, {fail, termEnded: (end: number) => termEnds.push(end), deepest}) as Syntax | null;
};
