import {basename} from 'node:path';

/** A glob as a regular expression: `*` within a name, `**` across folders, `?` one character, `[ab]` one of these. */
export const globExpression = (pattern: string): RegExp => {
	let source = '';
	for (let at = 0; at < pattern.length; at++) {
		const character = pattern[at]!;
		if (character === '*' && pattern[at + 1] === '*') {
			source += pattern[at + 2] === '/' ? '(?:.*/)?' : '.*';
			at += pattern[at + 2] === '/' ? 2 : 1;
		} else if (character === '[' && pattern.indexOf(']', at + 2) > 0) {
			const end = pattern.indexOf(']', at + 2);
			source += `[${pattern.slice(at + 1, end).replace(/^!/, '^').replaceAll('\\', String.raw`\\`)}]`;
			at = end;
		} else {
			source += {'*': '[^/]*', '?': '[^/]'}[character] ?? character.replace(/[.+^${}()|[\]\\/]/, String.raw`\$&`);
		}
	}

	return new RegExp(`^${source}$`, 'u');
};

/** Whether a path is meant by a pattern such as `crm*.csv`: by its name, or by its whole path when the pattern has a slash. */
export const pathMatches = (path: string, pattern: string): boolean => {
	const expression = globExpression(pattern);
	return expression.test(basename(path)) || expression.test(path) || (pattern.includes('/') && path.endsWith(`/${pattern}`));
};

export const isGlob = (path: string): boolean => /[*?[]/.test(path);
