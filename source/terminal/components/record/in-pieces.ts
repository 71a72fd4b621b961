import {visibleText} from '../../../document/visible-text.ts';
import {verbatimRows} from '../../drawing/wrap.ts';

/*
A record may be one text of a megabyte, and to mask it or to make it visible at once keeps the keys waiting for tens of milliseconds. So that is
done piece by piece, as rows are asked for; the rows are those of the whole text.
*/

/** Characters that are done at a time: a fraction of a millisecond. */
const enough = 8192;

/**
Signs that no address, number or joined character goes on across: none of the patterns in `masking.ts` takes or looks at one (a number may hold
blanks, but none between letters), and what stands behind it is printed by itself.
*/
const seam = /["{},;\n](?=[\u{20}-\u{7E}])|(?<=[a-z]) (?=[a-z])/giu;

/** Where a text may be cut next, from a place on; not within a name, which is hidden as a whole. */
const nextCut = (text: string, from: number, names: readonly string[]): number | undefined => {
	seam.lastIndex = from;
	for (let found = seam.exec(text); found; found = seam.exec(text)) {
		const cut = found.index + 1;
		if (names.every(name => !text.slice(Math.max(0, cut - name.length + 1), cut + name.length - 1).includes(name))) {
			return cut;
		}
	}

	return undefined;
};

/** A text in pieces that can be masked and made visible each by itself. `names` are hidden wherever they stand. */
export function * piecesOf(text: string, names: readonly string[], most = enough): Generator<string> {
	let from = 0;
	for (let cut = nextCut(text, most, names); cut !== undefined && cut < text.length; cut = nextCut(text, from + most, names)) {
		yield text.slice(from, cut);
		from = cut;
	}

	yield text.slice(from);
}

/** Rows of a text that comes in pieces: a row goes on in the next piece. `lines`: where its lines end rows end too; else a line end is a sign like others. */
export function * rowsOf(pieces: Iterable<string>, width: number, {lines = false}: {readonly lines?: boolean} = {}): Generator<string> {
	let begun = '';
	for (const piece of pieces) {
		const [first = '', ...more] = lines ? piece.split(/\r\n|\n/) : [piece];
		let text = begun + visibleText(first);
		for (const line of more) {
			yield * verbatimRows(text, width);
			text = visibleText(line);
		}

		begun = '';
		let row: string | undefined;
		for (const next of verbatimRows(text, width)) {
			if (row !== undefined) {
				yield row;
			}

			row = next;
		}

		begun = row ?? '';
	}

	yield begun;
}
