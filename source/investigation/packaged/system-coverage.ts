import type {SystemCoverage} from '../../package/packaged-case.ts';
import {dayText, silentDays, type DayRange} from '../../records/silent-days.ts';
import type {Accesses} from '../../store/accesses.ts';
import {askCoverage} from '../../store/questions/coverage.ts';
import type {SystemDays} from '../investigation.ts';

const gapText = ({from, to}: DayRange): string => from === to ? dayText(from) : `${dayText(from)}..${dayText(to)}`;

/** Of each system its first and last day, and the stretches between without a record. */
export const coverageOf = (systems: readonly SystemDays[]): readonly SystemCoverage[] => systems.flatMap(({system, days}) => {
	const [first, last] = [days[0], days.at(-1)];
	return first === undefined || last === undefined ? [] : [{...(system === undefined ? {} : {system}), first: dayText(first), last: dayText(last), days: days.length, gaps: silentDays(days, {from: first, to: last}).map(gap => gapText(gap))}];
});

/** On which days each system of the exports wrote something. */
export const systemCoverage = async ({session, signal}: Accesses): Promise<readonly SystemCoverage[]> => coverageOf(await askCoverage(session, 'UTC', signal));
