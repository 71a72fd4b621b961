import {visibleText} from '../../document/visible-text.ts';
import {fitText} from '../text/fit-text.ts';
import {span, type Line, type Tone} from './line.ts';
import {verbatimRows, wrapWords} from './wrap.ts';

export type Fact = {readonly name: string; readonly text: string; readonly tone?: Tone; readonly verbatim?: boolean; /** The rows of a long text in so many columns, in its place. */ readonly rows?: (room: number) => Iterable<string>};

type Columns = {readonly width: number; readonly nameWidth: number};

/** Names in a column, texts beside them; long ones go on in the next row. Rows are made as they are asked for. */
export function * factRows(facts: Iterable<Fact>, {width, nameWidth}: Columns): Generator<Line> {
	const room = Math.max(8, width - nameWidth - 2);
	for (const {name, text, tone = 'plain', verbatim = false, rows} of facts) {
		let shown = visibleText(name);
		for (const row of rows?.(room) ?? (verbatim ? verbatimRows : wrapWords)(visibleText(text), room)) {
			yield [span(fitText(shown, nameWidth), 'quiet'), span('  '), span(row, tone)];
			shown = '';
		}
	}
}

export const factLines = (facts: readonly Fact[], columns: Columns): readonly Line[] => [...factRows(facts, columns)];

/** Wide enough for the names, within reason: of many no more are looked at than it takes. */
export const nameWidthOf = (facts: Iterable<Pick<Fact, 'name'>>, most = 24): number => {
	let width = 0;
	for (const {name} of facts) {
		width = Math.max(width, Math.min(most, visibleText(name).length));
		if (width === most) {
			break;
		}
	}

	return width;
};

export const headingLine = (text: string): Line => [span(text, 'strong')];
