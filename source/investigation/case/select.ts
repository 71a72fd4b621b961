import type {Matched} from '../../case/acts.ts';
import type {Selection} from '../../case/case-state.ts';
import {allOf} from '../../filter/build.ts';
import type {Filter} from '../../filter/filter.ts';
import {printFilter} from '../../filter/print.ts';
import {ExpectedError} from '../../errors.ts';
import type {LoadOptions, MatchedAccesses} from '../investigation.ts';
import {caseCounts, type CaseCounts} from './case-counts.ts';
import {caseFilter, filterOf} from './case-filter.ts';
import {corroboratedCustomers} from './leaked-lists.ts';
import {matchedOf, type Case} from './open-case.ts';
import {beyondScope} from './scope.ts';

/** What an act on the selections did. */
export type Done = {
	readonly number: number;
	readonly filter: string;
	readonly matched: Matched;
	readonly customersIn: readonly string[];
	readonly customersOut: readonly string[];
	readonly warnings: readonly string[];
};

const difference = (a: readonly string[], b: readonly string[]): readonly string[] => {
	const other = new Set(b);
	return a.filter(item => !other.has(item));
};

const requireReason = (reason: string): void => {
	if (reason.trim() === '') {
		throw new ExpectedError('a reason is needed', {next: 'Say why with --reason TEXT: it stands in the case file.', exitCode: 2});
	}
};

type Asked = {readonly filter: Filter; readonly reason: string; readonly options?: LoadOptions; /** How accounts beyond the scope are called in its warnings. */ readonly called?: (account: string) => string};

/** Adds the accesses of a filter to the case. */
export const addSelection = async (opened: Case, {filter, reason, options, called}: Asked): Promise<Done> => {
	requireReason(reason);
	const investigation = await opened.investigation(options);
	const before = await investigation.matched({filter: caseFilter(opened.state)});
	const matched = await investigation.matched({filter});
	const warnings = await beyondScope(opened.state, investigation, filter, called);
	const text = printFilter(filter);
	const sources = opened.state.sources.map(({sha256}) => sha256);
	const known = opened.state.selections.find(selection => selection.filter === text);
	if (known) {
		return acceptDelta(opened, known, {matched, reason, sources});
	}

	opened.append({act: 'selection-added', payload: {filter: text, reason, sources, matched: matchedOf(matched), beyondScope: warnings.length > 0}});
	const after = await investigation.matched({filter: caseFilter(opened.state)});
	return {
		number: opened.state.selections.at(-1)!.number, filter: text, matched: matchedOf(matched), customersIn: difference(after.customerIds, before.customerIds), customersOut: [],
		warnings: [...warnings, ...(matched.accesses === 0 ? ['It matches nothing.'] : [])],
	};
};

type Accepted = {readonly matched: MatchedAccesses; readonly reason: string; readonly sources: readonly string[]};

/** The same filter once more, after exports were added: what it matches now is accepted, with a reason of its own. */
const acceptDelta = (opened: Case, {number, filter, matched: before}: Selection, {matched, reason, sources}: Accepted): Done => {
	if (matched.hash === before.hash) {
		throw new ExpectedError(`selection ${number} is this filter already, and it matches what it did`, {where: opened.folder, next: 'There is nothing to accept.'});
	}

	opened.append({act: 'selection-changed', payload: {number, reason, sources, matched: matchedOf(matched), events: matched.events - before.events, customers: matched.customers - before.customers}});
	return {number, filter, matched: matchedOf(matched), customersIn: [], customersOut: [], warnings: [`It matched ${before.events} events and ${before.customers} customers; what it matches now is accepted.`]};
};

/** Anybody can type a ticket number: that alone is no reason to take an access out. */
const isBareReason = (filter: Filter): boolean => filter.kind === 'match' && filter.field === 'reason' && filter.test.kind === 'present';

/** What an exclusion takes out of the selections, and the customers of whom no access remains. */
export type Taken = {readonly matched: Matched; readonly customersOut: readonly string[]};

/** What an exclusion by a filter would take out; nothing is done. */
export const takenBy = async (opened: Case, filter: Filter, options?: LoadOptions): Promise<Taken> => {
	const investigation = await opened.investigation(options);
	const present = caseFilter(opened.state);
	const before = await investigation.matched({filter: present});
	const matched = await investigation.matched({filter: allOf([present, filter])});
	const after = await investigation.matched({filter: allOf([present, {kind: 'not', part: filter}])});
	return {matched: matchedOf(matched), customersOut: difference(before.customerIds, after.customerIds)};
};

/** The three counts that a case would have with a filter among its selections, or among its exclusions; nothing is done. */
export const countsWith = async (opened: Case, act: 'select' | 'exclude', filter: Filter, options?: LoadOptions): Promise<CaseCounts> => {
	const investigation = await opened.investigation(options);
	const {leaked, selections, exclusions} = opened.state;
	const added = {filter: printFilter(filter)};
	return caseCounts({leaked, selections: act === 'select' ? [...selections, added] : selections, exclusions: act === 'exclude' ? [...exclusions, added] : exclusions}, investigation, await corroboratedCustomers(opened, investigation));
};

/** Takes the accesses of a filter out of the selections. */
export const excludeAccesses = async (opened: Case, {filter, reason, options}: Asked): Promise<Done> => {
	requireReason(reason);
	const {matched, customersOut} = await takenBy(opened, filter, options);
	const text = printFilter(filter);
	opened.append({act: 'accesses-excluded', payload: {filter: text, reason, matched, customersOut}});
	return {
		number: opened.state.exclusions.at(-1)!.number, filter: text, matched, customersIn: [], customersOut,
		warnings: [
			...(matched.accesses === 0 ? ['It takes out nothing: no access of the selections matches.'] : []),
			...(isBareReason(filter) ? ['Anybody can type a ticket number: an access with a reason is not by that a supported one.'] : []),
		],
	};
};

/** Puts excluded accesses back. */
export const restoreAccesses = async (opened: Case, {number, reason, options}: {readonly number: number; readonly reason: string; readonly options?: LoadOptions}): Promise<Done> => {
	requireReason(reason);
	const exclusion = opened.state.exclusions.find(each => each.number === number);
	if (!exclusion) {
		throw new ExpectedError(`there is no exclusion ${number}`, {where: opened.folder, next: opened.state.exclusions.length === 0 ? 'Nothing is excluded.' : `Exclusions: ${opened.state.exclusions.map(each => each.number).join(', ')}.`, exitCode: 2});
	}

	const investigation = await opened.investigation(options);
	const before = await investigation.matched({filter: caseFilter(opened.state)});
	opened.append({act: 'accesses-restored', payload: {number, reason}});
	const after = await investigation.matched({filter: caseFilter(opened.state)});
	return {number, filter: exclusion.filter, matched: exclusion.matched, customersIn: difference(after.customerIds, before.customerIds), customersOut: [], warnings: []};
};

/** What changed in a selection because sources were added; nothing until it is accepted with a reason. */
export type Delta = {readonly number: number; readonly matched: Matched; readonly changed: boolean; readonly events: number; readonly customers: number};

/** The selections whose accesses are other ones than when they were accepted last. */
export const deltas = async (opened: Case, options?: LoadOptions): Promise<readonly Delta[]> => {
	const investigation = await opened.investigation(options);
	const all: Delta[] = [];
	for (const {number, filter, matched} of opened.state.selections) {
		const now = matchedOf(await investigation.matched({filter: filterOf(filter)}));
		all.push({number, matched: now, changed: now.hash !== matched.hash, events: now.events - matched.events, customers: now.customers - matched.customers});
	}

	return all;
};
