/** Ends like a sentence, whatever closes it. */
const ended = /[.?!…]["”)]*$/u;

/** What happened and what to do next, each as a sentence: `no field "emploee"; did you mean employee? To search for …`. What is missing is left out. */
export const sentences = (first: string, ...others: ReadonlyArray<string | undefined>): string => {
	const said = [first, ...others.flatMap(other => other === undefined || other === '' ? [] : [`${other.slice(0, 1).toUpperCase()}${other.slice(1)}`])];
	return said.length === 1 ? first : said.map(text => ended.test(text) ? text : `${text}.`).join(' ');
};
