import type {LoadOptions, LoadRequest, StreamingInvestigation} from '../investigation/investigation.ts';

/** What of the command line decides how exports are opened, besides what is read of them. */
export type OpenOptions = {
	/** Reads the exports of a case again and compares their hashes. */
	readonly checkHashes: boolean;
	/** The name under which the columns are kept. */
	readonly saveMappingAs?: string;
	/** Stands in for the place that the system has for settings. */
	readonly settingsFolder?: string;
};

/** How a case opens its exports. */
export type Opener = (request: LoadRequest, options?: LoadOptions) => Promise<StreamingInvestigation>;

/** Opens what a command line names, in its way; `ofCase` when that is a case. */
export const openExports = async (ofCase: Opener | undefined, {checkHashes, saveMappingAs, settingsFolder}: OpenOptions, request: LoadRequest, options: LoadOptions = {}): Promise<StreamingInvestigation> => {
	const open = ofCase ?? (await import('../investigation/open-investigation.ts')).openInvestigation;
	const investigation = await open(request, {...options, ...(checkHashes ? {checkHashes} : {})});
	if (saveMappingAs !== undefined) {
		try {
			const {saveMapping} = await import('./saved-mapping.ts');
			await saveMapping(saveMappingAs, investigation, settingsFolder);
		} catch (error) {
			await investigation.close();
			throw error;
		}
	}

	return investigation;
};
