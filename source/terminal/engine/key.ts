/**
One key as the app sees it. Terminals do not say more: Shift is known only for keys that have no text, and Ctrl-I is Tab.
*/
export type Key = {
	/**
	For a printable key the character itself (`j`, `G`, `é`), but `space` for a blank. Otherwise one of `enter tab escape backspace
	delete insert up down left right home end pageup pagedown begin f1`…`f12`, or `paste`. With Ctrl: the small letter.
	*/
	readonly name: string;
	/** What to insert in a text field: the character, or all that was pasted (line ends as `\n`). Absent when Ctrl or Alt was held. */
	readonly text?: string;
	readonly ctrl: boolean;
	readonly alt: boolean;
	readonly shift: boolean;
};

export type Modifiers = {readonly ctrl?: boolean; readonly alt?: boolean; readonly shift?: boolean};

/** A key without text. */
export const namedKey = (name: string, {ctrl = false, alt = false, shift = false}: Modifiers = {}): Key => ({name, ctrl, alt, shift});

/** A printable character; with Ctrl or Alt it is a command and carries no text. */
export const characterKey = (character: string, modifiers: Modifiers = {}): Key => {
	const key = namedKey(character === ' ' ? 'space' : character, modifiers);
	return key.ctrl || key.alt ? key : {...key, text: character};
};

export const pasteKey = (text: string): Key => ({...namedKey('paste'), text: text.replaceAll(/\r\n?/g, '\n')});

/** How a keymap writes the key: `j`, `G`, `space`, `ctrl+p`, `alt+b`, `shift+tab`, `ctrl+shift+up`. */
export const keyId = ({name, ctrl, alt, shift}: Key): string => `${ctrl ? 'ctrl+' : ''}${alt ? 'alt+' : ''}${shift ? 'shift+' : ''}${name}`;
