/*
Values from logs may come from the person under investigation. Whatever could move a cursor, turn the order of reading,
hide itself or pile up on its neighbours is replaced by a mark that a reader sees: `␛`, `␊`, or `⟨U+202E⟩`.
The marks themselves are replaced too when they stand in the input, so that no value can imitate one and two values that
differ never look the same: the replacement can be reversed.
*/

/** Text that needs no change: printable ASCII and most of the letters of living scripts. Tested first, because nearly all values pass. */
const plain = /^[\u{20}-\u{7E}\u{A1}-\u{AC}\u{AE}-\u{2FF}\u{370}-\u{3FF}\u{3041}-\u{3096}\u{30A1}-\u{30FA}\u{4E00}-\u{9FFF}\u{AC00}-\u{D7A3}]*$/u;

/** C0 and DEL have pictures of their own in Unicode (U+2400 to U+2421). */
const controlPicture = (code: number): string => code === 0x7F ? '\u2421' : String.fromCodePoint(0x2400 + code);

/** More marks than this on one base are a flood (Zalgo text); no living orthography stacks more. */
const marksAllowed = 4;

/*
Kept as they are: joiners where writing needs them. Between pictographs (emoji), after a virama, and between Arabic letters:
the places that RFC 5892 A.1 and A.2 allow in names; everywhere else they are hidden characters and shown.
*/
const joinerInPlace = /(?<=\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)\u200D(?=\p{Extended_Pictographic})|(?<=[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA])[\u200C\u200D]|(?<=[\u0620-\u064A\u066E-\u06D3])\u200C(?=[\u0620-\u064A\u066E-\u06D3])/u;

/** Presentation selectors in their place: after a pictograph, and in a keycap. */
const selectorInPlace = /(?<=[\p{Extended_Pictographic}\d#*])[\u{FE0E}\u{FE0F}]/u;

/** The flags of England, Scotland and Wales are tags behind a black flag; elsewhere tags are an invisible alphabet. */
const flagTags = /\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}/u;

/** What would hide, move or reorder: controls, format characters, separators, fillers, selectors, private use, lone surrogates, and what no font needs to draw, be it assigned or not; and our own marks. */
const hidden = new RegExp([
	'\\p{Cc}', '\\p{Cf}', '\\p{Cs}', '\\p{Co}', '\\p{Zl}', '\\p{Zp}', '\\p{Noncharacter_Code_Point}', '\\p{Default_Ignorable_Code_Point}', '\\p{Variation_Selector}',
	'\\u2800\\u{1D159}', '\\u2400-\\u2426\\u27E8\\u27E9',
].join('').replace(/^/, '[').concat(']'), 'u');

/** A mark at the very start would settle on whatever is printed before the value. */
const misplacedMark = new RegExp(`^\\p{M}|(?<=\\p{M}{${marksAllowed}})\\p{M}`, 'u');

/** One character that a reader would not see, or not where it stands. For notations that have an escape of their own, such as JSON. */
export const unseenCharacter = new RegExp(`${hidden.source}|(?<=\\p{M}{${marksAllowed}})\\p{M}`, 'gu');

/** True when `visibleText` would give the same text back, found quickly; false says nothing. */
export const isPlainText = (value: string): boolean => plain.test(value);

const patterns = new RegExp([flagTags, joinerInPlace, selectorInPlace, hidden, misplacedMark].map(pattern => `(${pattern.source})`).join('|'), 'gu');

/** `⟨U+202E⟩`. */
const codePointMark = (code: number): string => `\u27E8U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27E9`;

const mark = (character: string): string => {
	const code = character.codePointAt(0) ?? 0;
	return code < 0x20 || code === 0x7F ? controlPicture(code) : codePointMark(code);
};

/**
The value as one line of text that is safe on a terminal, in a report and in a table. Line ends and tabs become `␊`, `␍` and `␉`.
Plain text comes back as the same string.
*/
export const visibleText = (value: string): string => isPlainText(value)
	? value
	: value.replaceAll(patterns, (character: string, tags?: string, joiner?: string, selector?: string) => tags ?? joiner ?? selector ?? mark(character));

/** The same for text that may have several lines, such as a verbatim record on a screen: each line by itself, line ends kept as `\n`. */
export const visibleLines = (value: string): readonly string[] => value.split(/\r\n|\n/).map(line => visibleText(line));
