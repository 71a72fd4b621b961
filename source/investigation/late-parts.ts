import {readRecords} from '../files/read-records.ts';
import {shallowObject} from '../files/sample-records.ts';
import {asLine} from '../files/text-shape.ts';
import {formatOfRecord, formats} from '../formats/formats.ts';
import type {Sample} from '../formats/format.ts';
import type {Session} from '../store/database.ts';
import {countMisread, misreadRecords} from '../store/questions/misread.ts';
import type {LoadedSource} from './loaded-source.ts';
import {recordNumber} from './source-summary.ts';

type Stored = Pick<LoadedSource, 'id' | 'file' | 'choice' | 'scan'>;

/** Of the records that a format cannot make sense of so many are looked at, spread over the file: all, where they are no more. */
const mostLookedAt = 100_000;

/** Whether its records may be of several formats: a table has one header, and of Parquet the engine knows all columns. */
const mayMix = ({file: {structure: {kind}, part}, choice: {format}}: Stored): boolean =>
	part === undefined && (kind === 'lines' || kind === 'json' || kind === 'text') && formats.some(({name}) => name === format);

const sampleKinds = {lines: 'json', json: 'json', text: 'text'} as const;

/** Whether a record without a time or an account bears the signature of another format. */
const holdsOthers = async (session: Session, {id, file, choice, scan}: Stored, misread: number, signal: AbortSignal | undefined): Promise<boolean> => {
	const kind = sampleKinds[file.structure.kind as keyof typeof sampleKinds];
	const sample = {kind, rows: [], directives: []} as Sample;
	const numbers = await misreadRecords(session, id, Math.ceil(misread / mostLookedAt));
	for await (const {text} of readRecords(file, {records: numbers.map(n => recordNumber(scan, n)), checkpoints: scan.checkpoints, ...(signal ? {signal} : {})})) {
		const row = kind === 'json' ? shallowObject(text) : asLine(text);
		const found = row === undefined ? undefined : formatOfRecord(sample, row);
		if (found && found.name !== choice.format) {
			return true;
		}
	}

	return false;
};

/** Files whose first records are of one format and others of another: known once they are loaded, by what that format could not make sense of. */
export const filesOfSeveral = async (session: Session, sources: readonly Stored[], signal?: AbortSignal): Promise<readonly string[]> => {
	const able = sources.filter(source => mayMix(source));
	const misread = able.length === 0 ? new Map<number, number>() : await countMisread(session, able.map(({id}) => id));
	const paths: string[] = [];
	for (const source of able) {
		const count = misread.get(source.id);
		if (count !== undefined && await holdsOthers(session, source, count, signal)) {
			paths.push(source.file.path);
		}
	}

	return paths;
};
