import {revisionActs} from '../../case/acts.ts';
import {stateOf, type CaseState} from '../../case/case-state.ts';
import type {JournalLine} from '../../case/journal-line.ts';
import {visibleText} from '../../document/visible-text.ts';
import {ExpectedError, usageError} from '../../errors.ts';
import {allOf, anyOf} from '../../filter/build.ts';
import {caseFilter, filterOf, selectionFilter} from '../case/case-filter.ts';
import {requestOfCase} from '../case/case-reading.ts';
import {refuseDisposed} from '../case/disposed.ts';
import {levelOf} from '../case/level.ts';
import {corroboratedCustomers} from '../case/leaked-lists.ts';
import {notifiedCustomers} from '../case/notified.ts';
import {compareSources, openCase} from '../case/open-case.ts';
import {openExports} from '../case/open-exports.ts';
import type {Investigation} from '../investigation.ts';
import type {Side, SideCustomer, SideOptions} from './side.ts';

export type CaseOperand = {
	readonly folder: string;
	/** The number of an act, or the beginning of its hash; the present state when absent. */
	readonly revision?: string;
	readonly name: string;
};

/** The place of the act that a revision ends with. */
const endOf = (lines: readonly JournalLine[], revision: string, name: string): number => {
	const found = lines.flatMap((line, index) => (/^\d{1,5}$/.test(revision) ? String(line.seq) === revision : revision.length >= 4 && line.hash.startsWith(revision.toLowerCase())) ? [index] : []);
	if (found.length !== 1) {
		throw usageError(`${name}: ${found.length === 0 ? 'there is no such act' : 'several acts begin so'}`, 'Name a revision by the number of its last act, or by the beginning of its hash: whosaw case log DIR lists the acts.');
	}

	return found[0]!;
};

/** Which selections reach a customer, or which exclusions took accesses of one out. */
const numbersOf = async (questions: ReadonlyArray<{readonly number: number}>, customersOf: (number: number) => Promise<readonly string[]>): Promise<ReadonlyMap<string, readonly number[]>> => {
	const all = new Map<string, number[]>();
	for (const {number} of questions) {
		for (const id of await customersOf(number)) {
			const key = visibleText(id);
			all.set(key, [...all.get(key) ?? [], number]);
		}
	}

	return all;
};

const customersOf = async (investigation: Investigation, state: CaseState): Promise<Side['customers']> => {
	const {customers} = await investigation.answer({filter: caseFilter(state)});
	const corroborated = await corroboratedCustomers({state}, investigation);
	const notified = notifiedCustomers(state);
	const selections = await numbersOf(state.selections, async number => (await investigation.matched({filter: selectionFilter(state, number)})).customerIds);
	return new Map(customers.map((row): readonly [string, SideCustomer] => {
		const {customer, dataTypes, events, employees} = row;
		const told = notified.get(customer);
		return [visibleText(customer), {
			dataTypes: dataTypes.toSorted(), events, employees: employees.map(id => visibleText(id)).toSorted(), level: levelOf(row, corroborated),
			selections: selections.get(visibleText(customer)) ?? [], ...(told === undefined ? {} : {notified: told}),
		}];
	}));
};

const excludedOf = async (investigation: Investigation, state: CaseState): Promise<Side['excluded']> => {
	const selected = anyOf(state.selections.map(({filter}) => filterOf(filter)));
	return numbersOf(state.exclusions, async number => {
		const exclusion = state.exclusions.find(each => each.number === number)!;
		return (await investigation.matched({filter: allOf([selected, filterOf(exclusion.filter)])})).customerIds;
	});
};

/** What a case says now, or said at a revision; its exports are asked. */
export const caseSide = async ({folder, revision, name}: CaseOperand, {naming = false, ...options}: SideOptions): Promise<Side> => {
	const {state: present, lines: all, close} = openCase(folder);
	await close();
	refuseDisposed(folder, present);
	const lines = revision === undefined ? all : all.slice(0, endOf(all, revision, name) + 1);
	const state = revision === undefined ? present : stateOf(lines);
	if (state.sources.length === 0) {
		throw new ExpectedError('at this revision the case has no exports yet', {where: name, next: 'Name a later one: whosaw case log DIR lists the acts.'});
	}

	// The index is of the present state: an older one with other exports is loaded for itself.
	const investigation = await openExports({folder, state: present, request: requestOfCase(folder, state), options});
	try {
		compareSources(state, investigation);
		const head = lines.findLast(({act}) => revisionActs.has(act));
		return {
			kind: revision === undefined ? 'case' : 'revision', name, head: head && {seq: head.seq, hash: head.hash},
			customers: await customersOf(investigation, state), selections: state.selections, exclusions: state.exclusions, excluded: await excludedOf(investigation, state),
			sources: state.sources.map(({path, sha256}) => ({path, sha256})), notified: new Map([...notifiedCustomers(state)].map(([id, told]) => [visibleText(id), told])),
			...(naming ? {named: await investigation.accounts(options.signal)} : {}), ...(all[0] ? {maskKey: all[0].salt} : {}),
		};
	} finally {
		await investigation.close();
	}
};
