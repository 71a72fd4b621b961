import {createHash} from 'node:crypto';
import {closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync} from 'node:fs';
import {basename, extname, join} from 'node:path';
import type {Act} from '../../case/acts.ts';
import type {CaseState} from '../../case/case-state.ts';
import {ExpectedError} from '../../errors.ts';
import type {Investigation} from '../investigation.ts';
import {pathOfCase} from './case-reading.ts';

/** The frozen lists must be what they were. */
export const compareLists = (state: CaseState, {leaked}: Pick<Investigation, 'leaked'>): void => {
	const found = new Set(leaked.map(({sha256}) => sha256));
	for (const {path, sha256} of state.leaked) {
		if (!found.has(sha256)) {
			throw new ExpectedError(`a frozen list of leaked customers is not what it was: its sha256 was ${sha256}`, {where: path, next: 'Give back the list that was frozen.'});
		}
	}
};

/** The customers that stand on a frozen list. The exports of the case are loaded with its lists, and a list that was changed since is refused. */
export const corroboratedCustomers = async ({state}: {readonly state: CaseState}, investigation: Pick<Investigation, 'leaked'>): Promise<ReadonlySet<string>> => {
	const frozen = new Set(state.leaked.map(({sha256}) => sha256));
	return new Set(investigation.leaked.filter(({sha256}) => frozen.has(sha256)).flatMap(({customers}) => customers));
};

/** Copies a list into the case, to the disk before it is said to be there. Only its owner may read it. */
const keep = (folder: string, path: string, sha256: string): string => {
	const bytes = readFileSync(path);
	if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
		throw new ExpectedError('the list of leaked customers changed while it was read', {where: path, next: 'Ask again when nobody writes it.'});
	}

	const kept = `kept/leaked-${sha256.slice(0, 12)}${/^\.[a-z\d]{1,5}$/i.test(extname(basename(path))) ? extname(basename(path)) : '.txt'}`;
	mkdirSync(join(folder, 'kept'), {recursive: true, mode: 0o700});
	const handle = openSync(join(folder, kept), 'w', 0o600);
	try {
		writeSync(handle, bytes);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}

	return kept;
};

/** Freezes the lists that the case does not have yet: a list that is ranked cannot be changed afterwards to fit the ranking. */
export const freezeLists = (opened: {readonly folder: string; readonly state: CaseState; readonly append: (act: Act) => unknown}, {leaked}: Pick<Investigation, 'leaked'>): void => {
	for (const {path, sha256, given, resolved} of leaked) {
		if (!opened.state.leaked.some(list => list.sha256 === sha256)) {
			opened.append({act: 'leaked-list-frozen', payload: {path: keep(opened.folder, path, sha256), sha256, given, resolved}});
		}
	}
};

/** The lists of a case, and those named now that it does not have. */
export const listsOfCase = (folder: string, state: CaseState, named: readonly string[] = []): readonly string[] => {
	const known = new Set(state.leaked.map(({sha256}) => sha256));
	const fresh = named.filter(path => {
		try {
			return !known.has(createHash('sha256').update(readFileSync(path)).digest('hex'));
		} catch {
			// Whoever reads it says why it cannot be read.
			return true;
		}
	});
	return [...state.leaked.map(({path}) => pathOfCase(folder, path)), ...fresh];
};
