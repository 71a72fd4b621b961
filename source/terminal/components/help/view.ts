import {groups, keyLabel, type Command} from '../../keymap/command.ts';
import {fitLine, span, type Line} from '../../drawing/line.ts';
import {headingLine} from '../../drawing/facts.ts';
import {fitText} from '../../text/fit-text.ts';
import {earWidth} from '../../text/spoken-text.ts';

/** Keys that are no commands of their own: they mean the same in every list. */
const movement: ReadonlyArray<readonly [string, string]> = [
	['↓ ↑ j k', 'Next, previous'], ['PgDn PgUp', 'A page down, up'], ['g G', 'First, last (Home, End)'], ['Enter', 'Into: the record, only this row, the filter'],
	['Esc', 'Back one layer; never leaves'], ['Ctrl-C', 'Stop what goes on; twice leaves'],
];

const keyWidth = 12;

const entry = (keys: string, title: string, width: number): Line => fitLine([span(fitText(keys, keyWidth), 'accent'), span(title)], width);

const groupLines = (commands: readonly Command[], group: Command['group'], width: number): readonly Line[] => {
	const own = commands.filter(command => command.group === group && command.keys.length > 0);
	return [
		headingLine(group),
		...(group === 'Move' ? movement.map(([keys, title]) => entry(keys, title, width)) : []),
		...own.map(({keys, title}) => entry(keys.slice(0, 2).map(chord => keyLabel(chord)).join(' '), title, width)),
		[],
	];
};

/** Made from the list of commands, so that no key is left out. On a wide screen in two columns; for the ear in one. */
export const keyLines = (commands: readonly Command[], width: number): readonly Line[] => {
	const columns = width >= 110 && width < earWidth ? 2 : 1;
	const room = Math.floor((width - (columns - 1) * 4) / columns);
	const parts = groups.map(group => groupLines(commands, group, room));
	if (columns === 1) {
		return parts.flat();
	}

	const left = [...parts[0]!, ...parts[2]!];
	const right = [...parts[1]!, ...parts[3]!, ...parts[4]!];
	return Array.from({length: Math.max(left.length, right.length)}, (_, index) => [...fitLine(left[index] ?? [], room), span('    '), ...fitLine(right[index] ?? [], room)]);
};
