import type {CaseState} from '../../case/case-state.ts';
import {anyOf, match, negate} from '../../filter/build.ts';
import {everything} from '../../filter/filter.ts';
import type {Accesses} from '../../store/accesses.ts';
import {askUnsettled, everyAccess} from '../../store/questions/case-accesses.ts';
import {askCoverage} from '../../store/questions/coverage.ts';
import {askUnlisted} from '../../store/questions/events.ts';
import {formatCount} from '../../document/format-number.ts';
import type {OtherData} from '../../package/packaged-case.ts';
import {dayText} from '../../records/silent-days.ts';
import type {Context} from '../context.ts';

/** Whether "no other data type was reached" may be said: of whom, and why of nobody. */
export type OtherDataRule = {
	readonly obstacles: readonly string[];
	readonly of: (customer: string) => OtherData;
	/** Customers of the selections of whom it cannot be said. */
	readonly unsettled: number;
};

/** Accounts beyond this many are not told one by one: then any bulk export counts. */
const mostAccounts = 500;

/** Days between the first and the last of a system on which it wrote nothing. No rows is not no access. */
const gapsOf = async (accesses: Accesses): Promise<readonly string[]> => (await askCoverage(accesses.session, 'UTC', accesses.signal)).flatMap(({system, days}) => {
	const [first, last] = [days[0], days.at(-1)];
	const missing = first === undefined || last === undefined ? 0 : last - first + 1 - days.length;
	return missing === 0 ? [] : [`${system === undefined ? 'the logs' : `the system ${system}`} wrote nothing on ${formatCount(missing, 'day')} between ${dayText(first!)} and ${dayText(last!)}`];
});

/** What is missing from the exports themselves. */
const lossesOf = ({loaded}: Context, {sources}: CaseState): readonly string[] => [
	...loaded.failed.map(({path}) => `${path} could not be read`),
	...loaded.sources.flatMap(({source: {path, sha256, incomplete, records}}) => {
		const selection = sources.find(each => each.sha256 === sha256)?.acquisition.selection;
		return [
			...(incomplete ? [`${path} is torn`] : []),
			...(records.rejected > 0 ? [`${path} has ${formatCount(records.rejected, 'record')} that could not be understood`] : []),
			...(selection?.trim().toLowerCase() === 'all' ? [] : [selection === undefined ? `nobody said that ${path} is all that there is` : `${path} is a selection (${selection})`]),
		];
	}),
];

/** Whoever is not named could be any of the accounts. */
const nobodyNamed = negate(match('employee', {kind: 'present'}));

/** Bulk exports by the accounts of the selections, whatever the filter, that may hold customers whom they do not name. */
const bulkOf = async (context: Context, employees: readonly string[], signal: AbortSignal | undefined): Promise<readonly string[]> => {
	const filter = employees.length > mostAccounts ? everything : anyOf([...employees.map(employee => match('employee', {kind: 'is', text: employee})), nobodyNamed]);
	const {found} = await context.question({filter, ...(signal ? {signal} : {})}, async accesses => askUnlisted(accesses, context.facts, 0));
	const lists = context.lists.filter(({inferred}) => inferred > 0).length;
	return [
		...(lists > 0 ? [`whom ${formatCount(lists, 'bulk export')} held rests on ${lists === 1 ? 'a list that was' : 'lists that were'} supplied later, and not on records`] : []),
		...(found === 0 ? [] : [`${formatCount(found, 'bulk export')} by these accounts, or by one that is not named, may hold customers that ${found === 1 ? 'it does' : 'they do'} not name`]),
	];
};

type Asked = {readonly state: CaseState; readonly employees: readonly string[]; /** How many the selections reach. */ readonly customers: number};

/**
The rule of case.md, over all loaded accesses to the customer by the selections' accounts, whatever the filter: every one has logged data types, none
of another type, the exports have no gap, and no unlisted bulk export could include the customer. Else the records do not let us exclude other data.
*/
export const otherDataRule = async (context: Context, accesses: Accesses, {state, employees, customers}: Asked): Promise<OtherDataRule> => {
	const obstacles = [...lossesOf(context, state), ...await gapsOf(accesses), ...await bulkOf(context, employees, accesses.signal)];
	if (obstacles.length > 0) {
		return {obstacles, of: () => 'cannot be excluded', unsettled: customers};
	}

	const unsettled = await askUnsettled(accesses, await everyAccess(accesses, context.facts));
	return {obstacles, unsettled: unsettled.size, of: customer => unsettled.has(customer) ? 'cannot be excluded' : 'none reached'};
};
