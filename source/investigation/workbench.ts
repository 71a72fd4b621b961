import type {Audience} from '../package/contents.ts';
import {checkExport, type ExportFault, type PlannedExport} from './check-export.ts';
import {exportOutlines, signerIn, type Outline} from './export-outline.ts';
import {readingToPack} from './case/export-case.ts';
import {workOnCase, type CaseWork} from './case/case-work.ts';
import type {ExportRequest, ExportResult, Investigation, LoadRequest} from './investigation.ts';

/** What the app does besides asking: it works on a case and writes case files. All of it promises, so that it can stand on another thread than the screen. */
export type Workbench = {
	openCase(asked: {readonly folder: string; readonly investigation: Investigation; readonly investigator: string | undefined}): Promise<CaseWork>;
	/** The matrix of the package, audience by audience. */
	exportOutlines(): Promise<ReadonlyMap<Audience, Outline>>;
	/** All that can be known to fail before a case file is written. */
	checkExport(plan: PlannedExport, signal: AbortSignal): Promise<ExportFault | undefined>;
	/** Writes the case file of what a filter matches; `read`: how its exports were. */
	exportFilter(investigation: Investigation, read: LoadRequest, asked: Omit<ExportRequest, 'examination' | 'reading' | 'kept'>): Promise<ExportResult>;
	/** Who signed a case file. */
	signerIn(directory: string): Promise<string | undefined>;
};

/** `now` gives the moment of what is done to a case. */
export const workbench = (now: () => Date): Workbench => ({
	openCase: async asked => workOnCase({...asked, now}),
	exportOutlines: async () => exportOutlines(),
	checkExport,
	exportFilter: async (investigation, read, asked) => investigation.export({...asked, ...readingToPack(read)}),
	signerIn,
});
