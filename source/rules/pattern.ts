const special = /[\\^$.|+()[\]{}]/g;

/** `*` and `?` stand for any text and any character; case does not count. */
const fromGlob = (glob: string): string =>
	String.raw`(?is)\A${glob.replaceAll(special, String.raw`\$&`).replaceAll('*', '.*').replaceAll('?', '.')}\z`;

/** `/…/` and `/…/i` is a regular expression, anything else a glob for the whole value. As RE2 writes it. */
export const rulePattern = (text: string): string => {
	const expression = /^\/(.+)\/(i?)$/s.exec(text);
	return expression ? `${expression[2] === 'i' ? '(?i)' : ''}${expression[1]!}` : fromGlob(text);
};

/** The name of a format, or what the names of a product's formats begin with: `salesforce` stands for `salesforce-eventlogfile` and its like. */
export const productPattern = (text: string): string => /^\/.+\/i?$/s.test(text) ? rulePattern(text) : fromGlob(text).replace(/\\z$/, String.raw`(?:-.*)?\z`);

/** A value as a pattern that matches it alone, so that a rule can be written for it. */
export const patternOf = (value: string): string => /[*?]/.test(value) || /^\/.+\/i?$/s.test(value)
	? String.raw`/(?s)\A${value.replaceAll(/[\\^$.|+()[\]{}*?/]/g, String.raw`\$&`)}\z/`
	: value;
