import {createHash} from 'node:crypto';
import {readFileSync, statSync} from 'node:fs';
import type {Act} from '../../case/acts.ts';
import type {CaseState} from '../../case/case-state.ts';
import {ExpectedError} from '../../errors.ts';
import type {Investigation} from '../investigation.ts';
import {pathOfCase} from './case-reading.ts';
import {keepFile} from './keep-file.ts';

const sha256Of = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

const isFile = (path: string): boolean => statSync(path, {throwIfNoEntry: false})?.isFile() ?? false;

const refuseFrozen = (path: string, sha256: string, became: string): ExpectedError =>
	new ExpectedError(`a frozen list of customers is ${became}: its sha256 was ${sha256}`, {where: path, next: 'Give back the list that was frozen.'});

/** Refuses a frozen list that is gone or changed before the exports are read, which may take minutes. */
export const checkFrozen = (folder: string, {leaked, lists}: Pick<CaseState, 'leaked' | 'lists'>): void => {
	for (const {path, sha256} of [...leaked, ...lists]) {
		const place = pathOfCase(folder, path);
		if (!isFile(place) || sha256Of(place) !== sha256) {
			throw refuseFrozen(path, sha256, isFile(place) ? 'not what it was' : 'gone');
		}
	}
};

/** The frozen lists must be what they were. */
export const compareLists = (state: CaseState, {leaked, lists}: Pick<Investigation, 'leaked' | 'lists'>): void => {
	const found = new Set([...leaked, ...lists].map(({sha256}) => sha256));
	for (const {path, sha256} of [...state.leaked, ...state.lists]) {
		if (!found.has(sha256)) {
			throw refuseFrozen(path, sha256, 'not what it was');
		}
	}
};

/** The customers that stand on a frozen list. The exports of the case are loaded with its lists, and a list that was changed since is refused. */
export const corroboratedCustomers = async ({state}: {readonly state: CaseState}, investigation: Pick<Investigation, 'leaked'>): Promise<ReadonlySet<string>> => {
	const frozen = new Set(state.leaked.map(({sha256}) => sha256));
	return new Set(investigation.leaked.filter(({sha256}) => frozen.has(sha256)).flatMap(({customers}) => customers));
};

/** A list that is frozen is the one that was read: what is ranked and what the case keeps are the same bytes. */
const refuseOther = ({path, sha256}: {readonly path: string; readonly sha256: string}): void => {
	if (!isFile(path)) {
		throw new ExpectedError('the list of leaked customers is gone since it was read', {where: path, next: 'Put it back and ask again: a case copies a list before anything is ranked.'});
	}

	if (sha256Of(path) !== sha256) {
		throw new ExpectedError('the list of leaked customers was changed since it was read', {where: path, next: 'Load again to take it as it is now (in the app R on Sources), or put it back as it was and ask again.'});
	}
};

/**
Freezes the lists that the case does not have yet, before anything is ranked: a list that is ranked cannot be changed afterwards to fit the ranking. True when there
were any; throws when there are, and nobody can add to the journal.
*/
export const freezeNamed = (opened: {readonly folder: string; readonly state: CaseState; readonly readOnly?: string; readonly append: (act: Act) => unknown}, {leaked}: Pick<Investigation, 'leaked'>): boolean => {
	const isFrozen = (sha256: string): boolean => opened.state.leaked.some(list => list.sha256 === sha256);
	if (leaked.every(({sha256}) => isFrozen(sha256))) {
		return false;
	}

	if (opened.readOnly !== undefined) {
		throw new ExpectedError(`the list cannot be frozen: ${opened.readOnly}`, {exitCode: 2, next: 'Ask again when the case can be changed: a list is frozen before anything is ranked.'});
	}

	for (const {path, sha256, given, resolved} of leaked) {
		if (!isFrozen(sha256)) {
			refuseOther({path, sha256});
			opened.append({act: 'leaked-list-frozen', payload: {path: keepFile(opened.folder, 'leaked', {path, sha256}), sha256, given, resolved}});
		}
	}

	return true;
};

/** How the exports of a case were selected: one that was filtered on employees rigs the answer of its leads. */
export const selectionsOf = ({sources}: Pick<CaseState, 'sources'>): ReadonlyArray<{readonly path: string; readonly selection?: string}> =>
	sources.map(({path, acquisition: {selection}}) => ({path, ...(selection === undefined ? {} : {selection})}));

/** The lists of a case, and those named now that it does not have. */
export const listsOfCase = (folder: string, state: CaseState, named: readonly string[] = []): readonly string[] => {
	const known = new Set(state.leaked.map(({sha256}) => sha256));
	const fresh = named.filter(path => {
		try {
			// Of a pipe nothing is read here: that waits for whoever writes it.
			return !isFile(path) || !known.has(sha256Of(path));
		} catch {
			// Whoever reads it says why it cannot be read.
			return true;
		}
	});
	return [...state.leaked.map(({path}) => pathOfCase(folder, path)), ...fresh];
};
