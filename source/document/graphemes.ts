const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'});

/** UTF-16 units that are looked at together: each step of the segmenter costs more the longer its text is. */
const stretch = 256;

/** Printable ASCII and most letters of living scripts: neither of two such neighbours ever belongs to the character of the other. */
const standsAlone = (unit: number): boolean =>
	(unit >= 0x20 && unit <= 0x7E) || (unit >= 0xA1 && unit <= 0x2_FF && unit !== 0xAD) || (unit >= 0x3_70 && unit <= 0x3_FF)
	|| (unit >= 0x30_41 && unit <= 0x30_96) || (unit >= 0x30_A1 && unit <= 0x30_FA) || (unit >= 0x4E_00 && unit <= 0x9F_FF) || (unit >= 0xAC_00 && unit <= 0xD7_A3);

/** Between these two a character ends, whatever stands before and behind them. */
const endsAt = (text: string, at: number): boolean => at === text.length || (standsAlone(text.charCodeAt(at - 1)) && standsAlone(text.charCodeAt(at)));

/** Behind so many units, and never between the two halves of one character. */
const cutAt = (text: string, at: number): number => (text.codePointAt(at - 1) ?? 0) > 0xFF_FF ? at + 1 : at;

/** Where a character ends is decided by what stands before it and by the first unit behind it: the last one of a stretch is looked at again with what follows. */
function * inStretches(text: string): Generator<string> {
	let from = 0;
	let size = stretch;
	while (from < text.length) {
		const end = cutAt(text, Math.min(text.length, from + size));
		const parts = Array.from(segmenter.segment(text.slice(from, end)), ({segment}) => segment);
		const whole = end === text.length ? parts : parts.slice(0, -1);
		yield * whole;
		from += whole.reduce((sum, {length}) => sum + length, 0);
		// One character may be longer than any stretch, such as a family of a thousand joined emoji.
		size = whole.length === 0 ? size * 2 : stretch;
	}
}

/**
The whole characters of a text, one after the other. The segmenter alone takes time with the square of the length, minutes for a
megabyte of one record; so it is asked only where it must be, and about a stretch at a time.
*/
export function * graphemesOf(text: string): Generator<string> {
	let from = 0;
	while (from < text.length) {
		let end = from + 1;
		while (!endsAt(text, end)) {
			end++;
		}

		if (end === from + 1) {
			yield text[from]!;
		} else {
			yield * inStretches(text.slice(from, end));
		}

		from = end;
	}
}
