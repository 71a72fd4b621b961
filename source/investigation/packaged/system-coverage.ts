import type {SystemCoverage} from '../../package/packaged-case.ts';
import type {Accesses} from '../../store/accesses.ts';
import {askCoverage} from '../../store/questions/coverage.ts';

const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const gapText = (from: number, to: number): string => from === to ? dayText(from) : `${dayText(from)}..${dayText(to)}`;

/** Stretches of days without a record between two with one. */
export const gapsBetween = (days: readonly number[]): readonly string[] => days.flatMap((day, index) => {
	const next = days[index + 1];
	return next === undefined || next === day + 1 ? [] : [gapText(day + 1, next - 1)];
});

/** On which days each system of the exports wrote something. */
export const systemCoverage = async ({session, signal}: Accesses): Promise<readonly SystemCoverage[]> => (await askCoverage(session, 'UTC', signal)).flatMap(({system, days}) => {
	const [first, last] = [days[0], days.at(-1)];
	return first === undefined || last === undefined ? [] : [{...(system === undefined ? {} : {system}), first: dayText(first), last: dayText(last), days: days.length, gaps: gapsBetween(days)}];
});
