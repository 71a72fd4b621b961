import {resolve} from 'node:path';
import {pathOfCase} from '../../../investigation/case/case-reading.ts';
import type {LoadRequest} from '../../../investigation/investigation.ts';
import {formatInstant} from '../../../records/instant.ts';
import type {Scoped} from '../../../records/reading.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {saidText} from '../../app/blinding.ts';
import {filterText} from '../../app/read-filter.ts';
import type {State} from '../../app/state.ts';
import {headingLine} from '../../drawing/facts.ts';
import {span, type Line} from '../../drawing/line.ts';
import {wrapVerbatim} from '../../drawing/wrap.ts';
import {textWidth} from '../../text/fit-text.ts';

/** For a POSIX shell: bare where nothing in it is special, else in single quotes. */
export const shellWord = (text: string): string => /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll('\'', String.raw`'\''`)}'`;

const scoped = <Value>(option: string, values: ReadonlyArray<Scoped<Value>> | undefined, text: (value: Value) => string): readonly string[] =>
	(values ?? []).flatMap(({files, value}) => [option, files === undefined ? text(value) : `${files}:${text(value)}`]);

/** The options that decide how the exports are read. A case knows it, but for a list that it had not frozen when it was opened. */
const loading = ({request, caseFolder, opened}: State): readonly string[] => {
	if (caseFolder === undefined) {
		return reading(request);
	}

	const frozen = new Set(opened?.state.leaked.map(({path}) => pathOfCase(resolve(caseFolder), path)));
	return (request.leaked ?? []).flatMap(file => frozen.has(file) ? [] : ['--leaked', file]);
};

const reading = (request: LoadRequest): readonly string[] => [
	...scoped('--timezone', request.timezones, zone => zone),
	...scoped('--map', request.maps, ({role, column}) => `${role}=${column}`),
	...(request.formats ?? []).flatMap(({files, value}) => ['--format-of', `${files ?? '*'}=${value}`]),
	...(request.dateOrder === undefined ? [] : ['--date-order', request.dateOrder]),
	...(request.overlapping ? ['--overlapping'] : []),
	...(request.employees ?? []).flatMap(file => ['--employees', file]),
	...(request.customers ?? []).flatMap(file => ['--customers', file]),
	...(request.rules ?? []).flatMap(file => ['--rules', file]),
	...(request.tickets ?? []).flatMap(file => ['--tickets', file]),
	...(request.presence ?? []).flatMap(file => ['--presence', file]),
	...(request.lists ?? []).flatMap(({event, path}) => ['--list-of', `${event}=${path}`]),
	...(request.leaked ?? []).flatMap(file => ['--leaked', file]),
];

/** As a shell reads it, in one line. */
export const commandText = (words: readonly string[]): string => ['whosaw', ...words].map(word => shellWord(word)).join(' ');

/** Blind, a file that is called after an account is not shown by its name: the filter is not the real one then either. */
const named = (state: State): readonly string[] => [...state.commandPaths.map(path => path.startsWith('-') && path !== '-' ? `./${path}` : path), ...loading(state)].map(word => saidText(word, state));

const zoned = ({view: {zone}}: State): readonly string[] => zone === 'UTC' ? [] : ['--display-timezone', zone];

/** The words behind `whosaw [report]` that give this view. */
export const viewWords = (state: State): readonly string[] => {
	const filter = filterText(state.view.filter);
	return [
		...named(state),
		// A case that is asked nothing answers with what it selects.
		...(filter === '' ? (state.caseFolder === undefined ? [] : ['--filter', '*']) : ['--filter', filter]),
		...zoned(state),
	];
};

/** In rows that a shell takes as one command: broken between words, each row but the last going on in the next. A word that is longer than a row is cut. */
export const commandRows = (words: readonly string[], width: number): readonly string[] => {
	const rows: string[] = [];
	let row = '';
	for (const word of words.map(each => visibleText(shellWord(each)))) {
		const longer = row === '' ? word : `${row} ${word}`;
		if (row !== '' && textWidth(longer) > width - 2) {
			rows.push(`${row} \\`);
			row = `  ${word}`;
		} else {
			row = longer;
		}
	}

	return [...rows, row].flatMap(each => wrapVerbatim(each, width));
};

const command = (title: string, words: readonly string[], width: number): readonly Line[] => [
	headingLine(title),
	...commandRows(['whosaw', ...words], width).map((row): Line => [span(row, 'accent')]),
	[],
];

const surfacing = ({surfaced}: State): readonly string[] => surfaced === undefined ? [] : ['--surfaced', formatInstant(surfaced)];

/** Leads are asked of all exports, whatever the filter is. */
export const leadsWords = (state: State): readonly string[] => ['leads', ...named(state), ...surfacing(state), ...zoned(state)];

/** The app with this filter, and its scripted twins. */
export const commandLines = (state: State, width: number): readonly Line[] => {
	const words = viewWords(state);
	return [
		...command('This view', [...words, ...surfacing(state)], width),
		...(state.screen === 'leads' ? command('These leads', leadsWords(state), width) : []),
		...command('The same as a report', ['report', ...words], width),
		...command('Its customers as a table', ['report', ...words, '--format', 'csv', '--by', 'customer'], width),
		...command('What became of every record', ['sources', ...named(state)], width),
	];
};
