/** Days counted from 1970, both included. */
export type DayRange = {readonly from: number; readonly to: number};

/** `2020-10-03`, of a day counted from 1970. */
export const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Stretches of a range in which none of these days is, in order; `days` rise. No record is not no access. */
export const silentDays = (days: readonly number[], {from, to}: DayRange): readonly DayRange[] => {
	const bounds = [from - 1, ...days, to + 1];
	return bounds.slice(1).flatMap((day, index) => day - bounds[index]! > 1 ? [{from: bounds[index]! + 1, to: day - 1}] : []);
};
