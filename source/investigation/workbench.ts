import type {Audience} from '../package/contents.ts';
import type {ExportFault, PlannedExport} from './check-export.ts';
import type {Outline} from './export-outline.ts';
import type {CaseWork} from './case/case-work.ts';
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
	/** The paths that begin as what is typed. */
	completePath(typed: string): Promise<readonly string[]>;
	/** Who signed a case file. */
	signerIn(directory: string): Promise<string | undefined>;
};

/** `now` gives the moment of what is done to a case. What it needs is read when it is needed: the first rows of an export do not wait for it. */
export const workbench = (now: () => Date): Workbench => ({
	async openCase(asked) {
		const {workOnCase} = await import('./case/case-work.ts');
		return workOnCase({...asked, now});
	},
	async exportOutlines() {
		const {exportOutlines} = await import('./export-outline.ts');
		return exportOutlines();
	},
	async checkExport(plan, signal) {
		const {checkExport} = await import('./check-export.ts');
		return checkExport(plan, signal);
	},
	async exportFilter(investigation, read, asked) {
		const {readingToPack} = await import('./case/export-case.ts');
		return investigation.export({...asked, ...readingToPack(read)});
	},
	async completePath(typed) {
		const {pathCompletions} = await import('./path-completions.ts');
		return pathCompletions(typed);
	},
	async signerIn(directory) {
		const {signerIn} = await import('./export-outline.ts');
		return signerIn(directory);
	},
});
