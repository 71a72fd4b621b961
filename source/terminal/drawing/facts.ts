import {visibleText} from '../../document/visible-text.ts';
import {fitText} from '../text/fit-text.ts';
import {span, type Line, type Tone} from './line.ts';
import {verbatimRows, wrapWords} from './wrap.ts';

export type Fact = {readonly name: string; readonly text: string; readonly tone?: Tone; readonly verbatim?: boolean};

type Columns = {readonly width: number; readonly nameWidth: number};

/** Names in a column, texts beside them; long ones go on in the next row. Rows are made as they are asked for. */
export function * factRows(facts: Iterable<Fact>, {width, nameWidth}: Columns): Generator<Line> {
	const room = Math.max(8, width - nameWidth - 2);
	for (const {name, text, tone = 'plain', verbatim = false} of facts) {
		let shown = visibleText(name);
		for (const row of (verbatim ? verbatimRows : wrapWords)(visibleText(text), room)) {
			yield [span(fitText(shown, nameWidth), 'quiet'), span('  '), span(row, tone)];
			shown = '';
		}
	}
}

export const factLines = (facts: readonly Fact[], columns: Columns): readonly Line[] => [...factRows(facts, columns)];

/** Wide enough for the names, within reason. */
export const nameWidthOf = (facts: readonly Fact[], most = 24): number => facts.reduce((width, {name}) => Math.max(width, Math.min(most, visibleText(name).length)), 0);

export const headingLine = (text: string): Line => [span(text, 'strong')];
