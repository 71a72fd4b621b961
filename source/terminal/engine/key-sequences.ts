import {characterKey, namedKey, type Key, type Modifiers} from './key.ts';

/*
What terminals send for keys without text. Sources: xterm's ctlseqs, rxvt-unicode's manual, the Linux console (console_codes),
and the fixterms `u` form. Anything that is not here is a sequence for nobody and is swallowed whole.
*/

const letters: Readonly<Record<string, string>> = {
	A: 'up', B: 'down', C: 'right', D: 'left', E: 'begin', F: 'end', H: 'home', P: 'f1', Q: 'f2', R: 'f3', S: 'f4',
};

const numbers: Readonly<Record<string, string>> = {
	1: 'home', 2: 'insert', 3: 'delete', 4: 'end', 5: 'pageup', 6: 'pagedown', 7: 'home', 8: 'end',
	11: 'f1', 12: 'f2', 13: 'f3', 14: 'f4', 15: 'f5', 17: 'f6', 18: 'f7', 19: 'f8', 20: 'f9', 21: 'f10', 23: 'f11', 24: 'f12',
};

/** The keypad in application mode (SS3): what its keys would type. */
const keypad: Readonly<Record<string, string>> = {
	j: '*', k: '+', l: ',', m: '-', n: '.', o: '/', X: '=', p: '0', q: '1', r: '2', s: '3', t: '4', u: '5', v: '6', w: '7', x: '8', y: '9',
};

const controls: Readonly<Record<string, string>> = {8: 'backspace', 9: 'tab', 10: 'enter', 13: 'enter', 27: 'escape', 127: 'backspace'};

/** Of xterm's modifier parameter, which is one more than the sum of Shift 1, Alt 2, Ctrl 4, Meta 8. */
const modifiersOf = (parameter: string | undefined): Modifiers => {
	const bits = Math.max(0, Number.parseInt(parameter ?? '1', 10) - 1) || 0;
	return {shift: (bits & 1) !== 0, alt: (bits & 10) !== 0, ctrl: (bits & 4) !== 0};
};

/** A single C0 control, DEL or blank, as typed. Ctrl-J and Ctrl-H cannot be told from Enter and Backspace. */
export const controlKey = (character: string, modifiers: Modifiers = {}): Key => {
	const code = character.codePointAt(0) ?? 0;
	const name = controls[code];
	if (name !== undefined) {
		return namedKey(name, modifiers);
	}

	return namedKey(code === 0 ? 'space' : String.fromCodePoint(code + (code < 27 ? 96 : 64)), {...modifiers, ctrl: true});
};

/** `97;5u` and `27;5;97~`: a code point with modifiers. Kitty's private codes are swallowed. */
const codedKey = (code: string | undefined, modifier: string | undefined): Key | undefined => {
	const number = Number.parseInt(code ?? '', 10);
	const modifiers = modifiersOf(modifier);
	const name = controls[number];
	if (name !== undefined) {
		return namedKey(name, modifiers);
	}

	return number >= 32 && number < 0xE0_00 ? characterKey(String.fromCodePoint(number), {...modifiers, shift: false}) : undefined;
};

/** rxvt writes the modifier as another last character. */
const rxvtModifiers: Readonly<Record<string, Modifiers>> = {'^': {ctrl: true}, $: {shift: true}, '@': {ctrl: true, shift: true}};

const tildeKey = (parts: readonly string[]): Key | undefined => {
	if (parts[0] === '27' && parts.length === 3) {
		return codedKey(parts[2], parts[1]);
	}

	const name = numbers[parts[0] ?? ''];
	return name === undefined ? undefined : namedKey(name, modifiersOf(parts[1]));
};

/** `ESC [ parameters final`. Undefined: a sequence that is no key (a mouse report, a terminal's reply, a focus event). */
export const csiKey = (parameters: string, final: string): Key | undefined => {
	const parts = parameters.split(';');
	if (final === '~') {
		return tildeKey(parts);
	}

	if (final === 'u') {
		return codedKey(parts[0]?.split(':')[0], parts[1]?.split(':')[0]);
	}

	if (final === 'Z') {
		return namedKey('tab', {...modifiersOf(parts[1]), shift: true});
	}

	const rxvt = rxvtModifiers[final];
	if (rxvt) {
		const name = numbers[parameters];
		return name === undefined ? undefined : namedKey(name, rxvt);
	}

	const name = letters[final];
	if (name !== undefined) {
		// `12;40R` tells where the cursor is, and `?…` answers a question.
		return /^(?:1;)?\d{0,3}$/.test(parameters) ? namedKey(name, modifiersOf(parts.at(-1) || undefined)) : undefined;
	}

	return parameters === '' && 'abcd'.includes(final) ? namedKey(letters[final.toUpperCase()] ?? '', {shift: true}) : undefined;
};

/** `ESC O final`, with the modifier that some old terminals put before it. */
export const ss3Key = (parameters: string, final: string): Key | undefined => {
	const name = letters[final];
	if (name !== undefined) {
		return namedKey(name, modifiersOf(parameters.split(';').at(-1) || undefined));
	}

	if ('abcd'.includes(final)) {
		return namedKey(letters[final.toUpperCase()] ?? '', {ctrl: true});
	}

	const typed = keypad[final];
	return final === 'M' ? namedKey('enter') : (typed === undefined ? undefined : characterKey(typed));
};

/** `ESC [ [ A`: F1 to F5 on the Linux console. */
export const consoleKey = (final: string): Key | undefined => {
	const index = 'ABCDE'.indexOf(final);
	return index === -1 ? undefined : namedKey(`f${index + 1}`);
};
