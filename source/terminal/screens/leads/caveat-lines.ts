import {formatCount} from '../../../document/format-number.ts';
import type {Leads} from '../../../investigation/leads/leads.ts';
import type {State} from '../../app/state.ts';
import {lineWidth, span, type Line} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {cutText} from '../../text/fit-text.ts';
import {said} from './leads-words.ts';
import {shortCaveat} from './short-caveats.ts';

/** The alternatives first: they hold whatever the numbers say. */
export const importantFirst = (leads: Leads): Leads => ({...leads, caveats: leads.caveats.toSorted((a, b) => Number(b.startsWith('Other explanations')) - Number(a.startsWith('Other explanations')))});

/** The longest row that is read with ease. */
const readable = 100;

/** A whole sentence behind its number. */
const wholeLines = (caveat: string, number: number, {state, width}: {readonly state: State; readonly width: number}): readonly Line[] =>
	wrapWords(said(caveat, state), Math.max(8, Math.min(width, readable) - 3)).map((row, index): Line => [span(`${index === 0 ? String(number).padStart(2) : '  '} `, 'quiet'), span(row)]);

/** Each in a few words behind its number, as many in a row as fit; below whole ones the numbers that begin a row stand below theirs. */
const shortLines = (caveats: readonly string[], first: number, {state, width}: {readonly state: State; readonly width: number}): readonly Line[] => {
	const rows: Line[] = [];
	let row: Line = [];
	for (const [index, caveat] of caveats.entries()) {
		const number = String(first + index);
		const words = span(cutText(said(shortCaveat(caveat), state), width - 3));
		const alone: Line = [span(`${number.padStart(first > 1 ? 2 : 0)} `, 'quiet'), words];
		const longer: Line = row.length === 0 ? alone : [...row, span(`  ${number} `, 'quiet'), words];
		if (row.length > 0 && lineWidth(longer) > width) {
			rows.push(row);
			row = alone;
		} else {
			row = longer;
		}
	}

	return row.length === 0 ? rows : [...rows, row];
};

const lineOf = (text: string, width: number): Line => [span(text.padEnd(width, '─'), 'quiet')];

/** All caveats, under a rule that counts them: as many whole as there is room for, the others in a few words, none left out. */
export const caveatLines = ({caveats}: Leads, state: State, {width, room}: {readonly width: number; readonly room: number}): readonly Line[] => {
	for (let whole = caveats.length; ; whole--) {
		const lines = [
			...caveats.slice(0, whole).flatMap((caveat, index) => wholeLines(caveat, index + 1, {state, width})),
			...shortLines(caveats.slice(whole), whole + 1, {state, width}),
		];
		if (whole === 0 || lines.length < room) {
			const title = `── ${formatCount(caveats.length, 'caveat')}${whole === caveats.length ? '' : '; w reads them whole'} `;
			return [lineOf(title, width), ...lines];
		}
	}
};

/** In a window of a few rows: that there are some, the key to them, and how they begin. */
export const caveatsBriefly = ({caveats}: Leads, state: State, width: number): Line =>
	[span(cutText(said(`${formatCount(caveats.length, 'caveat')} (w): ${caveats.map(caveat => shortCaveat(caveat)).join(', ')}`, state), width), 'quiet')];

/** Every caveat as a whole sentence. */
export const caveatPage = (leads: Leads, state: State, width: number): readonly Line[] =>
	importantFirst(leads).caveats.flatMap((caveat, index) => [...wholeLines(caveat, index + 1, {state, width}), []]);
