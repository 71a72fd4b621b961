import {formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {usageError} from '../../../errors.ts';
import type {Filter} from '../../../filter/filter.ts';
import {printFilter} from '../../../filter/print.ts';
import {addSelection, excludeAccesses, restoreAccesses, type Done} from '../../../investigation/case/select.ts';
import type {Case} from '../../../investigation/case/open-case.ts';
import type {Call} from '../../call.ts';
import {writeToStream} from '../../output.ts';
import {maskFilterText} from '../../mask-filter.ts';
import type {Pseudonyms} from '../../pseudonyms.ts';
import {questionOf} from '../../question.ts';
import {changing, tellWarnings, textOf} from './worker.ts';

const some = (ids: readonly string[], by: Pseudonyms | undefined): string => `${ids.slice(0, 10).map(id => visibleText(by?.id(id) ?? id)).join(', ')}${ids.length > 10 ? ` and ${formatNumber(ids.length - 10)} more` : ''}`;

const people = (count: number): string => `${formatNumber(count)} customer${count === 1 ? '' : 's'}`;

const doneText = (what: string, {filter, matched, customersIn, customersOut}: Done, by: Pseudonyms | undefined): string => [
	`${what}: ${visibleText(filter === '' ? '*' : (by ? maskFilterText(filter, by) : filter))}`,
	`  ${formatNumber(matched.events)} event${matched.events === 1 ? '' : 's'}, ${people(matched.customers)}, ${formatNumber(matched.accesses)} access${matched.accesses === 1 ? '' : 'es'}`,
	...(customersIn.length > 0 ? [`  ${people(customersIn.length)} came in: ${some(customersIn, by)}`] : []),
	...(customersOut.length > 0 ? [`  ${people(customersOut.length)} left: ${some(customersOut, by)}`] : []),
	'',
].join('\n');

/** The filter as instants, so that no later day of asking changes what it means. */
const askedFilter = async (call: Call, opened: Case, options: Parameters<Case['investigation']>[0]): Promise<Filter> => {
	const investigation = await opened.investigation(options);
	return questionOf(call.flags).resolve(investigation.newest);
};

export const select = async (call: Call): Promise<number> => {
	const reason = textOf(call, 'reason', 'select');
	questionOf(call.flags);
	return changing(call, 'select', async (opened, options, calling) => {
		const filter = await askedFilter(call, opened, options);
		const by = await calling();
		const done = await addSelection(opened, {filter, reason, options, ...(by ? {called: by.account} : {})});
		tellWarnings(call, done.warnings);
		await writeToStream(call.stdout, [doneText(`selection ${done.number}`, done, by)]);
		return 0;
	});
};

const requireFilter = (filter: Filter, action: string): void => {
	if (filter.kind === 'all') {
		throw usageError(`whosaw case ${action} needs a filter`, 'Say which accesses, such as --filter \'employee:E0042 reason:T401\'.');
	}
};

export const exclude = async (call: Call): Promise<number> => {
	const reason = textOf(call, 'reason', 'exclude');
	questionOf(call.flags);
	return changing(call, 'exclude', async (opened, options, calling) => {
		const filter = await askedFilter(call, opened, options);
		requireFilter(filter, 'exclude');
		const done = await excludeAccesses(opened, {filter, reason, options});
		tellWarnings(call, done.warnings);
		await writeToStream(call.stdout, [doneText(`exclusion ${done.number}`, done, await calling())]);
		return 0;
	});
};

/** An exclusion is named by its filter, as it was excluded. */
export const restore = async (call: Call): Promise<number> => {
	const reason = textOf(call, 'reason', 'restore');
	questionOf(call.flags);
	return changing(call, 'restore', async (opened, options, calling) => {
		const filter = await askedFilter(call, opened, options);
		requireFilter(filter, 'restore');
		const text = printFilter(filter);
		const found = opened.state.exclusions.findLast(exclusion => exclusion.filter === text);
		if (!found) {
			const by = await calling();
			const said = (excluded: string): string => by ? maskFilterText(excluded, by) : excluded;
			throw usageError(`nothing was excluded by ${said(text)}`, opened.state.exclusions.length === 0 ? 'Nothing is excluded.' : `Excluded: ${opened.state.exclusions.map(exclusion => said(exclusion.filter)).join('; ')}.`);
		}

		const done = await restoreAccesses(opened, {number: found.number, reason, options});
		await writeToStream(call.stdout, [doneText(`restored exclusion ${done.number}`, done, await calling())]);
		return 0;
	});
};
