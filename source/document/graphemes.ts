const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'});

/** UTF-16 units that are looked at together: each step of the segmenter costs more the longer its text is. */
const stretch = 256;

/** Behind so many units, and never between the two halves of one character. */
const cutAt = (text: string, at: number): number => (text.codePointAt(at - 1) ?? 0) > 0xFF_FF ? at + 1 : at;

/**
The whole characters of a text, one after the other. The segmenter alone takes time with the square of the length, minutes for a
megabyte of one record; so it is given a stretch at a time. Where a character ends is decided by what stands before it and by the first
unit behind it: the last one of a stretch is looked at again with what follows.
*/
export function * graphemesOf(text: string): Generator<string> {
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
