/* oxlint-disable no-control-regex -- escape sequences are the matter of this file */
/** Which parameters of `ESC [ … m` are about colour: foreground, background, bright, underline colour; with their operands. */
const colour = /^(?:3[0-79]|4[0-79]|9[0-7]|10[0-7]|59)$/;

const withoutColour = (parameters: string): string => {
	const kept: string[] = [];
	const parts = parameters.split(';');
	for (let index = 0; index < parts.length; index++) {
		const part = parts[index] ?? '';
		if (part === '38' || part === '48' || part === '58') {
			index += parts[index + 1] === '5' ? 2 : 4;
		} else if (!colour.test(part)) {
			kept.push(part);
		}
	}

	return kept.join(';');
};

/** For NO_COLOR: colours go, bold, dim, underlined and inverse stay, so that the selected row can still be seen. */
export const colourless = (text: string): string => text.replaceAll(/\u001B\[([\d;]*)m/g, (whole: string, parameters: string) => {
	const kept = withoutColour(parameters);
	return parameters === '' ? whole : (kept === '' ? '' : `\u001B[${kept}m`);
});
