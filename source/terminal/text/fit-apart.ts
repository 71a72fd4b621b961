import {cutMiddle, cutText} from './fit-text.ts';

/** How many letters they all begin with. */
const headInCommon = (texts: readonly string[]): number => {
	const [first = [], ...others] = texts.map(text => [...text]);
	const differs = first.findIndex((letter, index) => others.some(other => other[index] !== letter));
	return differs === -1 ? first.length : differs;
};

const withoutHead = (texts: readonly string[], width: number): ((text: string) => string) => {
	const from = headInCommon(texts);
	return text => cutText(`…${[...text].slice(from).join('')}`, width);
};

const groupBy = (texts: readonly string[], key: (text: string) => string): ReadonlyMap<string, readonly string[]> => {
	const groups = new Map<string, string[]>();
	for (const text of texts) {
		const known = groups.get(key(text));
		if (known) {
			known.push(text);
		} else {
			groups.set(key(text), [text]);
		}
	}

	return groups;
};

/**
Texts of one column in at most `width` columns, so that those that differ look different: cut at the end; where that leaves some of them
alike, in the middle; and where they end alike too, in front. Accounts of clouds begin alike: `arn:aws:iam::…`.
*/
export const fitApart = (texts: readonly string[], width: number): ((text: string) => string) => {
	const settled = new Map<string, string>();
	const ways = [() => (text: string) => cutText(text, width), () => (text: string) => cutMiddle(text, width), (alike: readonly string[]) => withoutHead(alike, width)];
	let open: ReadonlyArray<readonly string[]> = [[...new Set(texts)]];
	for (const way of ways) {
		open = open.flatMap(group => {
			const looks = groupBy(group, way(group));
			for (const [look, alike] of looks) {
				if (alike.length === 1) {
					settled.set(alike[0]!, look);
				}
			}

			return [...looks.values()].filter(({length}) => length > 1);
		});
	}

	return text => settled.get(text) ?? cutText(text, width);
};
