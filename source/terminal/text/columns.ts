/** What a column wants, in columns of the terminal. Without `grow` it takes no more than `width`. */
export type ColumnWish = {
	readonly key: string;
	/** Enough for nearly all of its values. */
	readonly width: number;
	/** Less than this is no use. Default: `width`. */
	readonly minimum?: number;
	/** Share of the room that is left over. Default: 0. */
	readonly grow?: number;
	/** The column that goes first when there is no room has the highest. Default: 0, which never goes. */
	readonly optional?: number;
};

export type ColumnWidth = {readonly key: string; readonly width: number};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const minimumOf = ({minimum, width}: ColumnWish): number => Math.min(minimum ?? width, width);

const leastRoom = (wishes: readonly ColumnWish[], gap: number): number => sum(wishes.map(wish => minimumOf(wish))) + gap * Math.max(0, wishes.length - 1);

/** The columns that fit at all, in their order. */
const present = (wishes: readonly ColumnWish[], room: number, gap: number): readonly ColumnWish[] => {
	let kept = wishes;
	while (leastRoom(kept, gap) > room) {
		const dispensable = Math.max(0, ...kept.map(({optional = 0}) => optional));
		if (dispensable === 0) {
			break;
		}

		const index = kept.findLastIndex(({optional = 0}) => optional === dispensable);
		kept = kept.filter((_, at) => at !== index);
	}

	return kept;
};

/** Splits whole columns by weight without losing one: what rounding leaves goes to the first. Nobody gets more than asked for. */
const share = (amount: number, wanted: readonly number[]): readonly number[] => {
	const total = sum(wanted);
	if (total === 0 || amount <= 0) {
		return wanted.map(() => 0);
	}

	const given = wanted.map(want => Math.floor(amount * want / total));
	let left = amount - sum(given);
	return given.map((part, index) => {
		const extra = left > 0 && (wanted[index] ?? 0) > 0 ? 1 : 0;
		left -= extra;
		return part + extra;
	});
};

/**
Widths for a table of `room` columns with `gap` blanks between its columns. Narrow: columns shrink to their minimum together, then the
optional ones go. Wide: those that grow get the rest. Too narrow even so: the last columns are cut until it fits.
*/
export const fitColumns = (wishes: readonly ColumnWish[], room: number, gap = 1): readonly ColumnWidth[] => {
	const kept = present(wishes, room, gap);
	const free = Math.max(0, room - leastRoom(kept, gap));
	const wanted = kept.map(wish => wish.width - minimumOf(wish));
	const towardsWish = share(Math.min(free, sum(wanted)), wanted);
	const rest = free - sum(towardsWish);
	const grown = share(rest, kept.map(({grow = 0}) => grow));
	return cutToRoom(kept.map((wish, index) => ({key: wish.key, width: minimumOf(wish) + (towardsWish[index] ?? 0) + (grown[index] ?? 0)})), room, gap);
};

const cutToRoom = (widths: readonly ColumnWidth[], room: number, gap: number): readonly ColumnWidth[] => {
	const fitting: ColumnWidth[] = [];
	let left = room;
	for (const {key, width} of widths) {
		const start = fitting.length > 0 ? gap : 0;
		const most = Math.min(width, left - start);
		if (most > 0) {
			fitting.push({key, width: most});
			left -= most + start;
		}
	}

	return fitting;
};
