import {visibleText} from '../../../document/visible-text.ts';
import type {AskedMapping} from '../../app/asked.ts';
import {shapeOf} from '../../app/blinding.ts';
import type {State} from '../../app/state.ts';
import {fitLine, span, type Line} from '../../drawing/line.ts';
import {maskText} from '../../drawing/masking.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {zonedTime} from '../../drawing/zoned-time.ts';
import {fitText, textWidth} from '../../text/fit-text.ts';
import {exampleOf, formRoles, missingIn, needOf, roleAt, timeOf} from './mapping-form.ts';

type Room = {readonly width: number; readonly height: number};

/** Blind, of a value only its shape: nobody knows yet which column names the accounts. */
export const shown = (text: string, {masked, blind}: Pick<State, 'masked' | 'blind'>): string => {
	const visible = visibleText(blind ? shapeOf(text) : text);
	return masked ? maskText(visible) : visible;
};

/** What the role makes of the first record. */
export const meaning = (asked: AskedMapping, role: string, state: State): Line => {
	const example = exampleOf(asked, role);
	const column = asked.mapping[role];
	if (example === undefined || column === undefined) {
		return column === undefined ? [] : [span('empty in the first records', 'quiet')];
	}

	if (role !== 'time') {
		return [span(shown(example, state), 'quiet')];
	}

	const at = timeOf(asked.doubt.rows.flatMap(row => row[column] === undefined ? [] : [row[column]]), example);
	return at === undefined ? [span(`✕ ${shown(example, state)} is no time`, 'bad')] : [span(`= ${zonedTime(at, 'UTC')}`, 'plain')];
};

const roleLine = (asked: AskedMapping, index: number, state: State): Line => {
	const role = formRoles[index]!;
	const here = index === roleAt(asked);
	const column = asked.mapping[role];
	const need = needOf(role, asked.mapping);
	const name = fitText(column === undefined ? '–' : visibleText(column), 22);
	const likely = (asked.doubt.candidates[role] ?? []).filter(other => other !== column);
	const others: Line = here && likely.length > 0 ? [span(`   also likely: ${likely.slice(0, 4).map(other => visibleText(other)).join(', ')}`, 'quiet')] : [];
	return [
		span(here ? '▸ ' : '  ', 'accent'), span(fitText(role, 17), here ? 'strong' : 'plain'),
		span(here ? '◂ ' : '  ', 'accent'), span(name, column === undefined ? 'quiet' : 'accent'), span(here ? ' ▸ ' : '   ', 'accent'),
		...(need === undefined ? meaning(asked, role, state) : [span('needed', 'warning')]), ...others,
	];
};

/** So many roles stand around the one under the cursor. */
const roleLines = (asked: AskedMapping, state: State, rows: number): readonly Line[] => {
	const top = Math.max(0, Math.min(roleAt(asked) - Math.floor(rows / 2), formRoles.length - rows));
	return formRoles.slice(top, top + rows).map((_, index) => roleLine(asked, top + index, state));
};

const widest = 22;

/** The columns that fit, beginning so that the one that is being chosen is in view. */
const placed = ({doubt: {columns, rows}}: AskedMapping, {roleOf, chosen, room}: {readonly roleOf: ReadonlyMap<string, string>; readonly chosen: string | undefined; readonly room: number}): ReadonlyArray<{readonly column: string; readonly width: number}> => {
	const all = columns.map(column => ({column, width: Math.min(widest, Math.max(3, textWidth(visibleText(column)), roleOf.get(column)?.length ?? 0, ...rows.map(row => textWidth(visibleText(row[column] ?? '')))))}));
	const until = (start: number): typeof all => {
		let used = 0;
		return all.slice(start).filter(({width}, index) => {
			used += width + (index === 0 ? 0 : 2);
			return used <= room;
		});
	};

	const at = all.findIndex(({column}) => column === chosen);
	let start = 0;
	while (at >= start && start < all.length - 1 && !until(start).some(({column}) => column === chosen)) {
		start++;
	}

	return until(start);
};

/** The first records as the export has them; the column that is being chosen stands out, and every column bears its role. */
const tableLines = (asked: AskedMapping, state: State, width: number): readonly Line[] => {
	const chosen = asked.mapping[formRoles[roleAt(asked)]!];
	const roleOf = new Map(Object.entries(asked.mapping).map(([role, column]) => [column, role]));
	const columns = placed(asked, {roleOf, chosen, room: width - 2});
	const row = (textOf: (column: string) => string, toneOf: (column: string) => Line[number]['tone']): Line => [
		span('  '), ...columns.flatMap(({column, width: wide}, index) => [span(index === 0 ? '' : '  '), span(fitText(textOf(column), wide), toneOf(column))]),
	];
	return [
		row(column => roleOf.get(column) ?? '', () => 'good'),
		row(column => visibleText(column), column => column === chosen ? 'accent' : 'strong'),
		...asked.doubt.rows.map(texts => row(column => shown(texts[column] ?? '', state), column => column === chosen ? 'accent' : 'quiet')),
	];
};

/** Which column means what: the roles with their candidates, and five records to see it by. */
export const mappingLines = (asked: AskedMapping, state: State, {width, height}: Room): readonly Line[] => {
	const table = tableLines(asked, state, width);
	const missing = asked.problem ?? missingIn(asked.mapping);
	const told: readonly Line[] = missing === undefined
		? [[span('✓ ', 'good'), span('Enter takes these columns.')]]
		: wrapWords(visibleText(missing), width - 2).map((text, index): Line => [span(index === 0 ? '✕ ' : '  ', 'warning'), span(text, 'warning')]);
	const roles = roleLines(asked, state, Math.max(3, Math.min(formRoles.length, height - table.length - told.length - 2)));
	return [...told, [], ...roles, [], ...table].map(line => fitLine(line, width));
};

