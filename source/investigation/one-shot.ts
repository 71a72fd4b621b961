import {statSync} from 'node:fs';
import {idsRepeat} from '../store/repeated-ids.ts';
import type {Session} from '../store/database.ts';
import {hasSalesforceIds} from '../store/salesforce-ids.ts';
import type {LoadOptions, LoadRequest} from './investigation.ts';
import {directInput} from './load-source.ts';
import type {Loaded} from './loaded-source.ts';

/** Bytes of the largest file named. Folders and patterns count as nothing: they are many files, and are loaded. */
export const largestNamed = ({paths}: LoadRequest): number =>
	Math.max(0, ...paths.map(path => {
		const info = statSync(path, {throwIfNoEntry: false});
		return info?.isFile() ? info.size : 0;
	}));

/**
After a one-shot scan: whether duplicates may hide among the rows that were not kept, so that everything must be loaded. Ids are looked
at in a pass of their own; without ids, or over several files of one family, only a whole load can tell.
*/
export const needsWholeLoad = async (session: Session, {sources}: Loaded, {onProgress, signal}: LoadOptions): Promise<boolean> => {
	const partial = sources.filter(({staged}) => staged.partial);
	// Another form of such an id may stand in a record that was not kept, and name the customer.
	if (partial.length > 0 && await hasSalesforceIds(session)) {
		return true;
	}

	for (const {plan, choice, file, scan, staged} of partial) {
		if (staged.elsewhere > 0) {
			return true;
		}

		// What a log says of its customers is learnt from all its records, the latest word first; and what it logs twice is counted over all of them.
		if (choice.fields.customerCountry !== undefined || choice.fields.customerEmail !== undefined || choice.fields.disclosure !== undefined) {
			return true;
		}

		const alone = sources.filter(other => other.choice.family === choice.family).length === 1;
		if (!alone) {
			return true;
		}

		if (choice.fields.id === undefined) {
			continue;
		}

		onProgress?.({kind: 'phase', text: 'finding duplicates'});
		const input = scan.irregular === 0 ? directInput(file, scan) : undefined;
		if (!input || await idsRepeat(session, plan, {input, ...(signal ? {signal} : {})})) {
			return true;
		}
	}

	return false;
};
