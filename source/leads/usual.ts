/** Robust standard deviations from which on a number stands out. */
export const farFrom = 3.5;
/** Of ln(1 + x): accounts that do the same every day would make every other number infinitely far. */
export const leastSpread = 0.25;
/** Fewer numbers of an account have no usual one. */
export const fewestDays = 8;
/** Fewer accounts are no team. */
const fewestTeamAccounts = 3;

const median = (sorted: ArrayLike<number>): number => {
	const middle = sorted.length >> 1;
	return sorted.length === 0 ? 0 : (sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2);
};

export type Usual = {readonly middle: number; readonly logarithm: number; readonly spread: number};

/** Median, and 1.4826 times the median distance from it, of ln(1 + x). */
export const usualOf = (values: Float64Array): Usual => {
	const sorted = values.toSorted();
	const logarithm = Math.log1p(median(sorted));
	const distances = sorted.map(value => Math.abs(Math.log1p(value) - logarithm)).toSorted();
	return {middle: median(sorted), logarithm, spread: Math.max(leastSpread, 1.4826 * median(distances))};
};

export const distanceFrom = (value: number, {logarithm, spread}: Usual): number => (Math.log1p(value) - logarithm) / spread;

/** What is usual in each team, `teams` being that of each account; a team of one or two is measured by all accounts. Only of those who are `wanted`. */
export const teamUsuals = <Found extends Usual | undefined>(teams: readonly number[], pooled: (accounts: readonly number[]) => Found, wanted: (team: number) => boolean = () => true): ReadonlyMap<number, Found> => {
	const found = new Map<number, number[]>();
	for (const [account, team] of teams.entries()) {
		const members = found.get(team) ?? [];
		members.push(account);
		found.set(team, members);
	}

	const asked = [...found].filter(([team]) => wanted(team));
	const everybody = asked.some(([, members]) => members.length < fewestTeamAccounts) ? pooled([...teams.keys()]) : undefined;
	return new Map(asked.map(([team, members]) => [team, members.length < fewestTeamAccounts && everybody ? everybody : pooled(members)]));
};
