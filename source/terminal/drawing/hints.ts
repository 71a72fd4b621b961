import {lineWidth, span, type Line} from './line.ts';

/** A key and what it does. */
export type Hint = readonly [key: string, does: string];

/** As many as fit, whole ones only. */
export const hintLine = (hints: readonly Hint[], width: number): Line => {
	let line: Line = [];
	for (const [key, does] of hints) {
		const longer: Line = [...line, ...(line.length > 0 ? [span('   ')] : []), span(key, 'accent'), span(` ${does}`, 'quiet')];
		if (lineWidth(longer) > width) {
			break;
		}

		line = longer;
	}

	return line;
};
