/** Beyond this many characters a word is no slip of the finger, and comparing it would only cost time. */
const longestWord = 40;

/** Edits that turn one word into the other: insert, delete, replace, or swap two neighbours (optimal string alignment). */
const editDistance = (left: string, right: string): number => {
	let beforeLast: number[] = [];
	let last = Array.from({length: right.length + 1}, (_, index) => index);
	for (let row = 1; row <= left.length; row++) {
		const current = [row];
		for (let column = 1; column <= right.length; column++) {
			const same = left[row - 1] === right[column - 1];
			const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
			current.push(Math.min(
				(last[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(last[column - 1] ?? 0) + (same ? 0 : 1),
				swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
			));
		}

		beforeLast = last;
		last = current;
	}

	return last[right.length] ?? 0;
};

/** A third of the letters may be wrong, as in `emploee`; in words of up to three letters one. */
const allowedEdits = (word: string): number => Math.max(1, Math.floor(word.length / 3));

const continues = (left: string, right: string): boolean => left.length >= 3 && right.startsWith(left);

/**
The name a person most likely meant by a mistyped word, or undefined when none is near. Case is ignored; of equally near
names the first one wins, so that the answer never depends on anything but the list. A word that begins a name, or that a
name begins, counts as near too (`cust`, `data-type`).
*/
export const nearestName = (word: string, names: readonly string[]): string | undefined => {
	const typed = word.toLowerCase();
	if (typed === '' || typed.length > longestWord) {
		return undefined;
	}

	const ranked = names
		.map(name => ({name, distance: editDistance(typed, name.toLowerCase())}))
		.toSorted((left, right) => left.distance - right.distance);
	const [best] = ranked;
	if (best && best.distance <= allowedEdits(typed)) {
		return best.name;
	}

	return names.find(name => continues(typed, name.toLowerCase()) || continues(name.toLowerCase(), typed));
};
