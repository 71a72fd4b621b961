import {groups, keyLabel, type Command} from '../../keymap/command.ts';
import {fitLine, span, type Line} from '../../drawing/line.ts';
import {headingLine} from '../../drawing/facts.ts';
import type {Hint} from '../../drawing/hints.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {fitText} from '../../text/fit-text.ts';
import {earWidth} from '../../text/spoken-text.ts';

/** Keys that are no commands of their own: they mean the same in every list. */
const movement: ReadonlyArray<readonly [string, string]> = [
	['↓ ↑ j k', 'Next, previous'], ['PgDn PgUp', 'A page down, up'], ['g G', 'First, last (Home, End)'], ['Enter', 'Into: the record, only this row, the filter'],
	['Esc', 'Back one layer; never leaves'], ['Ctrl-C', 'Stop what goes on; twice leaves'],
];

const keyWidth = 12;

/** What a key does is said whole, in as many rows as it takes. */
const entry = (keys: string, title: string, width: number): readonly Line[] => wrapWords(title, Math.max(8, width - keyWidth))
	.map((row, index): Line => [span(fitText(index === 0 ? keys : '', keyWidth), 'accent'), span(row)]);

const groupLines = (commands: readonly Command[], group: Command['group'], width: number): readonly Line[] => {
	const own = commands.filter(command => command.group === group && command.keys.length > 0);
	return [
		headingLine(group),
		...(group === 'Move' ? movement.flatMap(([keys, title]) => entry(keys, title, width)) : []),
		...own.flatMap(({keys, title}) => entry(keys.slice(0, 2).map(chord => keyLabel(chord)).join(' '), title, width)),
		[],
	];
};

/** The groups in their order, so divided that the longer column is as short as can be. */
const halves = (parts: ReadonlyArray<readonly Line[]>): readonly [readonly Line[], readonly Line[]] => {
	const divided = parts.map((_, index) => [parts.slice(0, index + 1).flat(), parts.slice(index + 1).flat()] as const);
	return divided.toSorted((one, other) => Math.max(one[0].length, one[1].length) - Math.max(other[0].length, other[1].length))[0]!;
};

/** Before logs are open other keys hold: they come first, and those of the screens below. */
export const keysHere = (hints: readonly Hint[], width: number): readonly Line[] => [
	headingLine('Here'), ...hints.filter(([key]) => key !== '?').flatMap(([keys, does]) => entry(keys, `${does.slice(0, 1).toUpperCase()}${does.slice(1)}`, width)), [],
	headingLine('Once logs are open'), [],
];

/** Made from the list of commands, so that no key is left out. On a wide screen in two columns; for the ear in one. */
export const keyLines = (commands: readonly Command[], width: number): readonly Line[] => {
	const columns = width >= 110 && width < earWidth ? 2 : 1;
	const room = Math.floor((width - (columns - 1) * 4) / columns);
	const parts = groups.map(group => groupLines(commands, group, room));
	if (columns === 1) {
		return parts.flat();
	}

	const [left, right] = halves(parts);
	return Array.from({length: Math.max(left.length, right.length)}, (_, index) => [...fitLine(left[index] ?? [], room), span('    '), ...fitLine(right[index] ?? [], room)]);
};
