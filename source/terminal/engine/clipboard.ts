/** Terminals drop longer ones; xterm's limit is the lowest of those that are known. */
const longest = 74_994;

/**
What makes the terminal copy a text (OSC 52): it reaches the investigator's own clipboard through ssh too. Undefined when the text is
too long for a terminal to take. tmux takes it only inside a wrapper unless it is configured otherwise, so inside tmux both are sent.
*/
export const copySequence = (text: string, {isInTmux = false}: {readonly isInTmux?: boolean} = {}): string | undefined => {
	const encoded = Buffer.from(text).toString('base64');
	const sequence = `\u001B]52;c;${encoded}\u0007`;
	if (encoded.length > longest) {
		return undefined;
	}

	return isInTmux ? `${sequence}\u001BPtmux;\u001B${sequence}\u001B\\` : sequence;
};
