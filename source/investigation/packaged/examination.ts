import {randomBytes} from 'node:crypto';
import type {Act} from '../../case/acts.ts';
import {revisionActs} from '../../case/acts.ts';
import {stateOf, type CaseState} from '../../case/case-state.ts';
import {nextLine, type JournalLine} from '../../case/journal-line.ts';
import {printFilter} from '../../filter/print.ts';
import type {Reading} from '../../records/reading.ts';
import {namePaths} from '../../package/path-names.ts';
import type {Context} from '../context.ts';
import type {ExportRequest} from '../investigation.ts';
import {personOf} from '../case/person.ts';
import {matchedAccesses} from '../matched.ts';

/** What a case file is written of: the journal up to the last act that changed what the case says, and the state that follows from it. */
export type Examination = {
	readonly lines: readonly JournalLine[];
	readonly state: CaseState;
	readonly onTheWay: boolean;
	/** Customers on the frozen lists. */
	readonly corroborated: ReadonlySet<string>;
};

/** A journal without what came after the last revision: looking, exporting and verifying change nothing of what the case says. */
export const packedLines = (lines: readonly JournalLine[]): readonly JournalLine[] => lines.slice(0, lines.findLastIndex(({act}) => revisionActs.has(act)) + 1);

/** Exports and a filter are a case of one selection, made on the way. Its sources are called as in the package. */
const madeOnTheWay = async (context: Context, request: ExportRequest): Promise<Examination> => {
	const {sources} = context.loaded;
	const paths = namePaths(sources.map(({source}) => source.path));
	const {customerIds: _, ...matched} = await matchedAccesses(context, {filter: request.filter, ...(request.signal ? {signal: request.signal} : {})});
	const reading: Reading = request.reading ?? {};
	const acts: readonly Act[] = [
		{act: 'case-created', payload: {reading}},
		...sources.map(({source: {path, sha256, bytes, format, records}}): Act => ({act: 'source-added', payload: {path: paths.of(path), sha256, bytes, format, records}})),
		{act: 'selection-added', payload: {filter: printFilter(request.filter), reason: request.reason, sources: sources.map(({source: {sha256}}) => sha256), matched, beyondScope: false}},
	];
	const by = personOf(request.investigator ?? 'not stated');
	const lines: JournalLine[] = [];
	for (const act of acts) {
		lines.push(nextLine(lines.at(-1), {act, by, at: request.now, salt: randomBytes(16).toString('hex')}));
	}

	return {lines, state: stateOf(lines), onTheWay: true, corroborated: new Set()};
};

export const examinationOf = async (context: Context, request: ExportRequest): Promise<Examination> => {
	if (!request.examination) {
		return madeOnTheWay(context, request);
	}

	const lines = packedLines(request.examination.lines);
	return {lines, state: stateOf(lines), onTheWay: false, corroborated: request.examination.corroborated};
};

/** The package before for the same audience: of another head of the journal than this one. */
export const previousExport = (all: readonly JournalLine[], packed: readonly JournalLine[], audience: string): {readonly lines: readonly JournalLine[]; readonly sha256: string} | undefined => {
	const head = packed.at(-1)?.hash;
	for (const line of all.toReversed()) {
		const payload = line.act === 'exported' ? line.payload as {readonly audience: string; readonly sha256: string} | undefined : undefined;
		if (payload?.audience === audience) {
			const lines = packedLines(all.slice(0, line.seq));
			if (lines.at(-1)?.hash !== head) {
				return {lines, sha256: payload.sha256};
			}
		}
	}

	return undefined;
};
