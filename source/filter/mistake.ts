import stringWidth from 'string-width';
import {ExpectedError} from '../errors.ts';

/** One line of plain characters: control and invisible ones would move the caret, or the terminal. */
const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/gu, ' ');

/** Plain, and not so long that it hides the rest of the message. */
const shortened = (text: string): string => {
	const characters = Array.from(plain(text));
	return characters.length > 120 ? `${characters.slice(0, 120).join('')}…` : characters.join('');
};

/** A piece of the text inside a message. */
export const shown = (text: string): string => `"${shortened(text)}"`;

/** Something in a filter that was not understood. `offset` is where, in UTF-16 units from the start of the text. */
export class FilterMistake extends Error {
	readonly offset: number;
	/** What to write instead, as a sentence. */
	readonly hint: string | undefined;

	constructor(message: string, offset: number, hint?: string) {
		super(message);
		this.name = 'FilterMistake';
		this.offset = offset;
		this.hint = hint;
	}
}

/** How much of a long filter is shown before and after the place, in characters. */
const surroundings = 36;

/** The line with the mistake and below it a caret at the place. */
const caretLines = (text: string, offset: number): string => {
	const before = [...plain(text.slice(0, offset))];
	const after = [...plain(text.slice(offset))];
	const shownBefore = before.length > surroundings ? `…${before.slice(-surroundings).join('')}` : before.join('');
	const shownAfter = after.length > surroundings ? `${after.slice(0, surroundings).join('')}…` : after.join('');
	return `  ${shownBefore}${shownAfter}\n  ${' '.repeat(stringWidth(shownBefore))}^`;
};

/** The whole as an error for the command line: message, column, the line with a caret, and what was understood before it. */
export const mistakeAsError = (mistake: FilterMistake, text: string, termEnds: readonly number[]): ExpectedError => {
	const column = Array.from(text.slice(0, mistake.offset)).length + 1;
	const understoodTo = Math.max(0, ...termEnds.filter(end => end <= mistake.offset).slice(-1));
	const understood = understoodTo === 0 ? [] : [`understood so far: ${shortened(text.slice(0, understoodTo).trim())}`];
	const next = [...(mistake.hint === undefined ? [] : [mistake.hint]), ...understood].join('; ');
	return new ExpectedError(`${mistake.message} (column ${column} of the filter)`, {
		where: `column ${column}\n${caretLines(text, mistake.offset)}`,
		...(next === '' ? {} : {next}),
		exitCode: 2,
		cause: mistake,
	});
};
