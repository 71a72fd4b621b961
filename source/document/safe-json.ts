import {isPlainText, unseenCharacter} from './visible-text.ts';

const escapeUnits = (character: string): string => {
	// A line feed can only be layout here: inside strings JSON.stringify has escaped it.
	if (character === '\n') {
		return character;
	}

	let escaped = '';
	for (let index = 0; index < character.length; index++) {
		escaped += String.raw`\u` + character.charCodeAt(index).toString(16).padStart(4, '0');
	}

	return escaped;
};

/**
JSON whose strings hold every character of the value, but with all that could act on a terminal, hide or reorder text written
as `\u` escapes: whoever parses it gets the exact value, whoever looks at it sees what is there. `indent` in blanks; none is one line.
*/
export const safeJson = (value: unknown, indent = 0): string => {
	const text = JSON.stringify(value, undefined, indent);
	return isPlainText(text) ? text : text.replace(unseenCharacter, escapeUnits);
};
