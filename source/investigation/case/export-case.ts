import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {basename, resolve} from 'node:path';
import type {CaseState} from '../../case/case-state.ts';
import {readJurisdictions} from '../../case/jurisdictions/read-table.ts';
import {ExpectedError} from '../../errors.ts';
import {everything} from '../../filter/filter.ts';
import type {Audience} from '../../package/contents.ts';
import {languageNote} from '../../package/documents/letters/stated-languages.ts';
import type {ExportRequest, ExportResult, Investigation, LoadRequest} from '../investigation.ts';
import {pathOfCase, readingOfRequest, requestOfCase} from './case-reading.ts';
import {corroboratedCustomers} from './leaked-lists.ts';
import {missingFacts} from './missing-facts.ts';
import type {Case} from './open-case.ts';
import {headsOf} from './seal-head.ts';
import {usedFileNames, usedFiles} from '../../records/reading.ts';

const hashOfFile = (path: string): string | undefined => existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : undefined;

const kept = (what: string, path: string): NonNullable<ExportRequest['kept']>[number] => {
	const sha256 = hashOfFile(path);
	return {path: basename(path), what, ...(sha256 === undefined ? {} : {sha256})};
};

/** How exports are read, with what stays outside of the package called by the names of its files. */
export const readingToPack = (request: LoadRequest): Pick<ExportRequest, 'reading' | 'kept'> => {
	return {
		reading: readingOfRequest(request, (_, path) => basename(path)),
		kept: usedFileNames.flatMap(what => (request[what] ?? []).map(path => kept(usedFiles[what], path))),
	};
};

/** Counsel's own table of jurisdictions. */
export const jurisdictionsIn = (path: string): NonNullable<ExportRequest['jurisdictions']> => {
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch (error) {
		throw new ExpectedError('the table of jurisdictions cannot be read', {where: path, next: 'Name a JSON file.', cause: error});
	}

	return {...readJurisdictions(text, path), sha256: createHash('sha256').update(text).digest('hex')};
};

/** What to load for a case that is exported. Its paths do not hang on the folder that one stands in: the same case gives the same bytes. */
export const requestToExport = ({folder, state}: Case): LoadRequest => requestOfCase(resolve(folder), state);

/** What the documents would say and nobody stated, named before they are written. */
export const factNotes = ({facts}: Pick<CaseState, 'facts'>, audience: Audience): readonly string[] => {
	const missing = missingFacts(facts, audience);
	return missing.length === 0 ? [] : [`nobody stated these facts, which the documents for ${audience} would say: ${missing.join(', ')} (whosaw case facts DIR --file FILE)`];
};

/** What whoever sends the letters must know of them. */
export const letterNotes = ({facts}: Pick<CaseState, 'facts'>): readonly string[] => {
	const note = languageNote(facts);
	return note === undefined ? [] : [note];
};

/** Writes the case file of a case, and keeps in its journal that it was. */
export const exportCase = async (opened: Case, investigation: Investigation, request: Omit<ExportRequest, 'filter' | 'reason' | 'examination' | 'reading' | 'kept'>): Promise<ExportResult> => {
	const {state, lines, folder} = opened;
	if (opened.broken !== undefined) {
		throw new ExpectedError(`the case cannot be exported: ${opened.broken}`, {where: folder, next: 'Keep the damaged journal as it is, and export from a copy that verifies.'});
	}

	if (state.selections.length === 0) {
		throw new ExpectedError('the case selects no access: there is nothing to export yet', {where: folder, next: 'whosaw case select DIR --filter … --reason …'});
	}

	const packed = readingToPack(requestToExport(opened));
	const corroborated = await corroboratedCustomers(opened, investigation);
	const result = await investigation.export({
		...request, filter: everything, reason: '', examination: {lines: [...lines], corroborated, heads: await headsOf(folder)}, ...(packed.reading ? {reading: packed.reading} : {}),
		kept: [...packed.kept ?? [], ...state.leaked.map(({path}) => kept('list of leaked customers', pathOfCase(folder, path)))],
	});
	if (opened.readOnly === undefined) {
		opened.append({act: 'exported', payload: {audience: request.audience ?? 'law-enforcement', revision: state.revision!.hash, sha256: result.sha256}});
	}

	return result;
};
