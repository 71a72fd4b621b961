/** What an xterm sends for the keys that have a name; the names are those of `keyId`. */
const named: Readonly<Record<string, string>> = {
	enter: '\r', tab: '\t', 'shift+tab': '\u001B[Z', escape: '\u001B', backspace: '\u007F', space: ' ', delete: '\u001B[3~',
	up: '\u001B[A', down: '\u001B[B', right: '\u001B[C', left: '\u001B[D', home: '\u001B[H', end: '\u001B[F',
	pageup: '\u001B[5~', pagedown: '\u001B[6~', insert: '\u001B[2~', 'ctrl+space': '\u0000', 'ctrl+\\': '\u001C',
	'ctrl+left': '\u001B[1;5D', 'ctrl+right': '\u001B[1;5C', 'shift+up': '\u001B[1;2A', 'shift+down': '\u001B[1;2B',
};

/** `j`, `G`, `enter`, `ctrl+c`, `alt+b` as bytes. */
export const bytesOfKey = (key: string): string => {
	const known = named[key];
	if (known !== undefined) {
		return known;
	}

	const [, modifier, letter = ''] = /^(ctrl|alt)\+(.)$/su.exec(key) ?? [];
	if (modifier === 'ctrl') {
		return String.fromCodePoint((letter.codePointAt(0) ?? 0) & 31);
	}

	if (modifier === 'alt') {
		return `\u001B${letter}`;
	}

	if ([...key].length !== 1) {
		throw new Error(`No terminal has a key “${key}”`);
	}

	return key;
};

export const bytesOfPaste = (text: string): string => `\u001B[200~${text}\u001B[201~`;
