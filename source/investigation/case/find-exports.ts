import {CancelledError, ExpectedError} from '../../errors.ts';
import {openPrivateFolder} from '../../files/private-folder.ts';
import type {FailedSource} from '../../records/source.ts';
import type {Engine} from '../engine.ts';
import type {LoadRequest} from '../investigation.ts';
import {lookAtFiles} from '../look-at-files.ts';
import {hashOfFile} from '../places-by-hash.ts';

/** An export by its path, that of its archive and its name in there where it is a member. */
export type FoundExport = {readonly path: string; /** The case has it already. */ readonly known: boolean};

/** What the case has. */
export type Known = ReadonlyArray<{readonly sha256: string; readonly bytes: number}>;

/** Nothing is done by halves. */
export const refuseFailed = ([first]: readonly FailedSource[], what: string): void => {
	if (first) {
		throw new ExpectedError(`${what}, for an export cannot be read: ${first.error}`, {where: first.path, ...(first.next === undefined ? {} : {next: first.next})});
	}
};

/** The exports behind paths, in folders and archives too, before they are loaded: a case names each of them. What is no log is left out. */
export const findExports = async (request: LoadRequest, known: Known | undefined, signal: AbortSignal | undefined): Promise<{readonly exports: readonly FoundExport[]; readonly failed: readonly FailedSource[]}> => {
	const folder = openPrivateFolder();
	let opened: Engine | undefined;
	const session = async (): Promise<Engine['session']> => {
		const {openEngine} = await import('../engine.ts');
		opened ??= await openEngine(folder.path, request.memory);
		return opened.session;
	};

	try {
		// How their dates are read is decided when they are loaded: here it would cost a reading of its own.
		const {choices, failed} = await lookAtFiles({request: {...request, dateOrder: request.dateOrder ?? 'mdy'}, options: signal ? {signal} : {}, folder, session, ...(known ? {loaded: []} : {})});
		const exports: FoundExport[] = [];
		for (const {file: {path, location, bytes}} of choices) {
			const same = known?.filter(each => each.bytes === bytes) ?? [];
			const sha256 = same.length > 0 ? await hashOfFile(location, signal) : undefined;
			exports.push({path, known: same.some(each => each.sha256 === sha256)});
		}

		return {exports, failed};
	} catch (error) {
		throw signal?.aborted ? new CancelledError() : error;
	} finally {
		opened?.session.close();
		opened?.database.close();
		folder.remove();
	}
};
