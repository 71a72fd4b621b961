import {ExpectedError} from '../errors.ts';
import {readRecords, type FoundRecord} from '../files/read-records.ts';
import type {Citation} from '../records/citation.ts';
import type {Session} from '../store/database.ts';
import {parquetRows} from '../store/parquet-rows.ts';
import type {LoadedSource} from './loaded-source.ts';
import {changeOf} from './same-file.ts';

/** Reads records of a source again, in ascending order of their numbers. The file must be the one that was loaded. */
export const recordsAgain = async function * (session: Session, loaded: LoadedSource, records: readonly number[] | undefined, signal?: AbortSignal): AsyncGenerator<FoundRecord> {
	await refuseOther(loaded, signal);
	if (loaded.file.structure.kind === 'parquet') {
		yield * parquetRecords(session, loaded, records);
		return;
	}

	yield * readRecords(loaded.file, {checkpoints: loaded.scan.checkpoints, ...(records ? {records} : {}), ...(signal ? {signal} : {})});
};

/** A file that changed since it was loaded would show other words under the same number. */
const refuseOther = async (loaded: LoadedSource, signal?: AbortSignal): Promise<void> => {
	const change = await changeOf(loaded, signal);
	if (change) {
		throw new ExpectedError(changeWords[change], {where: loaded.file.path, next: 'Bring the loaded file back, or load again.'});
	}
};

export const changeWords = {gone: 'it is gone since it was loaded', changed: 'it changed since it was loaded'} as const;

const parquetRecords = async function * (session: Session, {file}: LoadedSource, records: readonly number[] | undefined): AsyncGenerator<FoundRecord> {
	const wanted = records && new Set(records);
	let record = 0;
	for await (const text of parquetRows(session, file.location)) {
		record++;
		if (wanted?.has(record) ?? true) {
			yield {record, offset: 0, bytes: Buffer.from(text), text};
		}
	}
};

export const citationOf = ({file, source}: LoadedSource, {record, offset, bytes, pointer}: FoundRecord): Citation => ({
	path: file.path, sha256: source.sha256, record,
	...(file.structure.kind === 'parquet' ? {} : {offset, length: bytes.length}),
	...(pointer === undefined ? {} : {pointer}),
});
