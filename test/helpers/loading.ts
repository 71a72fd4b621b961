import type {ExecutionContext} from 'ava';
import type {Filter} from '../../source/filter/filter.ts';
import {filterFromFlags, type FilterFlags} from '../../source/filter/from-flags.ts';
import type {LoadRequest, StreamingInvestigation} from '../../source/investigation/investigation.ts';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import {temporaryFiles} from './temporary-files.ts';

export const everything: Filter = {kind: 'all'};
export const asked = (flags: FilterFlags): Filter => filterFromFlags(flags, {displayTimezone: 'UTC'});

/** Writes the files, loads them all in this order, and closes what was opened when the test ends. */
export const load = async (t: ExecutionContext, files: Readonly<Record<string, string | Uint8Array>>, request: Omit<LoadRequest, 'paths'> = {}): Promise<StreamingInvestigation> =>
	opened(t, {paths: temporaryFiles(t, files), ...request});

export const opened = async (t: ExecutionContext, request: LoadRequest): Promise<StreamingInvestigation> => {
	const investigation = await openInvestigation(request);
	t.teardown(async () => investigation.close());
	return investigation;
};

export const csv = (header: string, ...rows: readonly string[]): string => [header, ...rows].map(row => `${row}\n`).join('');
