import {visibleText} from '../../document/visible-text.ts';
import {fitText} from '../text/fit-text.ts';
import {span, type Line, type Tone} from './line.ts';
import {wrapVerbatim, wrapWords} from './wrap.ts';

export type Fact = {readonly name: string; readonly text: string; readonly tone?: Tone; readonly verbatim?: boolean};

/** Names in a column, texts beside them; long ones go on in the next row. */
export const factLines = (facts: readonly Fact[], {width, nameWidth}: {readonly width: number; readonly nameWidth: number}): readonly Line[] => facts.flatMap(({name, text, tone = 'plain', verbatim = false}) => {
	const room = Math.max(8, width - nameWidth - 2);
	const rows = (verbatim ? wrapVerbatim : wrapWords)(visibleText(text), room);
	return rows.map((row, index): Line => [span(fitText(index === 0 ? visibleText(name) : '', nameWidth), 'quiet'), span('  '), span(row, tone)]);
});

/** Wide enough for the names, within reason. */
export const nameWidthOf = (facts: readonly Fact[], most = 24): number => Math.min(most, Math.max(0, ...facts.map(({name}) => visibleText(name).length)));

export const headingLine = (text: string): Line => [span(text, 'strong')];
