import type {Command} from '../../keymap/command.ts';

/** The title says the very words: more than any letters that happen to stand in their order. */
const saidWhole = (typed: string, text: string): number =>
	typed !== '' && ` ${text}`.includes(` ${typed}`) ? 1000 : 0;

/** How well a typed text fits a title: its words, else its letters in order; adjacent ones and beginnings of words weigh more. Undefined: not at all. */
export const fuzzyScore = (typed: string, title: string): number | undefined => {
	const wanted = typed.toLowerCase().replaceAll(' ', '');
	const text = title.toLowerCase();
	let score = saidWhole(typed.trim().toLowerCase(), text);
	let from = 0;
	for (const letter of wanted) {
		const at = text.indexOf(letter, from);
		if (at === -1) {
			return undefined;
		}

		score += (at === from && from > 0 ? 3 : 0) + (at === 0 || text[at - 1] === ' ' ? 2 : 0) - Math.min(at - from, 5) / 10;
		from = at + 1;
	}

	return score;
};

/** The commands that fit what is typed, best first; in their own order when nothing is typed. Where some say the very words, those alone. */
export const paletteItems = (commands: readonly Command[], typed: string): readonly Command[] => {
	const fitting = commands.filter(({id}) => id !== 'palette').flatMap((command, index) => {
		const score = fuzzyScore(typed, command.title);
		return score === undefined ? [] : [{command, score, index, isSaid: saidWhole(typed.trim().toLowerCase(), command.title.toLowerCase()) > 0}];
	});
	const said = fitting.filter(({isSaid}) => isSaid);
	return (said.length > 0 ? said : fitting).toSorted((a, b) => b.score - a.score || a.index - b.index).map(({command}) => command);
};
